import { compare, type Fraction, type Group, guarded, sum } from "./list.ts"

export interface Fair {
  readonly fair: Fraction
  readonly held: "least" | "most" | null
}

/**
 * The exact shares of `total` under bounds: mid(least, λ·size, most) for the one λ that makes them sum to `total`.
 * λ is found among the finitely many groups' own bounds, so the shares are exact fractions.
 */
export function fairShares(groups: readonly Group[], total: number): Fair[] {
  const free = { num: total, den: sum(groups.map((g) => g.size)) }
  const lambda = free.den > 0 && balances(groups, total, free) ? free : search(groups, total)
  return groups.map((g) => {
    const held = lambda ? holds(g, lambda) : "least"
    if (!held) return { fair: { num: guarded(g.size * lambda!.num), den: lambda!.den }, held }
    return { fair: { num: held === "least" ? g.least : g.most, den: 1 }, held }
  })
}

/** The bound that bites at λ; none where λ·size lies between the bounds or on them. */
function holds(g: Group, lambda: Fraction): "least" | "most" | null {
  const share = guarded(g.size * lambda.num)
  if (share < guarded(g.least * lambda.den)) return "least"
  return share > guarded(g.most * lambda.den) ? "most" : null
}

/** Seats held at bounds, and the people of the groups that are free, at λ. */
function split(groups: readonly Group[], lambda: Fraction): { held: number; size: number } {
  let held = 0
  let size = 0
  for (const g of groups) {
    const at = holds(g, lambda)
    if (at) held += at === "least" ? g.least : g.most
    else size += g.size
  }
  return { held, size }
}

const balances = (groups: readonly Group[], total: number, lambda: Fraction): boolean => {
  const { held, size } = split(groups, lambda)
  return guarded(size * lambda.num) === guarded((total - held) * lambda.den)
}

/** The sum of shares grows with λ and bends only where a group meets a bound: look between two bends. */
function search(groups: readonly Group[], total: number): Fraction | undefined {
  const bends = groups
    .filter((g) => g.size > 0)
    .flatMap((g) => [
      { num: g.least, den: g.size },
      { num: g.most, den: g.size },
    ])
    .sort(compare)
  let low = 0
  let high = bends.length - 1
  // The last bend at which the shares do not yet exceed the total.
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (exceeds(groups, total, bends[middle]!)) high = middle - 1
    else low = middle
  }
  const bend = bends[low]
  if (!bend) return undefined
  // Free between this bend and the next: those neither at most by now nor held at least until later.
  let held = 0
  let size = 0
  for (const g of groups) {
    const share = g.size * bend.num
    if (g.size === 0 || share < g.least * bend.den) held += g.least
    else if (share >= g.most * bend.den) held += g.most
    else size += g.size
  }
  if (size === 0) return bend
  return { num: total - held, den: size }
}

function exceeds(groups: readonly Group[], total: number, lambda: Fraction): boolean {
  const { held, size } = split(groups, lambda)
  return guarded(size * lambda.num) > guarded((total - held) * lambda.den)
}
