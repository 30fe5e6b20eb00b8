import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayAccount } from "../abilities.ts"
import { spendingOf, spentIn } from "../after-store.ts"
import { cancel as contract } from "../contract.ts"
import { inEffect, loadForChange } from "../loading.ts"
import { yuan } from "../money.ts"
import { changeRequest } from "../store.ts"

export const cancel = action(contract, {
  load: loadForChange,
  may: mayAccount,
  run: async (ctx, { id, because }, loaded) => {
    const { request } = loaded
    const may = inEffect(loaded)
    if (!may.ok) return may
    if (request.summarizedOn) return refuse("conflict", "已经举办并归档的活动不能取消")
    const spent = spentIn(await spendingOf(ctx.tx, [id]))
    if (spent > 0)
      return refuse("conflict", `已经支出${yuan(spent)}元，不能取消`, { cure: "登记完毕后由校团委办结" })
    await changeRequest(ctx.tx, id, {
      closedOn: ctx.today,
      closedByName: ctx.actor.name,
      cancelledBecause: because,
      summaryDue: null,
    })
    ctx.note({ request: id })
    await ctx.emit("records.changed", { unions: [request.unionId] })
    return ok({ id })
  },
})
