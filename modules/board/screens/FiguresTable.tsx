import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useWords } from "#kit/web/words.ts"
import type { figures } from "../contract.ts"
import { useNumbers } from "./words.ts"

type Row = Out<typeof figures>["fields"][number] & { readonly rank?: number | null }

interface FiguresTableProps {
  readonly of: readonly Row[]
  /** What the rows are: 领域、承办单位. */
  readonly name: string
  readonly label: string
  /** Their places stand before them. */
  readonly ranked?: boolean
}

/** Groups with their figures; on a phone each group is a small sheet. */
export function FiguresTable({ of, name, label, ranked = false }: FiguresTableProps): ReactNode {
  const t = useWords("board")
  const numbers = useNumbers()
  const columns = [
    ["count", (r: Row) => numbers.count(r.count)],
    ["answered", (r: Row) => numbers.share(r.answered)],
    ["accept-days", (r: Row) => numbers.days(r.acceptDays)],
    ["answer-days", (r: Row) => numbers.days(r.answerDays)],
    ["solve-days", (r: Row) => numbers.days(r.solveDays)],
    ["solved", (r: Row) => numbers.share(r.solved)],
    ["late", (r: Row) => numbers.share(r.late)],
  ] as const
  if (of.length === 0) return <p className="muted">{t("figures.nothing")}</p>
  return (
    <table className="board-table board-figures">
      <caption className="unseen">{label}</caption>
      <thead>
        <tr>
          {ranked ? <th scope="col">{t("figures.rank")}</th> : null}
          <th scope="col" className="board-name">
            {name}
          </th>
          {columns.map(([key]) => (
            <th key={key} scope="col">
              {t(`figures.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.map((row) => (
          <tr key={row.name}>
            {ranked ? <td data-title={t("figures.rank")}>{row.rank ?? t("figures.unranked")}</td> : null}
            <th scope="row" lang="zh-CN">
              {row.name}
            </th>
            {columns.map(([key, show]) => (
              <td key={key} data-title={t(`figures.${key}`)}>
                {show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
