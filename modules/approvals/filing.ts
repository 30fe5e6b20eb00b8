import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Procedure } from "@qiaoliang/procedure"
import type { Ctx } from "#kit/server/world.ts"
import { beginCourse, type CourseKind, calendarOf, courseById, moveCourse } from "#modules/courses/index.ts"
import { officeAt } from "#modules/offices/index.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import type { RequestKind } from "#policy/practice/requests.ts"
import { mayFile } from "./abilities.ts"
import { spendingOf, spentIn } from "./after-store.ts"
import { attachedOf } from "./attached.ts"
import { checked } from "./check.ts"
import { courseKinds } from "./course-kinds.ts"
import type { Values } from "./field.ts"
import { dayOfEffect, declaresMajor, type KindDeclaration, kindOf } from "./kinds.ts"
import { yuan } from "./money.ts"
import { throughFaculty } from "./procedure.ts"
import { leadOf, summaryDue, versionOf } from "./request.ts"
import { changeRequest, insertRequest, insertVersion, leadsOf, requestById, versionsOf } from "./store.ts"

export interface Filed {
  readonly kind: RequestKind
  readonly title: string
  readonly fields: Values
  readonly files: readonly string[]
  /** What it is made for, such as an agenda item. */
  readonly for?: string | undefined
}

/** Hand in a request: its first version, its course, how early it came. A late one is taken and marked. */
export async function fileRequest(
  ctx: Ctx,
  union: UnionRow,
  filed: Filed,
): Promise<Result<{ id: string }, Refusal>> {
  const kind = kindOf(filed.kind)
  const fields = checked(kind, filed.fields)
  if (!fields.ok) return fields
  const files = await attachedOf(ctx.tx, filed.files, ctx.actor.account)
  if (!files.ok) return files
  const places = await placesOf(ctx, union)
  if (!places.ok) return places
  const document = { kind: filed.kind, title: filed.title, fields: fields.value, files: files.value }
  const hash = versionOf(document)
  const course = await beginCourse(ctx, courseKindFor(kind, union), {
    subject: filed.for ?? ctx.change,
    title: filed.title,
    version: hash,
    about: [],
    places: places.value,
    unionId: union.id,
  })
  const on = dayOfEffect(kind, fields.value)
  const { days } = (await leadsOf(ctx.tx))[filed.kind]
  const works = await calendarOf(ctx.tx)
  const as = mayFile(ctx.actor, union)
  await insertRequest(ctx.tx, {
    id: course.id,
    unionId: union.id,
    kind: filed.kind,
    title: filed.title,
    madeFor: filed.for ?? null,
    applicant: ctx.actor.number,
    applicantName: ctx.actor.name,
    applicantTitle: "as" in as && as.as ? `${as.as.officeName} ${as.as.title}` : "",
    filedOn: ctx.today,
    ...timed(kind, fields.value, leadOf(ctx.today, on, works)),
    asked: days,
    version: 1,
    status: course.state.status,
    endedOn: null,
    summaryDue: filed.kind === "activity" ? summaryDue(on, works) : null,
    summarizedOn: null,
    closedOn: null,
    closedByName: null,
    cancelledBecause: null,
  })
  await insertVersion(ctx.tx, {
    requestId: course.id,
    number: 1,
    hash,
    fields: fields.value,
    files: files.value,
    onDay: on,
    madeOn: ctx.today,
    byName: ctx.actor.name,
    because: null,
    at: ctx.now,
  })
  ctx.note({ request: course.id, kind: filed.kind, union: union.id })
  await ctx.emit("records.changed", { unions: [union.id] })
  return ok({ id: course.id })
}

/** What of a version is kept on the request for lists and facts. */
const timed = (kind: KindDeclaration, fields: Values, lead: number) => ({
  onDay: dayOfEffect(kind, fields),
  lead,
  amount: kind.amount ? kind.amount(fields) : null,
  declaredMajor: declaresMajor(kind, fields),
})

/** A faculty union's request passes its faculty's League organisation first. */
function courseKindFor(kind: KindDeclaration, union: UnionRow): CourseKind {
  const known = courseKinds.find((k) => k.procedure.id === kind.procedure)!
  const procedure: Procedure = union.level === "faculty" ? throughFaculty(known.procedure) : known.procedure
  return { ...known, procedure }
}

async function placesOf(ctx: Ctx, union: UnionRow): Promise<Result<Record<string, string>, Refusal>> {
  if (union.level === "school") return ok({})
  const office = await officeAt(ctx.tx, ctx.university, {
    kind: "faculty-league",
    scope: union.faculty ?? undefined,
  })
  return office
    ? ok({ "faculty-league": office.scopeId })
    : refuse("conflict", "本会所属的学院（系）不在名册中", {
        clause: "10.4",
        cure: "请先由学校导入含本学院（系）的学生名册",
      })
}

export interface Amended {
  readonly fields: Values
  readonly files: readonly string[]
  readonly because: string
}

/** A new version: what was approved no longer stands, and the whole goes back to review. */
export async function amendRequest(
  ctx: Ctx,
  id: string,
  change: Amended,
): Promise<Result<{ version: number }, Refusal>> {
  // The course first, as every move locks it first.
  const course = await courseById(ctx.tx, id, true)
  const row = await requestById(ctx.tx, id, true)
  if (!course || !row) return refuse("not-found", "没有这项申请")
  if (row.closedOn)
    return refuse("conflict", "这一事项已经办结", { clause: kindOf(row.kind).clause, cure: "另行提出申请" })
  const kind = kindOf(row.kind)
  const before = (await versionsOf(ctx.tx, [id])).get(id) ?? []
  const fields = checked(kind, change.fields)
  if (!fields.ok) return fields
  const known = before.flatMap((v) => v.files)
  const files = await attachedOf(ctx.tx, change.files, ctx.actor.account, known)
  if (!files.ok) return files
  const spent = spentIn(await spendingOf(ctx.tx, [id]))
  const amount = kind.amount?.(fields.value) ?? 0
  if (amount < spent)
    return refuse("against-clause", `已经支出${yuan(spent)}元，不能改为${yuan(amount)}元`, {
      clause: "10.4",
      at: "items",
    })
  const hash = versionOf({ kind: row.kind, title: row.title, fields: fields.value, files: files.value })
  const moved = await moveCourse(ctx, courseKindOf(row.kind), id, { kind: "amend", version: hash })
  if (!moved.ok) return moved
  const works = await calendarOf(ctx.tx)
  const on = dayOfEffect(kind, fields.value)
  const number = row.version + 1
  await changeRequest(ctx.tx, id, {
    ...timed(kind, fields.value, leadOf(row.filedOn, on, works)),
    version: number,
    summaryDue: row.kind === "activity" ? summaryDue(on, works) : null,
  })
  await insertVersion(ctx.tx, {
    requestId: id,
    number,
    hash,
    fields: fields.value,
    files: files.value,
    onDay: on,
    madeOn: ctx.today,
    byName: ctx.actor.name,
    because: change.because,
    at: ctx.now,
  })
  ctx.note({ request: id, version: number })
  await ctx.emit("records.changed", { unions: [row.unionId] })
  return ok({ version: number })
}

export const courseKindOf = (kind: RequestKind): CourseKind =>
  courseKinds.find((k) => k.procedure.id === kindOf(kind).procedure)!
