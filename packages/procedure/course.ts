import type { Calendar, Day } from "@qiaoliang/basics"
import type { By, Procedure, Step } from "./procedure.ts"

/** The office of whoever brought the matter; its holder is `Case.applicant`. */
export const applicant = "applicant"

/** A post that decides: which office, over which place, with which marks (`designated`). */
export interface Holding {
  readonly office: string
  readonly place: string
  readonly marks?: readonly string[]
}

/** Whoever wants to move a course, with the posts held at that moment. */
export interface Mover {
  readonly number: string
  readonly holds: readonly Holding[]
}

/** One matter on its way: what never changes about it. */
export interface Case {
  readonly procedure: Procedure
  /** For each office of the procedure, the place it acts for here: the faculty, the university… */
  readonly places: Readonly<Record<string, string>>
  /** Numbers of the people the matter is about: none of them takes a step in it. */
  readonly about: readonly string[]
  /** Number of whoever brought it. */
  readonly applicant: string
}

export type Move =
  | {
      readonly kind: "pass"
      readonly step: string
      readonly office: string
      /** The version of the document that was in front of the person. */
      readonly version: string
      readonly says?: Readonly<Record<string, string>>
    }
  /** 退回 to an earlier step. */
  | { readonly kind: "return"; readonly step: string; readonly to: string; readonly because: string }
  /** 不同意: the end of the matter. */
  | { readonly kind: "refuse"; readonly step: string; readonly because: string }
  | { readonly kind: "withdraw"; readonly because: string }
  /** A new version of the document; what was approved before no longer stands. */
  | { readonly kind: "amend"; readonly version: string }
  /** 异议 during a public notice, by anybody who may see it. */
  | { readonly kind: "object"; readonly because: string }
  | { readonly kind: "settle"; readonly objection: number; readonly because: string }

export type MoveKind = Move["kind"]

export interface Signature {
  readonly step: string
  readonly office: string
  readonly by: string
  readonly on: Day
  readonly version: string
}

export interface Objection {
  /** Counts from 1 within the course. */
  readonly id: number
  readonly because: string
  readonly on: Day
  readonly settled?: { readonly because: string; readonly by: string; readonly on: Day }
}

/** Where a course stands: a fold over its moves, small however long the course is. */
export interface State {
  readonly status: "open" | "passed" | "refused" | "withdrawn"
  /** Index of the step it stands at; the number of steps once passed. */
  readonly at: number
  /** The day this step began. */
  readonly since: Day
  readonly version: string
  /** Approvals that stand, all on `version`, those of an unfinished joint step included. */
  readonly signed: readonly Signature[]
  /** Objections of the public notice it stands at. */
  readonly objections: readonly Objection[]
  /** How many objections there ever were: the next one's id is one more. */
  readonly objected: number
  readonly moves: number
}

export interface Today {
  readonly on: Day
  readonly works: Calendar
}

export const stepAt = (c: Case, s: State): Step | undefined =>
  s.status === "open" ? c.procedure.steps[s.at] : undefined

/** Offices of the step that have not signed it yet. */
export const unsigned = (step: Step, s: State): readonly By[] =>
  step.by.filter((b) => !s.signed.some((g) => g.step === step.id && g.office === b.office))

/** Whether the mover may act as this office in this case. */
export function holdsFor(c: Case, wanted: By, m: Mover): boolean {
  if (wanted.office === applicant) return m.number === c.applicant
  const place = c.places[wanted.office]
  return m.holds.some(
    (h) =>
      h.office === wanted.office &&
      h.place === place &&
      (!wanted.only || (h.marks?.includes(wanted.only) ?? false)),
  )
}

/** Nobody acts on their own case; the applicant's own steps are no decision. */
export const isOwnCase = (c: Case, wanted: By, m: Mover): boolean =>
  wanted.office !== applicant && (c.about.includes(m.number) || m.number === c.applicant)

/** Who of the step the course stands at has not signed; nobody once it has ended. */
export function unsignedOf(c: Case, s: State): readonly By[] {
  const step = stepAt(c, s)
  return step ? unsigned(step, s) : []
}
