import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"

interface Answered {
  readonly office: string | null
  readonly outcome: string | null
  readonly text: string
  readonly on: string | null
  readonly rating: string | null
}

/** An answer with its mark, and what the proposer said of it. */
export function AnswerBox({ of }: { of: Answered }): ReactNode {
  const t = useWords("proposals")
  const say = useSay()
  return (
    <div className="proposal-answer">
      <p className="proposal-answer-head">
        <b>{of.office ? t("answer.by", { office: of.office }) : t("answer.title")}</b>
        {of.outcome ? (
          <span className="tag proposal-outcome">
            {of.outcome} {t(`outcome.${of.outcome}`)}
          </span>
        ) : null}
        {of.on ? <span className="muted">{say.day(of.on)}</span> : null}
      </p>
      <p className="proposal-text" lang="zh-CN">
        {of.text}
      </p>
      {of.rating ? <p className="muted">{t("answer.rated", { rating: t(`rating.${of.rating}`) })}</p> : null}
    </div>
  )
}
