import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"

const pages = { board: "/needs", figures: "/needs/figures", briefings: "/needs/briefings" } as const

/** The board, its figures, its briefings. */
export function BoardNav({ now }: { now: keyof typeof pages }): ReactNode {
  const t = useWords("board")
  return (
    <nav className="between" aria-label={t("nav.label")}>
      {(Object.keys(pages) as (keyof typeof pages)[]).map((page) => (
        <Go key={page} to={pages[page]} {...(page === now ? { className: "between-now" } : {})}>
          {t(`nav.${page}`)}
        </Go>
      ))}
    </nav>
  )
}
