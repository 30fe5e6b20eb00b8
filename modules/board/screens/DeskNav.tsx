import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"

const pages = {
  briefings: "/office/briefings",
  general: "/office/general-needs",
  public: "/needs/figures",
} as const

export function DeskNav({ now }: { now: keyof typeof pages }): ReactNode {
  const t = useWords("board")
  return (
    <nav className="board-nav" aria-label={t("nav.desk")}>
      {(Object.keys(pages) as (keyof typeof pages)[]).map((page) => (
        <Go key={page} to={pages[page]} {...(page === now ? { className: "board-nav-now" } : {})}>
          {t(`nav.desk-${page}`)}
        </Go>
      ))}
    </nav>
  )
}
