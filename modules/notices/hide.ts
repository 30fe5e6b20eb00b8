import { fewest } from "#policy/practice/notices.ts"

/**
 * Which rows of a table show no counts: those of fewer than five people, and where that is one alone the smallest
 * beside it too, or the sum would tell what is hidden. Answers the places of the rows.
 */
export function hidden(sizes: readonly number[], least: number = fewest): ReadonlySet<number> {
  const small = sizes.flatMap((n, at) => (n < least ? [at] : []))
  if (small.length !== 1 || sizes.length === 1) return new Set(small)
  const others = sizes.map((n, at) => ({ n, at })).filter(({ at }) => at !== small[0])
  const next = others.toSorted((a, b) => a.n - b.n)[0]!
  return new Set([...small, next.at])
}
