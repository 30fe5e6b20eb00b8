import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayAccount } from "../abilities.ts"
import { insertSpending, spendingOf } from "../after-store.ts"
import { strike as contract } from "../contract.ts"
import { loadForChange } from "../loading.ts"

export const strike = action(contract, {
  load: loadForChange,
  may: mayAccount,
  run: async (ctx, { id, entry, because }, { request }) => {
    if (request.closedOn) return refuse("conflict", "这一事项已经办结", { clause: "10.4" })
    const found = (await spendingOf(ctx.tx, [id])).find((e) => e.id === entry)
    if (!found || found.strikes) return refuse("not-found", "没有这笔支出")
    if (found.struck) return refuse("conflict", "这笔支出已经冲销")
    await insertSpending(ctx.tx, {
      id: ctx.change,
      requestId: id,
      what: `冲销“${found.what}”：${because}`,
      amount: found.amount,
      onDay: ctx.today,
      fileId: null,
      strikes: entry,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    ctx.note({ request: id, entry })
    return ok({ id: ctx.change })
  },
})
