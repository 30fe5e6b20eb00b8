import { chineseDay, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayTakePart } from "../abilities.ts"
import { type Activity, freeOf, phaseOf, signingOf, signOffEnds } from "../activity.ts"
import { isFor } from "../audience.ts"
import { chineseTime } from "../chinese-time.ts"
import { studentAt, toJoin } from "../load.ts"
import * as contract from "../public-contract.ts"
import { countsIn, moveUp, putDown, signedUpIn, signUpOf, withdrawFrom } from "../store-people.ts"

/** A hall behind one address opens the page at the same minute. */
const perMinute = 6_000

/** A place came free for those who waited. */
export const tellMovedUp = async (ctx: Ctx, a: Activity, numbers: readonly string[]): Promise<void> => {
  if (numbers.length > 0)
    await ctx.emit("reminders.tell", {
      to: numbers,
      key: `activities/${a.id}/${ctx.change}`,
      title: `候补已递补：${a.title}`,
      detail: `有人取消报名，您已报名成功；活动在${chineseDay(a.onDay)}`,
      href: `/activities/${a.id}`,
    })
}

/** Those with a place and those who wait, when what they signed up for is off or elsewhere. */
export const tellSignedUp = async (ctx: Ctx, a: Activity, title: string, detail: string): Promise<void> => {
  const numbers = await signedUpIn(ctx.tx, a.id)
  if (numbers.length > 0)
    await ctx.emit("reminders.tell", {
      to: numbers,
      key: `activities/${a.id}/changed/${ctx.change}`,
      title,
      detail,
      href: `/activities/${a.id}`,
    })
}

/** Signing up goes on now; else why not, and what one can do instead. */
function mayJoin(a: Activity, now: Date): Result<void, Refusal> {
  const signing = signingOf(a, now)
  const come = a.walkIns ? { cure: "没有报名也可以直接到场签到" } : { cure: "看看其他近期活动" }
  if (signing === "open") return ok(undefined)
  if (a.status === "cancelled") return refuse("conflict", "活动已经取消", { cure: "看看其他近期活动" })
  if (phaseOf(a, now) === "held") return refuse("conflict", "活动已经结束", { cure: "看看其他近期活动" })
  if (signing === "not-yet")
    return refuse("conflict", "报名还没有开始", { cure: `报名从${chineseTime(a.opensAt!)}开始` })
  if (signing === "none") return refuse("conflict", "这项活动不用报名", come)
  return refuse("conflict", "报名已经截止", come)
}

/** On until the deadline, or into the waiting list. No points are given, and nobody is kept out for having stayed away. */
export const signUp = action(contract.signUp, {
  perMinute,
  load: toJoin,
  may: mayTakePart,
  run: async (ctx, { id }, { activity: a, union }) => {
    const now = nowAt(ctx)
    const may = mayJoin(a, now)
    if (!may.ok) return may
    const student = await studentAt(ctx, ctx.actor.number, ctx.today)
    if (!student)
      return refuse("not-allowed", "活动面向在校学生，名册中没有您的学号", { cure: "请与学院（系）核对名册" })
    const fits = isFor(a.audience, union, student)
    if (!fits.ok) return fits
    const before = await signUpOf(ctx.tx, id, student.number)
    if (before && before.state !== "withdrawn") return refuse("conflict", "已经报过名")
    const { accepted = 0, waiting = 0 } = (await countsIn(ctx.tx, [id])).get(id) ?? {}
    const { number, name, faculty, grade, className } = student
    const state = waiting === 0 && freeOf(a.places, accepted) > 0 ? "accepted" : "waiting"
    await putDown(ctx.tx, { activityId: id, number, name, faculty, grade, className, state, at: now })
    ctx.note({ activity: id, state })
    return ok({ state, nth: state === "waiting" ? waiting + 1 : null })
  },
})

/** The place given back; whoever waits longest has it in the same moment. */
export const signOff = action(contract.signOff, {
  perMinute,
  load: toJoin,
  may: mayTakePart,
  run: async (ctx, { id }, { activity: a }) => {
    const now = nowAt(ctx)
    const own = await signUpOf(ctx.tx, id, ctx.actor.number)
    if (!own || own.state === "withdrawn") return refuse("conflict", "没有报名，不用取消")
    if (a.status !== "open" || now > signOffEnds(a))
      return refuse("conflict", "已过取消报名的时间", { cure: "来不了的，请告诉组织者；不会记入任何评价" })
    await withdrawFrom(ctx.tx, id, own.number)
    if (own.state === "accepted" && now < a.startsAt) {
      const { accepted = 0 } = (await countsIn(ctx.tx, [id])).get(id) ?? {}
      await tellMovedUp(ctx, a, await moveUp(ctx.tx, id, freeOf(a.places, accepted), now))
    }
    ctx.note({ activity: id })
    return ok({})
  },
})
