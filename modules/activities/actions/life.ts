import { chineseDay, ok, refuse } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { action } from "#kit/server/verbs.ts"
import { mayDecide } from "../abilities.ts"
import { mayOpen, phaseOf } from "../activity.ts"
import * as contract from "../contract.ts"
import { reviewFor, toChange } from "../load.ts"
import { changeActivity } from "../store.ts"
import { tellSignedUp } from "./signing.ts"

/** Announce it (10.4: reviewed before); or put one that was held on record as it was. */
export const open = action(contract.open, {
  load: toChange,
  may: mayDecide,
  run: async (ctx, { id }, { activity: a }) => {
    const approved = mayOpen(a, await reviewFor(ctx, a), nowAt(ctx))
    if (!approved.ok) return approved
    await changeActivity(ctx.tx, id, { status: "open", approvedOn: approved.value })
    ctx.note({ activity: id, approved: approved.value !== null })
    await ctx.emit("records.changed", { unions: [a.unionId] })
    return ok({ id })
  },
})

export const cancel = action(contract.cancel, {
  load: toChange,
  may: mayDecide,
  run: async (ctx, { id, because }, { activity: a }) => {
    if (a.status === "cancelled") return refuse("conflict", "活动已经取消")
    if (phaseOf(a, nowAt(ctx)) === "held")
      return refuse("conflict", "活动已经举办，不能取消", { cure: "签到有误的，写明理由更正" })
    await changeActivity(ctx.tx, id, { status: "cancelled", cancelledBecause: because })
    if (a.status === "open")
      await tellSignedUp(ctx, a, `活动已取消：${a.title}`, `原定${chineseDay(a.onDay)}。原因：${because}`)
    ctx.note({ activity: id })
    await ctx.emit("records.changed", { unions: [a.unionId] })
    return ok({ id })
  },
})
