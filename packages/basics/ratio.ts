/** An exact fraction of two whole numbers: shares and ranks are never compared as floating point. */
export interface Ratio {
  readonly num: number
  readonly den: number
}

export const ratio = (num: number, den: number): Ratio => ({ num, den })

/** Sign of a − b. Exact while the products stay below 2^53. A denominator of 0 throws. */
export function compareRatio(a: Ratio, b: Ratio): -1 | 0 | 1 {
  if (a.den <= 0 || b.den <= 0) throw new RangeError("a ratio needs a positive denominator")
  const left = a.num * b.den
  const right = b.num * a.den
  return left < right ? -1 : left > right ? 1 : 0
}

/** `42.50%`; digits after the point as asked, half up. */
export function percent(r: Ratio, digits = 2): string {
  if (r.den === 0) return "—"
  const scale = 10 ** digits
  return `${(Math.round((r.num * 100 * scale) / r.den) / scale).toFixed(digits)}%`
}
