import type { Fraction } from "./list.ts"

/**
 * Seats a group has by itself, whatever the others have: so many per head, or the same for all.
 * `per-head`: floor(size × share + offset). Half up is offset 1/2; 每10人1名、余数超过6加1名 is share 1/10, offset 3/10.
 */
export type Formula =
  | {
      readonly kind: "per-head"
      readonly share: Fraction
      readonly offset: Fraction
      readonly least: number
    }
  | { readonly kind: "flat"; readonly each: number }

export const halfUp = (share: Fraction, least: number): Formula => ({
  kind: "per-head",
  share,
  offset: { num: 1, den: 2 },
  least,
})

/** Never more seats than people, none where there are none. */
export function byFormula(formula: Formula, size: number): number {
  if (size === 0) return 0
  if (formula.kind === "flat") return Math.min(size, formula.each)
  const { share, offset, least } = formula
  const num = BigInt(size) * BigInt(share.num) * BigInt(offset.den) + BigInt(offset.num) * BigInt(share.den)
  return Math.min(size, Math.max(least, Number(num / (BigInt(share.den) * BigInt(offset.den)))))
}
