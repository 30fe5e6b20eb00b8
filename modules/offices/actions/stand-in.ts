import { addDays, isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayStandIn } from "../abilities.ts"
import { standIn as contract } from "../contract.ts"
import { lockOffices, seat, versionsFrom } from "../store.ts"

export const standIn = action(contract, {
  load: async (ctx, input) => {
    await lockOffices(ctx.tx)
    const [now] = isDay(input.from) ? await versionsFrom(ctx.tx, input.holder, input.from) : []
    return now && now.validFrom <= input.from ? ok(now) : refuse("not-found", "该日没有这一任职")
  },
  may: mayStandIn,
  run: async (ctx, input, of) => {
    if (!isDay(input.to) || input.to < input.from) return refuse("invalid", "代理起止日期有误", { at: "to" })
    if (of.standsInFor) return refuse("invalid", "代理人不能再委托他人代理")
    if (input.number === of.number) return refuse("invalid", "不能由本人代理本人", { at: "number" })
    const last = (await versionsFrom(ctx.tx, of.id, input.from)).at(-1)?.validTo ?? null
    const validTo = addDays(input.to, 1)
    if (last && validTo > last) return refuse("invalid", "代理不能晚于原任职的结束", { at: "to" })
    const holder = await seat(ctx.tx, {
      office: of.office,
      number: input.number,
      name: input.name,
      post: of.post,
      title: `${of.title}（代理）`,
      unionId: of.unionId,
      basis: "stand-in",
      standsInFor: of.id,
      validFrom: input.from,
      validTo,
      change: ctx.change,
    })
    ctx.note({ holder, of: of.id, from: input.from, to: input.to })
    return ok({ holder })
  },
})
