import type { ReactNode } from "react"
import { useFilter } from "../nav.tsx"
import { Answer } from "../states.tsx"
import { type Column, List } from "./List.tsx"
import type { Paged } from "./page-buttons.ts"

interface ListedProps<T> {
  /** Rows of the answer; `total` with it when the server counts pages. */
  readonly of: {
    data: { readonly items: readonly T[]; readonly total?: number } | undefined
    error: Error | null
    refetch: () => unknown
    isPlaceholderData: boolean
  }
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rowKey: (row: T) => string
  /** Rows on a page, as asked of the server. */
  readonly size?: number
  /** Instead of the table when there is nothing to list. */
  readonly none: ReactNode
  /** Above the table, e.g. how many there are. */
  readonly head?: (total: number) => ReactNode
}

/** The page asked for, kept in the address as `page`; from 1. */
export function usePage(): number {
  const [{ page }] = useFilter()
  const asked = Number(page)
  return Number.isInteger(asked) && asked > 0 ? asked : 1
}

/** As `List` takes it, for an answer of `size` rows of `total`. */
export function usePaged(): (size: number, total: number) => Paged {
  const [, set] = useFilter()
  const page = usePage()
  return (size, total) => ({ page, size, total, go: (to) => set({ page: to > 1 ? `${to}` : undefined }) })
}

/** An answer as a table: the skeleton while it comes, what to do when there is nothing, the pages of the server. */
export function Listed<T extends object>(props: ListedProps<T>): ReactNode {
  const { of, size, label, columns, rowKey } = props
  const paged = usePaged()
  return (
    <Answer of={of} rows={6}>
      {({ items, total = items.length }) =>
        total === 0 ? (
          props.none
        ) : (
          <>
            {props.head?.(total)}
            <List
              label={label}
              rows={items}
              rowKey={rowKey}
              columns={columns}
              busy={of.isPlaceholderData}
              {...(size ? { paged: paged(size, total) } : {})}
            />
          </>
        )
      }
    </Answer>
  )
}
