import { fairShares } from "./fair-share.ts"
import {
  before,
  compare,
  type Fraction,
  fits,
  type Group,
  guarded,
  type Line,
  type Quotient,
  type Shared,
  sum,
  type Tie,
} from "./list.ts"

/**
 * Sainte-Laguë (Webster): every group starts at its least; each further seat goes to the largest size ÷ (2·seat − 1)
 * among the groups below their most. More seats never cost a group one.
 */
export function sainteLague(groups: readonly Group[], total: number): Shared {
  if (!fits(groups, total)) throw new RangeError("the bounds leave no room for this total")
  const all = sum(groups.map((g) => g.size))
  const claims = groups.map((g) => ({ g, seats: g.least, won: [] as Quotient[] }))
  const heap = new Heap(claims.filter((c) => c.seats < c.g.most))
  let last: { claim: Claim; of: Fraction } | undefined
  for (let place = 1; place <= total - sum(groups.map((g) => g.least)); place++) {
    const claim = heap.first!
    last = { claim, of: next(claim) }
    claim.seats++
    claim.won.push({ seat: claim.seats, of: last.of, place })
    heap.lower(claim.seats < claim.g.most)
  }
  const fair = fairShares(groups, total)
  const lines = claims.map(({ g, seats, won }, at): Line => {
    const { num, den } = fair[at]!.fair
    return {
      ...g,
      seats,
      quota: { num: guarded(g.size * total), den: all },
      ...fair[at]!,
      floor: Math.floor(num / den),
      remainder: num % den,
      place: null,
      extra: 0,
      quotients: won,
    }
  })
  return { lines, total, all, ties: last ? ties(claims, last.of) : [], divisor: divisors(claims) }
}

interface Claim {
  readonly g: Group
  seats: number
  won: Quotient[]
}

const next = ({ g, seats }: Claim): Fraction => ({ num: g.size, den: 2 * seats + 1 })
const claimsFirst = (a: Claim, b: Claim): number => compare(next(b), next(a)) || before(a.g, b.g)

/** Those whose last quotient equals the one that won the last seat, and those who would have it next. */
function ties(claims: readonly Claim[], of: Fraction): Tie[] {
  const missed = claims.filter((c) => c.seats < c.g.most && compare(next(c), of) === 0)
  const got = claims.filter((c) => c.won.length > 0 && compare(c.won.at(-1)!.of, of) === 0)
  const names = (some: readonly Claim[]) =>
    some
      .map((c) => c.g)
      .sort(before)
      .map((g) => g.name)
  return missed.length > 0 ? [{ got: names(got), missed: names(missed) }] : []
}

/** size ÷ d rounds to the seats where the next quotient ≤ d/2 ≤ the last one: given here already doubled. */
function divisors(claims: readonly Claim[]): { from: Fraction | null; to: Fraction | null } {
  const twice = ({ num, den }: Fraction): Fraction => ({ num: 2 * num, den })
  const coming = claims
    .filter((c) => c.seats < c.g.most)
    .map(next)
    .sort(compare)
  const last = claims.flatMap((c) => c.won.slice(-1).map((q) => q.of)).sort(compare)
  return { from: coming.length ? twice(coming.at(-1)!) : null, to: last[0] ? twice(last[0]) : null }
}

/** A binary heap by claim: the first one is whose turn it is. */
class Heap {
  readonly #items: Claim[]
  constructor(items: Claim[]) {
    this.#items = items.sort(claimsFirst) // a sorted array is a heap
  }
  get first(): Claim | undefined {
    return this.#items[0]
  }
  /** The first one's claim has shrunk, or it has no more. */
  lower(stays: boolean): void {
    const items = this.#items
    if (!stays) {
      const end = items.pop()!
      if (items.length === 0) return
      items[0] = end
    }
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let best = at
      if (left < items.length && claimsFirst(items[left]!, items[best]!) < 0) best = left
      if (right < items.length && claimsFirst(items[right]!, items[best]!) < 0) best = right
      if (best === at) return
      ;[items[at], items[best]] = [items[best]!, items[at]!]
      at = best
    }
  }
}
