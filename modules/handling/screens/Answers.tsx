import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"

interface Given {
  readonly round: number
  readonly kind: string
  readonly outcome: string
  readonly text: string
  readonly office: string
  readonly on: string
}

/** What was answered, each with its mark. */
export function Answers({ of }: { of: readonly Given[] }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  return (
    <div className="handling-answers">
      {of.map((a) => (
        <div key={`${a.round}${a.kind}`} className="handling-answer">
          <p className="handling-answer-head">
            <b>{t(`answers.${a.kind}`, { office: a.office })}</b>
            <span className={`tag handling-is-${a.outcome === "A" ? "done" : "answered"}`}>
              {a.outcome} {t(`outcome.${a.outcome}`)}
            </span>
            <span className="muted">
              {say.day(a.on)}
              {a.round > 1 ? ` · ${t("round", { nth: a.round })}` : ""}
            </span>
          </p>
          <p className="handling-text" lang="zh-CN">
            {a.text}
          </p>
        </div>
      ))}
    </div>
  )
}

/** Photos of a need, each opened whole. */
export function Photos({ of }: { of: readonly string[] }): ReactNode {
  const t = useWords("handling")
  if (of.length === 0) return null
  return (
    <ul className="handling-photos">
      {of.map((id, i) => (
        <li key={id}>
          <a href={`/api/needs/photos/${id}`} target="_blank" rel="noreferrer">
            <img src={`/api/needs/photos/${id}`} alt={t("photo", { nth: i + 1 })} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )
}
