import type { Day } from "@qiaoliang/basics"
import type { Outcome } from "#policy/practice/proposals.ts"
import type { handling } from "./schema.ts"

export type HandlingRow = Omit<typeof handling.$inferSelect, "universityId">
export type HandlingState = HandlingRow["state"]

/** What other rooms may know of what became of a need. Nothing of who raised it. */
export interface Handling {
  readonly needId: string
  /** `answered`: a first answer stands (outcome B), not yet solved; `done`: solved or answered for good. */
  readonly state: HandlingState
  /** On the public board: the desk let it be, and the raiser did not ask for discretion. */
  readonly open: boolean
  readonly office: { readonly kind: string; readonly place: string; readonly name: string } | null
  readonly sentOn: Day | null
  readonly acceptedOn: Day | null
  /** Of the first answer there was, also after a reopening. */
  readonly answeredOn: Day | null
  readonly solvedOn: Day | null
  /** Of the step under way. */
  readonly due: Day | null
  readonly late: boolean
  /** Some step of it was taken late. */
  readonly wasLate: boolean
  readonly outcome: Outcome | null
  readonly answer: string | null
  readonly because: string | null
  readonly round: number
  /** Sums over those who raised it and said "me too", of the round under way. */
  readonly ratings: { readonly count: number; readonly solved: number; readonly stars: number }
}

/** Whether a step is under way that can be late; to rate is nobody's duty. */
export const runs = (h: Pick<HandlingRow, "state" | "left">): boolean =>
  h.left === null && h.state !== "done" && h.state !== "declined"

/** For the desk to hand on: also what the hand-kept register had under way, and no office has here. */
export const waits = (h: Pick<HandlingRow, "state" | "imported" | "course">): boolean =>
  h.state === "sorting" || h.state === "declined" || (h.imported && h.course === null && h.state !== "done")

export const isLate = (h: Pick<HandlingRow, "state" | "left" | "due">, today: Day): boolean =>
  runs(h) && h.due !== null && h.due < today

export const asHandling = (
  h: HandlingRow,
  needId: string,
  ratings: Handling["ratings"],
  today: Day,
): Handling => ({
  needId,
  state: h.state,
  open: h.open,
  office: h.office
    ? { kind: h.office, place: h.place ?? "", name: h.officeName ?? "" }
    : h.officeName
      ? { kind: "", place: "", name: h.officeName }
      : null,
  sentOn: h.sentOn,
  acceptedOn: h.acceptedOn,
  answeredOn: h.answeredOn,
  solvedOn: h.solvedOn,
  due: runs(h) ? h.due : null,
  late: isLate(h, today),
  wasLate: h.wasLate || isLate(h, today),
  outcome: h.outcome,
  answer: h.answer,
  because: h.because,
  round: h.round,
  ratings,
})
