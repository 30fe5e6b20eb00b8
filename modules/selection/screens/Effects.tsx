import { ArrowRightOutlined } from "@ant-design/icons"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { Answer, Problem } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import { effect } from "../contract.ts"
import type { Seen } from "./rows.ts"

type Change = Out<typeof effect>["changes"][number]

/** What the choice would do to article 3 and 5.6, before it is made; without a choice, how the union stands. */
export function Effects({ seen, chosen }: { seen: Seen; chosen: readonly string[] }): ReactNode {
  const t = useWords("selection")
  return (
    <section className="panel selection-effects" aria-live="polite">
      <h2>{t("effect.title")}</h2>
      {chosen.length === 0 ? (
        <Now seen={seen} />
      ) : (
        <Then callId={seen.call.id} chosen={chosen} level={seen.call.level} />
      )}
    </section>
  )
}

function Now({ seen }: { seen: Seen }): ReactNode {
  const t = useWords("selection")
  const not = (seen.findings ?? []).filter((f) => f.verdict !== "met")
  return (
    <>
      <p className="muted">{t("effect.choose", { union: seen.call.union })}</p>
      {not.length ? (
        <ul className="selection-changes">
          {not.map((f) => (
            <li key={`${f.clause} ${f.subject}`}>
              <p className="selection-change-head">
                <b>
                  <ClauseLabel clause={f.clause} />
                </b>
                <Verdict is={f.verdict} />
              </p>
              <p lang="zh-CN">{f.because}</p>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("effect.well")}</p>
      )}
    </>
  )
}

function Then({
  callId,
  chosen,
  level,
}: {
  callId: string
  chosen: readonly string[]
  level: "school" | "faculty"
}): ReactNode {
  const t = useWords("selection")
  return (
    <Answer of={useAsk(effect, { callId, chosen: chosen.join(",") }, { keep: true })} rows={4}>
      {({ changes, forbidden, share }) => (
        <>
          <p className="muted">{t("effect.chosen", { count: chosen.length })}</p>
          {forbidden ? (
            <Problem
              refusal={{ code: "against-clause", because: forbidden.because, clause: forbidden.clause }}
            />
          ) : null}
          {level === "school" ? (
            <p>
              {t("effect.share", {
                from: share.from,
                of: share.of,
                percent: share.of ? Math.round((share.from * 1000) / share.of) / 10 : 0,
              })}{" "}
              <ClauseLabel clause="5.6" />
            </p>
          ) : null}
          <Changes of={changes} />
        </>
      )}
    </Answer>
  )
}

/** Findings before and after: those that turn or do not hold; where only a figure differs, folded away. */
export function Changes({ of }: { of: readonly Change[] }): ReactNode {
  const t = useWords("selection")
  if (of.length === 0) return <p>{t("effect.none")}</p>
  const still = of.filter((c) => c.before?.verdict === "met" && c.after?.verdict === "met")
  const told = of.filter((c) => !still.includes(c))
  return (
    <>
      {told.length ? <Lines of={told} /> : <p>{t("effect.none")}</p>}
      {still.length ? (
        <details>
          <summary>{t("effect.still", { count: still.length })}</summary>
          <Lines of={still} />
        </details>
      ) : null}
    </>
  )
}

function Lines({ of }: { of: readonly Change[] }): ReactNode {
  const t = useWords("selection")
  return (
    <ul className="selection-changes">
      {of.map((c) => (
        <li key={`${c.clause} ${c.subject}`}>
          <p className="selection-change-head">
            <b>
              <ClauseLabel clause={c.clause} />
            </b>
            {c.before ? <Verdict is={c.before.verdict} /> : null}
            <ArrowRightOutlined aria-label={t("effect.to")} />
            {c.after ? <Verdict is={c.after.verdict} /> : null}
          </p>
          {c.before ? (
            <p className="muted" lang="zh-CN">
              {c.before.because}
            </p>
          ) : null}
          <p lang="zh-CN">{c.after?.because}</p>
        </li>
      ))}
    </ul>
  )
}
