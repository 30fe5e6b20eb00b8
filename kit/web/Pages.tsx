import type { ReactNode } from "react"
import { useFilter } from "./nav.tsx"
import { useWords } from "./words.ts"

/** From page to page of a long list, kept in the address as `page`; nothing where one page holds it. */
export function Pages({ total, size }: { total: number; size: number }): ReactNode {
  const t = useWords()
  const [{ page }, set] = useFilter()
  const now = Number(page ?? 1)
  const last = Math.max(1, Math.ceil(total / size))
  if (last === 1) return null
  const turn = (by: number) => set({ page: `${now + by}` })
  return (
    <nav className="pages" aria-label={t("pages.label")}>
      <button type="button" className="button" disabled={now <= 1} onClick={() => turn(-1)}>
        {t("pages.before")}
      </button>
      <span>{t("pages.now", { now, last })}</span>
      <button type="button" className="button" disabled={now >= last} onClick={() => turn(1)}>
        {t("pages.next")}
      </button>
    </nav>
  )
}
