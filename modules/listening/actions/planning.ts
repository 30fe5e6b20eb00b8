import { isDay, newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import { mayPlan } from "../abilities.ts"
import * as contract from "../contract.ts"
import { type Kind, type Listening, phaseOf } from "../listening.ts"
import { theListeningHeld, theUnion } from "../load.ts"
import { changeListening, insertListening, questionsOf } from "../store.ts"

type Plan = Pick<
  Listening,
  | "title"
  | "about"
  | "place"
  | "onDay"
  | "untilDay"
  | "fromTime"
  | "untilTime"
  | "offices"
  | "faculties"
  | "grades"
  | "places"
>

/** A plan as it is kept: a meeting has one day, a questionnaire neither hour nor place. */
function settled(union: UnionRow, kind: Kind, plan: Plan): Result<Plan, Refusal> {
  const until = kind === "survey" ? plan.untilDay : plan.onDay
  if (!isDay(plan.onDay) || !isDay(until)) return refuse("invalid", "没有这一天", { at: "onDay" })
  if (until < plan.onDay) return refuse("invalid", "截止日期不能早于开始日期", { at: "untilDay" })
  if (union.faculty && plan.faculties.some((f) => f !== union.faculty))
    return refuse("invalid", "学院学生会的活动面向本学院同学", { at: "faculties" })
  if (kind === "survey")
    return ok({ ...plan, place: "", fromTime: "", untilTime: "", offices: [], places: null })
  if (!plan.place) return refuse("invalid", "请写明地点", { at: "place" })
  if (!plan.fromTime) return refuse("invalid", "请写明开始时间", { at: "fromTime" })
  if (plan.untilTime && plan.untilTime <= plan.fromTime)
    return refuse("invalid", "结束时间须晚于开始时间", { at: "untilTime" })
  if (kind === "face" && plan.offices.length === 0)
    return refuse("invalid", "面对面须写明到场的职能部门", { at: "offices" })
  return ok({ ...plan, untilDay: until })
}

export const make = action(contract.make, {
  load: theUnion,
  may: mayPlan,
  run: async (ctx, { unionId, kind, ...wanted }, { union }) => {
    const plan = settled(union, kind, wanted)
    if (!plan.ok) return plan
    const id = newId(ctx.now.getTime())
    await insertListening(ctx.tx, { ...blank(ctx), id, unionId, kind, ...plan.value })
    ctx.note({ listening: id, kind })
    return ok({ id })
  },
})

/** What a listening begins with. */
export const blank = (ctx: Ctx) =>
  ({
    state: "planned",
    because: null,
    attendance: null,
    minutes: null,
    minutedOn: null,
    minutedBy: null,
    publishedOn: null,
    importedFrom: null,
    changedAt: ctx.now,
  }) as const

export const change = action(contract.change, {
  load: theListeningHeld,
  may: mayPlan,
  run: async (ctx, { id, ...wanted }, { listening, union }) => {
    const phase = phaseOf(listening, ctx.today)
    if (phase !== "planned" && phase !== "coming")
      return refuse("conflict", "活动已经开始或已经结束，不能再改计划", {
        cure: "需要更正的，写进记录或另行通知",
      })
    const plan = settled(union, listening.kind, wanted)
    if (!plan.ok) return plan
    if (phase === "coming" && plan.value.onDay < ctx.today)
      return refuse("invalid", "已经公布的活动不能改到过去的日子", { at: "onDay" })
    await changeListening(ctx.tx, id, { ...plan.value, changedAt: ctx.now })
    ctx.note({ listening: id })
    return ok({ id })
  },
})

export const announce = action(contract.announce, {
  load: theListeningHeld,
  may: mayPlan,
  run: async (ctx, { id }, { listening }) => {
    if (listening.state !== "planned") return refuse("conflict", "已经公布过了")
    if (listening.untilDay < ctx.today)
      return refuse("conflict", "活动的日期已经过去，不能再公布", { cure: "先改日期" })
    if (listening.kind === "survey" && (await questionsOf(ctx.tx, id)).length === 0)
      return refuse("conflict", "问卷还没有题目", { cure: "先编写题目，再公布" })
    await changeListening(ctx.tx, id, { state: "announced", changedAt: ctx.now })
    ctx.note({ listening: id })
    return ok({})
  },
})

export const cancel = action(contract.cancel, {
  load: theListeningHeld,
  may: mayPlan,
  run: async (ctx, { id, because }, { listening }) => {
    if (listening.state === "held" || listening.state === "cancelled")
      return refuse("conflict", "活动已经结束或取消")
    await changeListening(ctx.tx, id, { state: "cancelled", because, changedAt: ctx.now })
    ctx.note({ listening: id })
    return ok({})
  },
})
