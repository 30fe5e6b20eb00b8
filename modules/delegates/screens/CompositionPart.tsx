import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { composed } from "../contract.ts"
import type { Progress } from "./DelegatesPage.tsx"

type Composed = Out<typeof composed>

/** What the delegates come to, and what they are held against. */
export function CompositionPart({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  return (
    <Answer of={useAsk(composed, { assembly: of.assembly.id })} rows={8}>
      {({ composition, checks }) =>
        composition.total === 0 ? (
          <Empty title={t("people.none")}>
            <p>{t("people.none-more")}</p>
          </Empty>
        ) : (
          <>
            <section className="panel">
              <h2>{t("checks.title")}</h2>
              <Checks of={checks} />
            </section>
            <Figures of={composition} />
          </>
        )
      }
    </Answer>
  )
}

export function Checks({ of }: { of: Composed["checks"] }): ReactNode {
  const t = useWords("delegates")
  return (
    <ul className="delegates-checks" lang="zh-CN">
      {of.map((c) => (
        <li key={c.key}>
          <span className={c.ok ? "delegates-mark" : "delegates-mark delegates-mark-not"}>
            {t(c.ok ? "checks.ok" : "checks.not")}
          </span>
          <span>
            <b>{c.title}</b> {c.clause ? <ClauseLabel clause={c.clause} /> : null}
            <br />
            {c.says}
            {c.cure ? <span className="delegates-cure">{c.cure}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function Figures({ of }: { of: Composed["composition"] }): ReactNode {
  const t = useWords("delegates")
  return (
    <div className="delegates-figures" lang="zh-CN">
      {of.counts.map((k) => (
        <section className="panel" key={k.kind}>
          <h2>{t(`counts.${k.kind}`)}</h2>
          <table>
            <tbody>
              {k.rows.map((r) => (
                <tr key={r.label}>
                  <th scope="row">{r.label}</th>
                  <td>{t("counts.people", { count: r.count })}</td>
                  <td>{r.share}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t("counts.sum")}</th>
                <td>{t("counts.people", { count: k.rows.reduce((n, r) => n + r.count, 0) })}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </section>
      ))}
    </div>
  )
}
