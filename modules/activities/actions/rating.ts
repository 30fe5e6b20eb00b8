import { ok, refuse } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { action } from "#kit/server/verbs.ts"
import { mayTakePart } from "../abilities.ts"
import { ratedUntil } from "../activity.ts"
import { toShow } from "../load.ts"
import { rate as contract } from "../public-contract.ts"
import { lastLineOf } from "../store-attendance.ts"
import { addRating } from "../store-rating.ts"

/** Once, by those who were there. Neither the log nor a line of the rating says who. */
export const rate = action(contract, {
  perMinute: 6_000,
  load: toShow,
  may: mayTakePart,
  run: async (ctx, { id, stars, words }, { activity: a }) => {
    ctx.unnamed()
    const now = nowAt(ctx)
    if (a.status !== "open" || now < a.startsAt) return refuse("conflict", "活动开始后才能评价")
    if (now > ratedUntil(a)) return refuse("conflict", "评价已经截止")
    if ((await lastLineOf(ctx.tx, id, ctx.actor.number))?.what !== "in")
      return refuse("not-allowed", "参加活动的同学才能评价", { cure: "到场而没有签到的，请组织者核实后补登" })
    const given = await addRating(ctx.tx, {
      activityId: id,
      number: ctx.actor.number,
      stars,
      words: words || null,
    })
    if (!given) return refuse("conflict", "已经评价过，不能再改")
    ctx.note({ activity: id })
    return ok({})
  },
})
