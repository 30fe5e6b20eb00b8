import { type Calendar, type Day, schoolYearOf, semesterBounds, workingDaysBetween } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { calendarOf } from "#modules/courses/index.ts"
import type { MajorFact, RequestFact } from "#policy/requests.ts"
import type { Answered, QuestionId } from "#policy/vocabulary.ts"
import { type MarkedRow, marksIn, partyReportsOf } from "./after-store.ts"
import { kindOf } from "./kinds.ts"
import { inForce, leadOf } from "./request.ts"
import { type RequestRow, requestsBetween, type Version, versionsOf } from "./store.ts"

/** What this room adds to a union's facts; nothing on record is no answer. */
export interface ApprovalFacts {
  requests?: readonly RequestFact[]
  majors?: readonly MajorFact[]
  answers?: Partial<Record<QuestionId, Answered>>
}

/** What articles 7.3, 7.4, 10.2 and 10.4 may ask of the requests, as known on a day. */
export async function approvalsOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, ApprovalFacts>> {
  const { from, to } = semesterBounds(day)
  const all = (await requestsBetween(tx, unions, from, to)).filter((r) => stands(r, day))
  const marks = (await marksIn(tx, unions)).filter((m) => m.onDay <= day)
  if (all.length + marks.length === 0) return new Map()
  const works = await calendarOf(tx)
  const versions = await versionsOf(
    tx,
    all.map((r) => r.id),
  )
  const majors = await majorsOn(tx, marks, day, works)
  const out = new Map<string, ApprovalFacts>()
  for (const union of unions) {
    const own = all.filter((r) => r.unionId === union)
    const factsOf = (rows: readonly RequestRow[]) =>
      rows.flatMap((r) => factOf(r, versions.get(r.id) ?? [], day, works, majors))
    const mine = factsOf(own)
    const marked = [...majors.values()].filter((m) => m.unionId === union).map((m) => m.fact)
    if (mine.length === 0 && marked.length === 0) continue
    out.set(union, {
      ...(mine.length
        ? { requests: mine, ...unlawful(factsOf(own.filter((r) => r.kind === "activity"))) }
        : {}),
      ...(marked.length ? { majors: marked } : {}),
    })
  }
  return out
}

/** Filed by the day, and not withdrawn, refused or cancelled by it. */
const stands = (r: RequestRow, day: Day): boolean =>
  r.filedOn <= day &&
  !((r.status === "withdrawn" || r.status === "refused") && r.endedOn !== null && r.endedOn <= day) &&
  !(r.cancelledBecause !== null && r.closedOn !== null && r.closedOn <= day)

function factOf(
  r: RequestRow,
  all: readonly Version[],
  day: Day,
  works: Calendar,
  majors: ReadonlyMap<string, unknown>,
): RequestFact[] {
  const known = all
    .filter((v) => v.madeOn <= day)
    .map((v) => ({
      madeOn: v.madeOn,
      on: v.onDay,
      approvedOn: v.approval && v.approval.onDay <= day ? v.approval.onDay : null,
    }))
  const version = inForce(known)
  if (!version) return []
  return [
    {
      row: { id: r.id, name: `${kindOf(r.kind).title}：${r.title}` },
      major: r.declaredMajor || majors.has(r.id),
      reviewed: r.kind !== "report",
      filed: r.filedOn,
      on: version.on,
      lead: leadOf(r.filedOn, version.on, works),
      asked: r.asked,
      approved: version.approvedOn,
    },
  ]
}

/** 7.3: the record can show that an activity did not submit to review; that all was well it cannot show. */
function unlawful(activities: readonly RequestFact[]): Pick<ApprovalFacts, "answers"> {
  const held = activities.filter((r) => r.approved !== null && r.approved > r.on)
  if (held.length === 0) return {}
  const rows = held.map((r) => ({ ...r.row, note: "举办以后才补办审核" }))
  return { answers: { "activities-lawful": { value: false, on: held[0]!.on, rows } } }
}

/** Matters marked as major this school year, by request. */
async function majorsOn(
  tx: Tx,
  marks: readonly MarkedRow[],
  day: Day,
  works: Calendar,
): Promise<ReadonlyMap<string, { unionId: string; fact: MajorFact }>> {
  const since = `${schoolYearOf(day)}-09-01`
  const last = new Map(marks.map((m) => [m.requestId, m]))
  const major = [...last.values()].filter((m) => m.major && m.onDay >= since)
  const informedOf = await partyReportsOf(
    tx,
    major.map((m) => m.requestId),
  )
  const reports = Map.groupBy(informedOf, (p) => p.requestId)
  return new Map(
    major.map((m) => {
      const informed = reports.get(m.requestId)?.find((p) => p.onDay <= day)?.onDay ?? null
      const fact = {
        row: { id: m.requestId, name: m.title },
        marked: m.onDay,
        informed,
        days: workingDaysBetween(m.onDay, informed ?? day, works),
      }
      return [m.requestId, { unionId: m.unionId, fact }] as const
    }),
  )
}
