import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useWords } from "#kit/web/words.ts"
import { type Line, spreadOf } from "./rows.ts"

/** 5.3 代表性: how these people are spread, each value with a bar as long as its share. */
export function Spread({ rows, chosen }: { rows: readonly Line[]; chosen: boolean }): ReactNode {
  const t = useWords("selection")
  const parts: readonly [string, (r: Line) => string | null][] = [
    ["faculty", (r) => r.faculty],
    ["grade", (r) => t("grade", { grade: r.grade })],
    ["sex", (r) => r.sex],
    ["source", (r) => r.source],
  ]
  return (
    <section className="panel selection-spread">
      <h2>
        {t("spread.title")} <ClauseLabel clause="5.3" />
      </h2>
      <p className="muted">{t(chosen ? "spread.chosen" : "spread.shown", { count: rows.length })}</p>
      {parts.map(([key, of]) => (
        <div key={key}>
          <h3>{t(`spread.${key}`)}</h3>
          <ul>
            {spreadOf(rows, of)
              .slice(0, 8)
              .map(({ value, count }) => (
                <li key={value}>
                  <span lang="zh-CN">{value}</span>
                  <i style={{ width: `${(count * 100) / Math.max(1, rows.length)}%` }} aria-hidden="true" />
                  <b>{t("people", { count })}</b>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
