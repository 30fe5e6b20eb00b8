import type { Day } from "@qiaoliang/basics"
import type { Field } from "#policy/practice/proposals.ts"

export type Shown = "named" | "desk" | "anonymous"
export type NeedState = "open" | "merged" | "withdrawn"

/** A need or difficulty a student raised, or that was heard from students. Without who raised it. */
export interface Need {
  readonly id: string
  readonly nth: number
  /** Sorted by the union's own desk, or by the League committee over it (7.2). */
  readonly desk: "union" | "league"
  readonly unionId: string
  readonly title: string
  readonly text: string
  readonly categoryId: string
  readonly field: Field
  readonly place: string
  readonly shown: Shown
  readonly discreet: boolean
  readonly raisedOn: Day
  readonly raisedAt: Date
  readonly state: NeedState
  readonly mergedInto: string | null
  readonly source: { readonly topic: string; readonly id: string; readonly label: string } | null
}

/** How many voices a need has, and from where: of those merged into it as well, nobody counted twice where that tells nothing. */
export interface Voices {
  readonly total: number
  readonly faculties: readonly { readonly name: string; readonly count: number }[]
  readonly classes: number
}

export const sayNth = (nth: number): string => `诉求第${nth}号`
