/** A group that seats are shared out to: how many people it has, and its bounds. */
export interface Group {
  readonly name: string
  readonly size: number
  /** Seats it has in any case. */
  readonly least: number
  /** Seats it can have at most: its people, as a rule. */
  readonly most: number
}

/** `num / den` as whole numbers: shares and quotas are never held as floating point. */
export interface Fraction {
  readonly num: number
  readonly den: number
}

/** One extra seat (or quotient won) in the order it was given. */
export interface Quotient {
  /** Which seat of the group it is, from 1. */
  readonly seat: number
  /** The group's size over `2·seat − 1`. */
  readonly of: Fraction
  /** Place among all quotients that won a seat. */
  readonly place: number
}

/** What a group got, with every number on the way. */
export interface Line {
  readonly name: string
  readonly size: number
  readonly least: number
  readonly most: number
  readonly seats: number
  /** size ÷ all × total: the exact share. */
  readonly quota: Fraction
  /**
   * The share after bounds: where a group is held at its least or most, the others share what remains by size
   * (Balinski and Young's fair share with minimum requirements). Equals `quota` where no bound bites.
   */
  readonly fair: Fraction
  readonly held: "least" | "most" | null
  /** Largest remainder only: whole part, remainder over `fair.den`, place by remainder, and the seat for it. */
  readonly floor: number
  readonly remainder: number
  readonly place: number | null
  readonly extra: 0 | 1
  /** Sainte-Laguë only: the quotients that won. */
  readonly quotients: readonly Quotient[]
}

/** Groups with equal claims on the last seats, the ones that got it first. */
export interface Tie {
  readonly got: readonly string[]
  readonly missed: readonly string[]
}

export interface Shared {
  readonly lines: readonly Line[]
  readonly total: number
  readonly all: number
  readonly ties: readonly Tie[]
  /** Sainte-Laguë only: every group's seats are size ÷ divisor rounded, for any divisor in [from, to]. */
  readonly divisor: { readonly from: Fraction | null; readonly to: Fraction | null } | null
}

/** Who comes first among equal claims: more people, then the name in code point order. */
export function before(a: { name: string; size: number }, b: { name: string; size: number }): number {
  return b.size - a.size || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

/** Sign of a − b. */
export function compare(a: Fraction, b: Fraction): number {
  return guarded(a.num * b.den) - guarded(b.num * a.den)
}

/** Whole numbers only while they are exact. */
export function guarded(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`too large to be exact: ${value}`)
  return value
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Whether the bounds leave room for exactly `total` seats. */
export const fits = (groups: readonly Group[], total: number): boolean =>
  groups.every((g) => g.least <= g.most) &&
  sum(groups.map((g) => g.least)) <= total &&
  sum(groups.map((g) => g.most)) >= total
