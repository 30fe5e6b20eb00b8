import { fairShares } from "./fair-share.ts"
import { before, compare, fits, type Group, guarded, type Line, type Shared, sum, type Tie } from "./list.ts"

/**
 * Largest remainder (Hamilton, Hare quota): the whole part of every share, and the seats left over to the largest
 * remainders. Bounds enter through the shares (`fairShares`), so each group still gets its share rounded down or up.
 */
export function largestRemainder(groups: readonly Group[], total: number): Shared {
  if (!fits(groups, total)) throw new RangeError("the bounds leave no room for this total")
  const all = sum(groups.map((g) => g.size))
  const fair = fairShares(groups, total)
  const parts = groups.map((g, at) => {
    const { num, den } = fair[at]!.fair
    const floor = Math.floor(num / den)
    return { g, at, den, floor, remainder: num - guarded(floor * den) }
  })
  const claims = parts
    .filter((p) => p.remainder > 0)
    .sort((a, b) => compare(rest(b), rest(a)) || before(a.g, b.g))
  const left = total - sum(parts.map((p) => p.floor))
  const place = new Map(claims.map((p, i) => [p.at, i + 1]))
  const lines = parts.map(({ g, at, floor, remainder }): Line => {
    const rank = place.get(at) ?? null
    const extra = rank !== null && rank <= left ? 1 : 0
    return {
      ...g,
      seats: floor + extra,
      quota: { num: guarded(g.size * total), den: all },
      ...fair[at]!,
      floor,
      remainder,
      place: rank,
      extra,
      quotients: [],
    }
  })
  return { lines, total, all, ties: ties(claims, left), divisor: null }
}

const rest = (p: { remainder: number; den: number }) => ({ num: p.remainder, den: p.den })

function ties(claims: readonly { g: Group; remainder: number; den: number }[], left: number): Tie[] {
  const [last, next] = [claims[left - 1], claims[left]]
  if (!last || !next || compare(rest(last), rest(next)) !== 0) return []
  const equal = claims.map((p, i) => ({ p, i })).filter(({ p }) => compare(rest(p), rest(last)) === 0)
  return [
    {
      got: equal.filter(({ i }) => i < left).map(({ p }) => p.g.name),
      missed: equal.filter(({ i }) => i >= left).map(({ p }) => p.g.name),
    },
  ]
}
