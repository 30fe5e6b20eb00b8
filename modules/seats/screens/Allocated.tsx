import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useWords } from "#kit/web/words.ts"
import type { preview } from "../contract.ts"
import { SeatTable } from "./SeatTable.tsx"

type Previewed = Out<typeof preview>
export type Result = NonNullable<Previewed["result"]>
export type Others = Previewed["others"]

interface AllocatedProps {
  readonly result: Result
  readonly others: Others
}

/** An allocation from its sums to every single step. */
export function Allocated({ result, others }: AllocatedProps): ReactNode {
  return (
    <>
      <Sums result={result} />
      <SeatTable result={result} others={others} />
      <Societies result={result} />
      <Asks result={result} />
      <Checks result={result} />
    </>
  )
}

function Sums({ result: r }: { result: Result }): ReactNode {
  const t = useWords("seats")
  const societies = r.societies.reduce((n, s) => n + s.seats, 0)
  const sums: [string, number][] = [
    ["sum.students", r.students],
    ["sum.total", r.total],
    ["sum.societies", societies],
    ["sum.ex-officio", r.exOfficio],
    ["sum.observers", r.observers],
    ["sum.candidates", r.candidates],
  ]
  return (
    <dl className="seats-sums">
      {sums.map(([key, n]) =>
        n > 0 ? (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{n}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

function Societies({ result }: { result: Result }): ReactNode {
  const t = useWords("seats")
  const with_ = result.societies.filter((s) => s.seats > 0)
  if (with_.length === 0) return null
  return (
    <section className="panel">
      <h2>
        {t("societies.title")} <ClauseLabel clause="6.4" />
      </h2>
      <ul className="seats-societies">
        {with_.map((s) => (
          <li key={s.name}>
            <span>
              <span lang="zh-CN">{s.name}</span>
              {s.main ? <span className="tag">{t("societies.main")}</span> : null}
              <span className="muted">
                {t("societies.says", { members: s.members, candidates: s.candidates })}
              </span>
            </span>
            <b>{s.seats}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Asks({ result }: { result: Result }): ReactNode {
  const t = useWords("seats")
  if (result.asks.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("asks.title")}</h2>
      <p className="muted">{t("asks.lead")}</p>
      {result.asks.map((a) => (
        <details key={a.id} className="seats-ask">
          <summary>
            <span lang="zh-CN">{a.name}</span> {t("asks.need", { need: a.need, of: a.of })}
          </summary>
          <ul>
            {a.groups.map((g) => (
              <li key={g.name}>
                <span lang="zh-CN">{g.name}</span> <b>{g.people}</b>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

function Checks({ result }: { result: Result }): ReactNode {
  const t = useWords("seats")
  return (
    <section className="panel">
      <h2>{t("checks.title")}</h2>
      <ul className="seats-checks">
        {result.checks.map((c) => (
          <li key={c.id} className={c.ok ? "seats-ok" : "seats-not"}>
            <span aria-hidden="true">{c.ok ? "✓" : "✗"}</span>
            <span>
              <span className="unseen">{t(c.ok ? "checks.ok" : "checks.not")}</span>
              <span lang="zh-CN">{c.says}</span>{" "}
              {c.clause ? (
                <ClauseLabel clause={c.clause} />
              ) : (
                <span className="muted" lang="zh-CN">
                  {c.source}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
