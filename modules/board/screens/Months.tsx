import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import { useNumbers } from "./words.ts"

interface MonthsProps {
  readonly of: readonly {
    readonly month: string
    readonly raised: number | null
    readonly answered: number | null
  }[]
}

/** The numbers behind the lines. */
export function Months({ of }: MonthsProps): ReactNode {
  const t = useWords("board")
  const numbers = useNumbers()
  return (
    <table className="board-table">
      <caption className="unseen">{t("figures.by-month")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("figures.month")}</th>
          <th scope="col">{t("figures.raised")}</th>
          <th scope="col">{t("figures.answered-count")}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((m) => (
          <tr key={m.month}>
            <th scope="row">{numbers.month(m.month)}</th>
            <td>{numbers.count(m.raised)}</td>
            <td>{numbers.count(m.answered)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
