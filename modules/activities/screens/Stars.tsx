import type { ReactNode } from "react"
import { ShareBar } from "#kit/web/ShareBar.tsx"
import { useWords } from "#kit/web/words.ts"
import "./shares.css"

/** How many gave five stars, four, three… */
export function Stars({ of }: { of: { people: number; stars: readonly number[] } }): ReactNode {
  const t = useWords("activities")
  const average = of.stars.reduce((sum, n, i) => sum + n * (i + 1), 0) / of.people
  const most = Math.max(...of.stars, 1)
  return (
    <>
      <p>{t("rating.average", { average: average.toFixed(1), count: of.people })}</p>
      <ul className="stars">
        {[5, 4, 3, 2, 1].map((n) => {
          const people = of.stars[n - 1] ?? 0
          return (
            <li key={n}>
              <span>{t("rating.stars", { stars: n })}</span>
              <ShareBar part={people} of={most} />
              <span>{t("people-count", { count: people })}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
