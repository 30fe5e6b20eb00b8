import type { Day } from "@qiaoliang/basics"
import type { Place } from "@qiaoliang/clause"
import type { HandlingState } from "#modules/handling/index.ts"
import type { Field } from "#policy/practice/proposals.ts"

/** A row of the hand-kept register. */
export interface RegisterRecord {
  readonly place: Place
  /** Titles of the sheet and name of the file: they may name the union whose register it is. */
  readonly titles: string
  /** 登记表第N号 */
  readonly label: string
  readonly on: Day
  /** As the register of students has it; blank where nothing is written. */
  readonly faculty: string
  /** The name as it was written down; null where there is none. */
  readonly raiser: string | null
  readonly fieldWritten: string
  /** Null where the category is blank or not understood. */
  readonly field: Field | null
  /** Written in the words of 1.3. */
  readonly fieldSame: boolean
  /** 7.2: it reports how the union's own people behave, as its category says or its words do. */
  readonly conduct: boolean
  readonly words: string
  readonly office: string | null
  readonly statusWritten: string
  readonly state: HandlingState
  readonly remark: string
}
