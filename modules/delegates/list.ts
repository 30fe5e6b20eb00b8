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
