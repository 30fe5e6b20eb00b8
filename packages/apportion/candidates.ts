import type { Fraction } from "./list.ts"

/** Candidates to be put up for `seats`: the seats and the surplus, a part of one counted as one. */
export function candidatesFor(seats: number, surplus: Fraction): number {
  return seats + atLeastOf(surplus, seats)
}

/** The least whole number that is at least `share` of `of`. */
export const atLeastOf = (share: Fraction, of: number): number => {
  const product = BigInt(of) * BigInt(share.num)
  const den = BigInt(share.den)
  return Number((product + den - 1n) / den)
}
