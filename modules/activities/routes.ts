import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance, FastifyRequest } from "fastify"
import ical, { ICalCalendarMethod } from "ical-generator"
import { type Paper, toDocx, toPdf, toXlsx } from "#kit/paper/index.ts"
import { nowAt } from "#kit/server/clock.ts"
import { asking, type Ending, sendMade } from "#kit/server/files-out.ts"
import { sendRefusal } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { studentsOfKind } from "#modules/people/index.ts"
import { mayPrepare, mayRead } from "./abilities.ts"
import { phaseOf } from "./activity.ts"
import { type Loaded, toChange, toRead, toShow } from "./load.ts"
import { attendanceSheet, signInPaper, summaryPaper } from "./paper.ts"
import { presentRating } from "./present.ts"
import { reachOf } from "./reach.ts"
import { readAttendance } from "./reading.ts"
import { groupsIn, insertHanded } from "./store-attendance.ts"
import { acceptedCount, acceptedIn, missedIn, peopleIn, signUpOf } from "./store-people.ts"
import { ratingOf } from "./store-rating.ts"

interface Made {
  readonly name: string
  readonly bytes: Uint8Array
}
type Maker = (ctx: Ctx, id: string, as: Ending) => Promise<Result<Made, Refusal>>

const files: Readonly<Record<string, { readonly as: readonly Ending[]; readonly make: Maker }>> = {
  "sign-in": { as: ["docx", "pdf"], make: signInFile },
  summary: { as: ["docx", "pdf"], make: summaryFile },
  attendance: { as: ["xlsx"], make: attendanceFile },
  calendar: { as: ["ics"], make: calendarFile },
}

/** Files out: the sheet to sign, the reach, the list, a calendar entry; and a list of those who were there in. */
export function routes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { id: string; file: string } }>(
    "/api/activities/:id/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const [, what = "", ending = ""] = /^([a-z-]+)\.([a-z]+)$/.exec(request.params.file) ?? []
      const file = files[what]
      const as = file?.as.find((a) => a === ending)
      if (!file || !as) return sendRefusal(reply, { code: "not-found", because: "没有这份文件" })
      const made = await asking(world, request, (ctx) => file.make(ctx, request.params.id, as))
      if (!made.ok) return sendRefusal(reply, made.error)
      return sendMade(reply, made.value.name, as, made.value.bytes)
    },
  )

  app.post<{ Querystring: { id?: string } }>(
    "/api/activities/sheet",
    { schema: { hide: true } },
    async (request, reply) => {
      if (request.headers["x-qiaoliang"] !== "1")
        return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
      const done = await asking(world, request, (ctx) => handIn(ctx, request))
      return done.ok ? reply.send(done.value) : sendRefusal(reply, done.error)
    },
  )
}

async function handIn(ctx: Ctx, request: FastifyRequest<{ Querystring: { id?: string } }>) {
  const of = await toChange(ctx, { id: request.query.id ?? "" })
  if (!of.ok) return of
  const permission = mayPrepare(ctx.actor, of.value)
  if ("refusal" in permission) return { ok: false as const, error: permission.refusal }
  const { activity: a } = of.value
  const phase = phaseOf(a, nowAt(ctx))
  if (phase !== "held" && phase !== "running")
    return refuse("conflict", "活动还没有举办，不能导入签到名单", { cure: "活动开始后再导入" })
  const sent = await request.file()
  if (!sent) return refuse("invalid", "没有收到文件", { at: "file" })
  const file = { name: sent.filename, bytes: new Uint8Array(await sent.toBuffer()) }
  const read = await readAttendance(ctx, of.value, file)
  if (!read.ok) return read
  const id = newId(ctx.now.getTime())
  await insertHanded(ctx.tx, {
    id,
    activityId: a.id,
    fileName: file.name,
    byName: ctx.actor.name,
    at: ctx.now,
    read: read.value,
    state: "preview",
  })
  await ctx.world.log(ctx, "activities.hand-in", permission.as, {
    activity: a.id,
    rows: read.value.lines.length,
  })
  return ok({ id, ...read.value })
}

/** An activity whose participants the reader may have by name; the file is in the log. */
async function read(ctx: Ctx, id: string, what: string): Promise<Result<Loaded, Refusal>> {
  const of = await toRead(ctx, { id })
  if (!of.ok) return of
  const permission = mayRead(ctx.actor, of.value)
  if ("refusal" in permission) return { ok: false, error: permission.refusal }
  await ctx.world.log(ctx, `activities.${what}`, permission.as, { activity: id })
  return of
}

const printed = (paper: Paper, as: Ending) => (as === "pdf" ? toPdf(paper) : toDocx(paper))

async function signInFile(ctx: Ctx, id: string, as: Ending): Promise<Result<Made, Refusal>> {
  const of = await read(ctx, id, "sign-in")
  if (!of.ok) return of
  const { activity: a, union } = of.value
  const paper = signInPaper(a, union.name, await acceptedIn(ctx.tx, id))
  return ok({ name: `${a.title}签到表`, bytes: await printed(paper, as) })
}

async function summaryFile(ctx: Ctx, id: string, as: Ending): Promise<Result<Made, Refusal>> {
  const of = await read(ctx, id, "summary")
  if (!of.ok) return of
  const { activity: a, union } = of.value
  const groups = (await groupsIn(ctx.tx, [id])).get(id) ?? []
  const paper = summaryPaper(a, {
    host: union.name,
    reach: reachOf(union, await studentsOfKind(ctx.tx, ctx.today, union.kind), groups),
    signedUp: await acceptedCount(ctx.tx, id),
    ...(await missedIn(ctx.tx, id)),
    rating: presentRating(await ratingOf(ctx.tx, id)),
    today: ctx.today,
  })
  return ok({ name: `${a.title}覆盖面情况`, bytes: await printed(paper, as) })
}

async function attendanceFile(ctx: Ctx, id: string): Promise<Result<Made, Refusal>> {
  const of = await read(ctx, id, "attendance")
  if (!of.ok) return of
  const { rows } = await peopleIn(ctx.tx, id, { page: 1, size: 100_000 })
  return ok({
    name: `${of.value.activity.title}报名和签到`,
    bytes: await toXlsx([attendanceSheet(rows)]),
  })
}

/** For whoever has a place. */
async function calendarFile(ctx: Ctx, id: string): Promise<Result<Made, Refusal>> {
  const of = await toShow(ctx, { id })
  if (!of.ok) return of
  const { activity: a, union } = of.value
  const own = await signUpOf(ctx.tx, id, ctx.actor.number)
  if (a.status !== "open" || own?.state !== "accepted")
    return refuse("not-allowed", "报上名的同学才有这项活动的日历", { cure: "先报名" })
  const calendar = ical({
    name: a.title,
    prodId: { company: "Qiaoliang", product: "activities", language: "ZH" },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${a.id}@activities`,
    stamp: ctx.now,
    start: a.startsAt,
    end: a.endsAt,
    summary: a.title,
    location: a.place,
    description: union.name,
  })
  return ok({ name: `${a.title}`, bytes: new TextEncoder().encode(calendar.toString()) })
}
