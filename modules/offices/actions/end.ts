import { isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayEnd } from "../abilities.ts"
import { end as contract } from "../contract.ts"
import { closeRow, lockOffices, standInsOf, versionsFrom } from "../store.ts"

export const end = action(contract, {
  load: async (ctx, input) => {
    await lockOffices(ctx.tx)
    const [now] = isDay(input.on) ? await versionsFrom(ctx.tx, input.holder, input.on) : []
    return now ? ok(now) : refuse("not-found", "该日没有这一任职，或已经结束")
  },
  may: mayEnd,
  run: async (ctx, { holder, on, source }, now) => {
    const permission = mayEnd(ctx.actor, now)
    const basis = "as" in permission && permission.as ? "appointed" : "set-up"
    if (basis === "set-up" && !source)
      return refuse("invalid", "系统管理员结束任职须写明所依据的文件", { at: "source" })
    const versions = await versionsFrom(ctx.tx, holder, on)
    if (on < now.validFrom)
      return refuse("invalid", `任职自 ${now.validFrom} 起，不能结束于此前`, { at: "on" })
    for (const row of [...versions, ...(await standInsOf(ctx.tx, holder, on))])
      await closeRow(ctx.tx, row, on, ctx.change)
    ctx.note({ holder, kind: now.office.kind, post: now.post, basis, ...(source ? { source } : {}) })
    await ctx.emit("offices.changed", { kind: now.office.kind })
    return ok({})
  },
})
