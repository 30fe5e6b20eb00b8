import { Table, type TableProps } from "antd"
import type { ReactNode } from "react"
import { type Paged, usePageButtons } from "./page-buttons.ts"
import "./list.css"

export interface Column<T> {
  readonly key: string
  readonly title: string
  readonly show: (row: T) => ReactNode
  readonly width?: number
  readonly align?: "left" | "right"
  /** On a phone: in the one line under the heading, by itself or after its title; or not at all. */
  readonly phone?: "plain" | "titled" | "none"
  /** What the rows are put in order by, for a table that is there whole. */
  readonly by?: (row: T) => string | number
}

interface ListProps<T> {
  readonly rows: readonly T[]
  readonly columns: readonly Column<T>[]
  readonly rowKey: (row: T) => string
  /** What the table lists, for screen readers. */
  readonly label: string
  readonly paged?: Paged
  readonly busy?: boolean
}

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true })

/** Numbers by size, words by pinyin. */
const inOrder =
  <T,>(by: (row: T) => string | number) =>
  (a: T, b: T): number => {
    const [one, other] = [by(a), by(b)]
    return typeof one === "number" && typeof other === "number"
      ? one - other
      : collator.compare(`${one}`, `${other}`)
  }

/**
 * A table; on a phone each row becomes a small sheet: its first column the heading, the others with the column
 * titles beside the values. Where columns say how they stand on a phone: the heading and one line under it.
 */
export function List<T extends object>({
  rows,
  columns,
  rowKey,
  label,
  paged,
  busy,
}: ListProps<T>): ReactNode {
  const buttons = usePageButtons()
  const table: TableProps<T> = {
    dataSource: [...rows],
    rowKey,
    loading: busy ?? false,
    columns: columns.map((c) => ({
      key: c.key,
      title: c.title,
      ...(c.width ? { width: c.width } : {}),
      ...(c.by ? { sorter: inOrder(c.by) } : {}),
      className: [c.align === "right" ? "desk-right" : "", c.phone ? `desk-phone-${c.phone}` : ""].join(" "),
      render: (_: unknown, row: T) => c.show(row),
      onCell: () => ({ "data-title": c.title }) as object,
    })),
    pagination: paged ? buttons(paged) : false,
  }
  return (
    <section
      className={columns.some((c) => c.phone) ? "desk-list desk-list-tight" : "desk-list"}
      aria-label={label}
    >
      <Table {...table} />
    </section>
  )
}
