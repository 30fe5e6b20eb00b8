import type { Day } from "@qiaoliang/basics"
import { type Capacity, concerns, ofUnion, type Under } from "#kit/server/actor.ts"
import { type OfficeKind, offices } from "#policy/offices.ts"

/** The organisation that hears: the school's Party committee, or a faculty's Party organisation. */
export interface Host {
  readonly faculty: string | null
}

export const hostName = ({ faculty }: Host): string => (faculty ? `${faculty}党组织` : "学校党委")

export const isOfHost = (c: Capacity, { faculty }: Host): boolean =>
  faculty ? c.office === "faculty-party" && c.scope.name === faculty : c.office === "school-party"

/** The League organisation on the same level: it attaches the report. */
export const isOfLeague = (c: Capacity, { faculty }: Host): boolean =>
  faculty ? c.office === "faculty-league" && c.scope.name === faculty : c.office === "school-league"

/** Who speaks for a union: its presidium and its secretary-general. */
export const leadsUnion = (c: Capacity, union: string): boolean =>
  ofUnion(c, { id: union }, "presidium", "secretary")

/** Whose duty a decision is: an office on the level of the host, or one of the unions heard. */
export interface Duty {
  readonly office: string
  readonly unionId: string | null
}

/** Offices that may be given a duty. */
export const dutyOffices = ({ faculty }: Host): readonly OfficeKind[] =>
  faculty
    ? ["faculty-party", "faculty-league"]
    : offices.filter((o) => o.scope === "university" && o.kind !== "administration").map((o) => o.kind)

export function dutyName(duty: Duty, host: Host, unionName: (id: string) => string): string {
  if (duty.unionId) return unionName(duty.unionId)
  if (host.faculty) return duty.office === "faculty-party" ? hostName(host) : `${host.faculty}团组织`
  return offices.find((o) => o.kind === duty.office)?.name ?? duty.office
}

export const hasDuty = (c: Capacity, duty: Duty, host: Host): boolean =>
  duty.unionId
    ? leadsUnion(c, duty.unionId)
    : c.post !== "clerk" &&
      c.office === duty.office &&
      (host.faculty ? c.scope.name === host.faculty : c.scope.kind === "university")

export interface Hearing extends Host {
  readonly id: string
  readonly title: string
  readonly onDay: Day
  readonly unions: readonly string[]
  readonly reporter: string
  readonly heldOn: Day | null
  readonly minutes: { readonly id: string; readonly name: string } | null
  readonly summary: string | null
  readonly heldBy: string | null
  readonly calledOffBecause: string | null
  readonly calledOffBy: string | null
  readonly byName: string
  readonly capacity: string
  readonly at: Date
}

export interface Report {
  readonly hearingId: string
  readonly unionId: string
  readonly file: { readonly id: string; readonly name: string }
  readonly byName: string
  readonly capacity: string
  readonly at: Date
}

export interface Decision extends Duty {
  readonly id: string
  readonly hearingId: string
  readonly words: string
  readonly due: Day
  readonly byName: string
  readonly at: Date
  readonly done: {
    readonly on: Day
    readonly note: string
    readonly byName: string
    readonly capacity: string
  } | null
}

/** Whether the hearing is the reader's business: the host, and whoever has to do with a union heard. */
export const isReader = (c: Capacity, h: Host, unions: readonly Under[]): boolean =>
  isOfHost(c, h) || unions.some((u) => concerns(c, u))

export type Standing = "held" | "called-off" | "planned" | "unrecorded"

/** `unrecorded`: its day is past and nobody has written down what happened. */
export const standingOf = (
  h: Pick<Hearing, "heldOn" | "calledOffBecause" | "onDay">,
  today: Day,
): Standing =>
  h.heldOn ? "held" : h.calledOffBecause !== null ? "called-off" : h.onDay < today ? "unrecorded" : "planned"
