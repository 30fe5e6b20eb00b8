import type { Day } from "@qiaoliang/basics"
import type { Explanation, Verdict } from "./force.ts"
import type { Limit } from "./limit.ts"

/** Where something stands in a workbook; `row` as the spreadsheet program shows it. */
export interface Place {
  readonly file: string
  readonly sheet: string | null
  readonly row: number | null
}

/** One person or thing that was counted, with where it came from. */
export interface Row extends Partial<Place> {
  readonly id?: string
  readonly name: string
  readonly studentId?: string | null
  readonly note?: string
}

/** What a finding rests on when not on the product's own records: who vouched, when, with which document. */
export interface Attested {
  readonly id: string
  readonly by: string
  readonly on: Day
  readonly source: string
  readonly document?: { readonly id: string; readonly name: string; readonly sha256: string }
}

/** A judgement of one clause over one unit (or one part of it, the `subject`) on one day. */
export interface Finding {
  readonly clause: string
  /** Id of the unit judged. */
  readonly unit: string
  readonly subject?: string
  readonly verdict: Verdict
  /** The measured value: a count, `17/40`, a day; null when there is nothing to measure. */
  readonly value: number | string | null
  readonly limit: string
  /** The reading of the clause that was used, where there is more than one. */
  readonly reading?: string
  readonly because: string
  readonly cure?: string
  readonly rows: readonly Row[]
  /** Where the unit or subject begins in the source. */
  readonly at?: Place
  readonly asOf: Day
  readonly attested?: Attested
  readonly explanation?: Explanation
  /** Set where a stricter local limit was applied. */
  readonly local?: boolean
}

/** What every judged unit brings with it, whatever else a policy's facts hold. */
export interface Judged {
  readonly asOf: Day
  readonly unit: { readonly id: string; readonly name: string; readonly at?: Place }
  readonly explanations: readonly Explanation[]
  /** Stricter local limits in force, by clause; each already passed through `stricter`. */
  readonly limits: Readonly<Record<string, Limit>>
  /** The reading chosen, by clause; none: the clause's first reading. */
  readonly readings: Readonly<Record<string, string>>
}
