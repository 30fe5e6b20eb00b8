import type { ReactNode } from "react"
import { useFilter } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"

interface PeriodProps {
  readonly of: {
    readonly period: string
    readonly periods: readonly { readonly key: string; readonly name: string }[]
  }
}

/** A month, a semester, or all; kept in the address. */
export function Period({ of }: PeriodProps): ReactNode {
  const t = useWords("board")
  const [, set] = useFilter()
  const known = of.periods.some((p) => p.key === of.period)
  return (
    <label className="board-period">
      <span>{t("figures.period")}</span>
      <select
        value={of.period}
        onChange={(e) => set({ period: e.target.value === "all" ? undefined : e.target.value })}
      >
        {known ? null : <option value={of.period}>{of.period}</option>}
        {of.periods.map((p) => (
          <option key={p.key} value={p.key} lang="zh-CN">
            {p.name}
          </option>
        ))}
      </select>
    </label>
  )
}
