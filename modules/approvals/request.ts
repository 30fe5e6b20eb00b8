import { addWorkingDays, type Calendar, type Day, workingDaysBetween } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { type RequestKind, summaryWithin } from "#policy/practice/requests.ts"
import type { Values } from "./field.ts"

export type Status = "open" | "passed" | "refused" | "withdrawn"

export interface Attached {
  readonly id: string
  readonly name: string
  readonly sha256: string
}

/** What is decided on: an approval is bound to the hash of all of it. */
export interface Document {
  readonly kind: RequestKind
  readonly title: string
  readonly fields: Values
  readonly files: readonly Attached[]
}

export const versionOf = (d: Document): string => hashOf(d)

/** Working days from handing in to the day it takes effect, that day counted. */
export const leadOf = (filed: Day, on: Day, works: Calendar): number => workingDaysBetween(filed, on, works)

/** How early a request came: `after` on the day itself or later, `short` of what is asked, or in time. */
export type Standing = "in-time" | "short" | "after"

export const standingOf = (r: { filedOn: Day; onDay: Day; lead: number; asked: number }): Standing =>
  r.filedOn >= r.onDay ? "after" : r.lead < r.asked ? "short" : "in-time"

/** The last day on which an activity's summary is in time: a week of working days after it. */
export const summaryDue = (held: Day, works: Calendar): Day => addWorkingDays(held, summaryWithin.days, works)

/** First and last day of the semester a day is in. */
/** One version of a request and its approval. */
export interface Dated {
  readonly madeOn: Day
  readonly on: Day
  readonly approvedOn: Day | null
}

/**
 * The version in force on the day the matter took effect: the last made by its own day. A change made
 * afterwards alters nothing that was done; where every version came too late, the first one counts.
 */
export const inForce = <V extends Dated>(versions: readonly V[]): V | undefined =>
  versions.findLast((v) => v.madeOn <= v.on) ?? versions[0]
