import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go } from "#kit/web/nav.tsx"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import type { findingsMatrix } from "../contract.ts"
import { listAddress } from "./addresses.ts"

type Union = Out<typeof findingsMatrix>["unions"][number]
type Cell = Union["articles"][number]

const articlesOf = (unions: readonly Union[]): number[] =>
  [...new Set(unions.flatMap((u) => u.articles.map((a) => a.article)))].sort((a, b) => a - b)

/** Unions down, articles across, the worst verdict in each cell; on a narrow screen a sheet per union. */
export function Matrix({ unions }: { unions: readonly Union[] }): ReactNode {
  return (
    <>
      <Wide unions={unions} />
      <Narrow unions={unions} />
    </>
  )
}

function Wide({ unions }: { unions: readonly Union[] }): ReactNode {
  const t = useWords("findings")
  const articles = articlesOf(unions)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="findings-matrix" aria-label={t("matrix.label")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("union")}</th>
            {articles.map((n) => (
              <th key={n} scope="col">
                <Go to={listAddress({ article: n, view: "clauses" })}>
                  {t(`article.${n}.number`)}
                  <small>{t(`article.${n}.short`)}</small>
                </Go>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {unions.map((u) => (
            <tr key={u.id}>
              <th scope="row">
                <Go to={listAddress({ union: u.id, view: "clauses" })}>{u.name}</Go>
              </th>
              {articles.map((n) => (
                <td key={n}>
                  <CellShown union={u} cell={u.articles.find((a) => a.article === n)} article={n} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function CellShown({
  union,
  cell,
  article,
}: {
  union: Union
  cell: Cell | undefined
  article: number
}): ReactNode {
  const t = useWords("findings")
  if (!cell?.verdict)
    return (
      <span className="findings-nothing">
        <span aria-hidden="true">—</span>
        <span className="unseen">{t("matrix.nothing")}</span>
      </span>
    )
  return (
    <Go to={listAddress({ union: union.id, article, view: "clauses" })} className="findings-cell">
      <span className="unseen">
        {union.name} {t(`article.${article}.number`)}
      </span>
      <Verdict is={cell.verdict} {...(cell.open > 1 ? { count: cell.open } : {})} />
    </Go>
  )
}

function Narrow({ unions }: { unions: readonly Union[] }): ReactNode {
  const t = useWords("findings")
  return (
    <ul className="findings-unions">
      {unions.map((u) => {
        const unproven = u.articles.filter((a) => a.verdict === "unknown").length
        const waiting = u.articles.filter((a) => a.verdict && a.verdict !== "met" && a.verdict !== "unknown")
        return (
          <li key={u.id}>
            <Go to={listAddress({ union: u.id, view: "clauses" })} className="findings-union">
              {u.name}
            </Go>
            {waiting.length + unproven === 0 ? <p className="muted">{t("matrix.clean")}</p> : null}
            <ul>
              {waiting.map((a) => (
                <li key={a.article}>
                  <Go to={listAddress({ union: u.id, article: a.article, view: "clauses" })}>
                    <span>
                      {t(`article.${a.article}.number`)} {t(`article.${a.article}.short`)}
                    </span>
                    <Verdict is={a.verdict!} {...(a.open > 1 ? { count: a.open } : {})} />
                  </Go>
                </li>
              ))}
              {unproven ? (
                <li>
                  <Go to={listAddress({ union: u.id, verdict: "unknown", view: "clauses" })}>
                    <span>{t("matrix.unproven", { count: unproven })}</span>
                    <Verdict is="unknown" />
                  </Go>
                </li>
              ) : null}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
