import { reaches, type Threshold, thresholds } from "#policy/practice/congress-rules.ts"

/** Whose seats a list holds. */
export const units = ["faculty", "class", "society"] as const
export type Unit = (typeof units)[number]

/** Seats of a list for one year of entry; null: for whomever the list knows. */
export interface Share {
  readonly grade: number | null
  readonly seats: number
}

/**
 * nominated by a class or society → elected (or reserve, or out) → accepted or rejected by the credentials
 * committee. `replaced`: accepted once, and somebody else came in.
 */
export const nomineeStates = [
  "nominated",
  "elected",
  "reserve",
  "out",
  "accepted",
  "rejected",
  "replaced",
] as const
export type NomineeState = (typeof nomineeStates)[number]

/** Candidates there must be for so many seats: 20 % more, rounded up. */
export function candidatesNeeded(seats: number): number {
  const { num, den } = thresholds.surplus.share
  return seats + Math.ceil((seats * num) / den)
}

/** How many must be present for a share of so many to be reached. */
export function leastOf(of: Threshold, whole: number): number {
  let least = Math.floor((whole * of.share.num) / of.share.den)
  while (!reaches(of, least, whole) && least <= whole) least++
  return least
}
