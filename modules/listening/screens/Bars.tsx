import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { ShareBar } from "#kit/web/ShareBar.tsx"
import { useWords } from "#kit/web/words.ts"
import type { one } from "../contract.ts"
import { useTell } from "./say.ts"
import "./bars.css"

type Survey = NonNullable<Out<typeof one>["survey"]>
export type Tally = NonNullable<Survey["results"]>[number]
export type Shares = NonNullable<Survey["shares"]>

/** Answers to questions as bars with their counts; of a scale the average too. */
export function Bars({ of, children }: { of: readonly Tally[]; children?: (q: Tally) => ReactNode }) {
  const t = useWords("listening")
  return (
    <ol className="listening-results">
      {of.map((q) => (
        <li key={q.id}>
          <h3 lang="zh-CN">{q.title}</h3>
          <p className="muted listening-n">
            {q.n === null ? t("results.few") : t("results.n", { n: q.n })}
            {q.average === null ? null : <> · {t("results.average", { average: q.average })}</>}
            {q.kind === "multiple" && q.n !== null ? <> · {t("results.several")}</> : null}
          </p>
          {q.n === null ? null : <Counts of={q} n={q.n} />}
          {children?.(q)}
        </li>
      ))}
    </ol>
  )
}

function Counts({ of, n }: { of: Tally; n: number }): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  if (of.bars.length === 0) return null
  return (
    <ul className="listening-bars">
      {of.bars.map((b) => (
        <li key={b.label}>
          <span lang="zh-CN">{of.kind === "scale" ? t("results.marks", { mark: b.label }) : b.label}</span>
          <ShareBar part={b.count} of={n} />
          <span className="listening-count">
            {t("results.people", { count: b.count })} <small>{tell.percent(b.count, n)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Who of those asked has answered, by faculty; small ones together. */
export function ShareBars({ of }: { of: Shares }): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  const rows = [
    ...of.faculties.map((f) => ({ ...f, name: f.faculty })),
    ...(of.rest ? [{ ...of.rest, name: t("results.rest", { count: of.rest.faculties }) }] : []),
  ]
  return (
    <>
      <p>
        {t("results.asked", {
          answered: of.answered,
          asked: of.asked,
          share: tell.percent(of.answered, of.asked),
        })}
      </p>
      {rows.length > 0 ? (
        <ul className="listening-bars">
          {rows.map((f) => (
            <li key={f.name}>
              <span>{f.name}</span>
              <ShareBar part={f.answered} of={f.asked} />
              <span className="listening-count">
                {t("results.of", { answered: f.answered, asked: f.asked })}{" "}
                <small>{tell.percent(f.answered, f.asked)}</small>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="muted listening-n">{t("results.small")}</p>
    </>
  )
}
