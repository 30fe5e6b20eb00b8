import type { PaginationProps } from "antd"
import { cloneElement, type ReactElement } from "react"
import { useWords } from "../words.ts"

/** Pages of the server: page from 1, `total` rows in all. */
export interface Paged {
  readonly page: number
  readonly size: number
  readonly total: number
  readonly go: (page: number) => void
}

/** The library's buttons to the pages, with names: their icons are not read out. */
export function usePageButtons(): (of: Paged) => PaginationProps {
  const t = useWords()
  return ({ page, size, total, go }) => ({
    current: page,
    pageSize: size,
    total,
    onChange: go,
    showSizeChanger: false,
    itemRender: (_, type, link) =>
      type === "prev" || type === "next"
        ? cloneElement(link as ReactElement<{ "aria-label": string }>, {
            "aria-label": t(type === "prev" ? "pages.before" : "pages.next"),
          })
        : link,
    hideOnSinglePage: true,
  })
}
