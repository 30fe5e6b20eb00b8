import { isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayArrange } from "../abilities.ts"
import { correctDay, uncorrectDay } from "../calendar.ts"
import { clearDay as clearContract, setDay as setContract } from "../contract.ts"

/** Deadlines already running keep the day they were given; the next step counts by the corrected calendar. */
export const setDay = action(setContract, {
  may: mayArrange,
  run: async (ctx, input) => {
    if (!isDay(input.day)) return refuse("invalid", "没有这一天", { at: "day" })
    await correctDay(ctx.tx, { ...input, byName: ctx.actor.name })
    ctx.note({ day: input.day, works: input.works })
    return ok({})
  },
})

export const clearDay = action(clearContract, {
  may: mayArrange,
  run: async (ctx, { day }) => {
    if (!(await uncorrectDay(ctx.tx, day))) return refuse("not-found", "这一天没有更正过")
    ctx.note({ day })
    return ok({})
  },
})
