import { dayOf, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { z } from "zod"
import { nowAt } from "#kit/server/clock.ts"
import { newSecret } from "#kit/server/rotating-code.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { courseById } from "#modules/courses/index.ts"
import { facultiesOn } from "#modules/people/index.ts"
import { classesOn, projectById, reviewProcedure, societiesOn } from "#modules/projects/index.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import { mayPrepare } from "../abilities.ts"
import type { Activity } from "../activity.ts"
import { freeOf } from "../activity.ts"
import { chineseTime } from "../chinese-time.ts"
import * as contract from "../contract.ts"
import { hostOf, toChange } from "../load.ts"
import { changeActivity, insertActivity } from "../store.ts"
import { acceptedCount, moveUp } from "../store-people.ts"
import { tellMovedUp, tellSignedUp } from "./signing.ts"

type Plan = Omit<z.output<(typeof contract.edit)["input"]>, "id">

/** What the plan says, as the row keeps it; or what in it cannot stand. `kept`: what it was built on before. */
async function settled(ctx: Ctx, union: UnionRow, plan: Plan, kept: readonly string[] = []) {
  const when = times(plan)
  if (!when.ok) return when
  const classes = new Set([...(await classesOn(ctx.tx, ctx.today)), ...kept])
  const societies = new Set([...(await societiesOn(ctx.tx, ctx.today)).map((s) => s.name), ...kept])
  const unknown = plan.classes.find((c) => !classes.has(c)) ?? plan.societies.find((s) => !societies.has(s))
  if (unknown)
    return refuse("invalid", `名册中没有“${unknown.replace("/", "")}”`, {
      clause: "2.5",
      at: plan.classes.includes(unknown) ? "classes" : "societies",
      cure: "从名册中选择班级和社团",
    })
  const known = new Set((await facultiesOn(ctx.tx, ctx.today)).map((f) => f.name))
  const other = plan.audience.faculties.find((f) => !known.has(f))
  if (other) return refuse("invalid", `名册中没有“${other}”`, { at: "audience", cure: "从名册中选择学院" })
  const project = plan.projectId ? await projectById(ctx.tx, plan.projectId) : undefined
  if (plan.projectId && project?.unionId !== union.id)
    return refuse("not-found", "没有这个项目", { at: "projectId" })
  if (
    union.level === "faculty" &&
    plan.audience.who === "everyone" &&
    !(project?.reach === "school" && project.guideAgreedBy)
  )
    return refuse("against-clause", "院系学生会面向全校的活动，须在校级学生会指导下承办", {
      clause: "2.4",
      at: "audience",
      cure: "先立项，由校级学生会的工作部门确认指导，再把活动归入该项目",
    })
  const course = plan.requestId ? await courseById(ctx.tx, plan.requestId) : undefined
  if (plan.requestId && (course?.procedure.id !== reviewProcedure || course.unionId !== union.id))
    return refuse("not-found", "没有这份活动申请", { at: "requestId", clause: "10.4" })
  return ok({ ...plan, ...when.value, requestId: course ? course.subject : null })
}

const moment = (at: string | null) => (at === null ? null : new Date(at))
const longest = 7 * 86_400_000

function times(plan: Plan) {
  const [startsAt, endsAt] = [new Date(plan.startsAt), new Date(plan.endsAt)]
  const length = endsAt.getTime() - startsAt.getTime()
  if (!(length > 0 && length <= longest))
    return refuse("invalid", "活动须有起止时间，结束晚于开始，不超过七天", { at: "endsAt", cure: "更正时间" })
  const opensAt = moment(plan.opensAt)
  // Without signing up there is nothing to close, and nothing to give back.
  const closesAt = opensAt && moment(plan.closesAt)
  const signOffUntil = opensAt && moment(plan.signOffUntil)
  if (opensAt && opensAt >= (closesAt ?? startsAt))
    return refuse("invalid", "报名截止早于报名开始", { at: "closesAt", cure: "更正时间" })
  if ((closesAt && closesAt > endsAt) || (opensAt && opensAt > endsAt))
    return refuse("invalid", "报名时间晚于活动结束", { at: "closesAt", cure: "更正时间" })
  if (signOffUntil && signOffUntil > endsAt)
    return refuse("invalid", "取消报名的截止时间晚于活动结束", { at: "signOffUntil", cure: "更正时间" })
  if (!opensAt && !plan.walkIns)
    return refuse("invalid", "不报名的活动须允许直接到场", {
      at: "walkIns",
      cure: "开放报名，或允许直接到场",
    })
  return ok({ startsAt, endsAt, opensAt, closesAt, signOffUntil, onDay: dayOf(startsAt) })
}

export const draft = action(contract.draft, {
  load: hostOf,
  may: mayPrepare,
  run: async (ctx, { union: unionId, ...plan }, { union }) => {
    const can = await settled(ctx, union, plan)
    if (!can.ok) return can
    await insertActivity(ctx.tx, {
      ...can.value,
      id: ctx.change,
      unionId,
      status: "draft",
      approvedOn: null,
      cancelledBecause: null,
      secret: newSecret(),
      madeByName: ctx.actor.name,
      madeAt: ctx.now,
    })
    ctx.note({ activity: ctx.change, union: unionId })
    return ok({ id: ctx.change })
  },
})

export const edit = action(contract.edit, {
  load: toChange,
  may: mayPrepare,
  run: async (ctx, { id, ...plan }, { activity: a, union }) => {
    if (a.status === "cancelled") return refuse("conflict", "活动已取消，不能再改方案")
    const can = await settled(ctx, union, plan, [...a.classes, ...a.societies])
    if (!can.ok) return can
    const fits = await stillFits(ctx, a, can.value)
    if (!fits.ok) return fits
    await changeActivity(ctx.tx, id, can.value)
    if (a.status === "open" && can.value.opensAt && nowAt(ctx) < can.value.startsAt) {
      const free = freeOf(can.value.places, await acceptedCount(ctx.tx, id))
      await tellMovedUp(ctx, a, await moveUp(ctx.tx, id, free, nowAt(ctx)))
    }
    if (a.status === "open") await tellMoved(ctx, a, can.value)
    ctx.note({ activity: id })
    await ctx.emit("records.changed", { unions: [a.unionId] })
    return ok({ id })
  },
})

/** Whoever signed up is told of another hour or another place, while it is still to come. */
async function tellMoved(ctx: Ctx, a: Activity, to: Pick<Activity, "startsAt" | "endsAt" | "place">) {
  const same = to.startsAt.getTime() === a.startsAt.getTime() && to.endsAt.getTime() === a.endsAt.getTime()
  if ((same && to.place === a.place) || nowAt(ctx) > a.endsAt) return
  const when = `${chineseTime(to.startsAt)}至${chineseTime(to.endsAt)}`
  await tellSignedUp(ctx, a, `活动时间或地点有变：${a.title}`, `现在是${when}，${to.place}`)
}

/** What was announced is what was reviewed: another day is another activity; nobody loses a place given. */
async function stillFits(
  ctx: Ctx,
  a: Activity,
  to: {
    onDay: string
    opensAt: Date | null
    places: number | null
    classes: readonly string[]
    societies: readonly string[]
  },
): Promise<Result<void, Refusal>> {
  if (a.status !== "open") return ok(undefined)
  if (to.onDay !== a.onDay)
    return refuse("against-clause", "活动已按审核的日期发布，不能改到另一天", {
      clause: "10.4",
      at: "startsAt",
      cure: "取消这项活动，变更申请并重新审核后另行发布",
    })
  if (to.classes.length + to.societies.length === 0)
    return refuse("against-clause", "活动须登记所依托的班级和社团", { clause: "2.5", at: "classes" })
  const taken = await acceptedCount(ctx.tx, a.id)
  if (!to.opensAt && taken > 0)
    return refuse("conflict", `已有${taken}人报上名，不能改为不用报名`, {
      at: "signs",
      cure: "要提前截止的，改报名截止时间",
    })
  if (to.places !== null && to.places < taken)
    return refuse("conflict", `已有${taken}人报上名，名额不能少于${taken}`, { at: "places" })
  return ok(undefined)
}
