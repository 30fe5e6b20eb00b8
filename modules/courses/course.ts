import type { Day } from "@qiaoliang/basics"
import type { Case, Procedure, State } from "@qiaoliang/procedure"
import type { Actor } from "#kit/server/actor.ts"
import { holdingsOf } from "./holdings.ts"

/** One matter under one procedure, and where it stands. */
export interface Course {
  readonly id: string
  readonly procedure: Procedure
  readonly edition: string
  readonly subject: string
  readonly title: string
  readonly unionId: string | null
  readonly places: Readonly<Record<string, string>>
  readonly about: readonly string[]
  readonly applicant: string
  readonly applicantName: string
  readonly state: State
  readonly due: Day | null
  readonly openedOn: Day
  readonly endedOn: Day | null
}

/** Enough of a course to say where it is opened. */
export type CourseLabel = Pick<Course, "id" | "subject" | "unionId">

export const caseOf = (c: Course): Case => ({
  procedure: c.procedure,
  places: c.places,
  about: c.about,
  applicant: c.applicant,
})

/** Whether a person's posts are among the offices that take, took or will take a step; or it is his or her own. */
export const isInChain = (actor: Actor, c: Course): boolean =>
  actor.number !== "" &&
  (c.applicant === actor.number ||
    c.about.includes(actor.number) ||
    holdingsOf(actor).some((h) => c.places[h.office] === h.place))

/** One move as the ledger keeps it. */
export interface RecordedMove {
  readonly kind: "begin" | "pass" | "return" | "refuse" | "withdraw" | "amend" | "object" | "settle"
  readonly step?: string
  readonly office?: string
  readonly to?: string
  readonly version?: string
  readonly because?: string
  readonly says?: Readonly<Record<string, string>>
  readonly objection?: number
  readonly number: string
  readonly name: string
  /** The post acted in: 文学院团组织 书记. */
  readonly capacity: string
  readonly on: Day
  /** SHA-256 of the state after the move. */
  readonly state: string
}
