import { addDays, type Day } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import { isAllowed, mayAttachReport, mayFinish, mayRecordHearing } from "./abilities.ts"
import { type Force, isInForce, type Version } from "./document.ts"
import {
  type Decision,
  dutyName,
  dutyOffices,
  type Hearing,
  hostName,
  type Report,
  standingOf,
} from "./hearing.ts"

/** Everything a hearing is shown from. */
export interface HearingKnown {
  readonly hearing: Hearing
  readonly unions: readonly UnionRow[]
  readonly reports: readonly Report[]
  readonly decisions: readonly Decision[]
}

export function presentLine({ hearing: h, unions, reports, decisions }: HearingKnown, today: Day) {
  const open = decisions.filter((d) => !d.done)
  return {
    id: h.id,
    host: hostName(h),
    faculty: h.faculty,
    title: h.title,
    on: h.onDay,
    heldOn: h.heldOn,
    standing: standingOf(h, today),
    unions: unions.map((u) => ({ id: u.id, name: u.name })),
    reporter: h.reporter,
    reports: reports.length,
    decisions: decisions.length,
    open: open.length,
    overdue: open.filter((d) => d.due < today).length,
  }
}

export function presentHearing(known: HearingKnown, actor: Actor, today: Day) {
  const { hearing: h, unions, reports, decisions } = known
  const unionName = (id: string) => unions.find((u) => u.id === id)?.name ?? ""
  const records = isAllowed(mayRecordHearing(actor, h))
  const open = !h.heldOn && h.calledOffBecause === null
  return {
    ...presentLine(known, today),
    scheduledBy: `${h.capacity} ${h.byName}`,
    scheduledAt: h.at.toISOString(),
    summary: h.summary,
    minutes: h.minutes,
    recordedBy: h.heldBy,
    calledOff: h.calledOffBecause === null ? null : { because: h.calledOffBecause, by: h.calledOffBy ?? "" },
    papers: unions.map((u) => {
      const report = reports.find((r) => r.unionId === u.id)
      return {
        union: u.name,
        unionId: u.id,
        file: report?.file ?? null,
        by: report ? `${report.capacity} ${report.byName}` : null,
        at: report?.at.toISOString() ?? null,
      }
    }),
    duties: decisions.map((d) => ({
      id: d.id,
      words: d.words,
      responsible: dutyName(d, h, unionName),
      due: d.due,
      overdue: !d.done && d.due < today,
      by: d.byName,
      done: d.done ? { on: d.done.on, note: d.done.note, by: `${d.done.capacity} ${d.done.byName}` } : null,
      can: { finish: !d.done && isAllowed(mayFinish(actor, d, h)) },
    })),
    organisations: [
      ...dutyOffices(h).map((office) => ({ office, unionId: null })),
      ...h.unions.map((unionId) => ({ office: "union", unionId })),
    ].map((duty) => ({ ...duty, name: dutyName(duty, h, unionName) })),
    can: {
      report: h.calledOffBecause === null && isAllowed(mayAttachReport(actor, h)),
      record: open && records,
      decide: h.heldOn !== null && records,
      callOff: open && records,
    },
  }
}

/** The days a version is or was in force, `to` being the last. */
export const presentForce = (f: Force) => ({
  from: f.validFrom,
  to: f.validTo ? addDays(f.validTo, -1) : null,
})

/** How a version stands: by the days it is in force, else by what became of its round. */
export function versionState(
  v: Version,
  force: Force | undefined,
  round: { readonly status: string; readonly version: string } | undefined,
  today: Day,
) {
  if (force)
    return isInForce(force, today)
      ? ("in-force" as const)
      : force.validFrom > today
        ? ("to-come" as const)
        : ("past" as const)
  if (round?.version !== v.hash) return "superseded" as const
  if (round.status === "open") return "draft" as const
  // A repeal that was agreed is no text in force; one put in force and undone on the same day is past.
  return round.status === "passed" ? ("past" as const) : ("dropped" as const)
}
