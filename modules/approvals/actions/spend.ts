import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayAccount } from "../abilities.ts"
import { insertSpending, spendingOf, spentIn } from "../after-store.ts"
import { attachedOf } from "../attached.ts"
import { spend as contract } from "../contract.ts"
import { inEffect, loadForChange } from "../loading.ts"
import { yuan } from "../money.ts"

export const spend = action(contract, {
  load: loadForChange,
  may: mayAccount,
  run: async (ctx, { id, what, amount, on, fileId }, loaded) => {
    const { request } = loaded
    const may = inEffect(loaded)
    if (!may.ok) return may
    if (request.kind !== "funds") return refuse("invalid", "这一类申请没有经费支出")
    if (on > ctx.today) return refuse("invalid", "不能登记尚未发生的支出", { at: "on" })
    const receipt = await attachedOf(ctx.tx, [fileId], ctx.actor.account)
    if (!receipt.ok) return refuse("not-found", "票据不存在，请重新上传", { at: "fileId" })
    const left = (request.amount ?? 0) - spentIn(await spendingOf(ctx.tx, [id]))
    if (amount > left)
      return refuse("against-clause", `超出批准的经费：还可支出${yuan(left)}元，这一笔${yuan(amount)}元`, {
        clause: "10.4",
        at: "amount",
        cure: "先改动申请，重新通过审核",
      })
    await insertSpending(ctx.tx, {
      id: ctx.change,
      requestId: id,
      what,
      amount,
      onDay: on,
      fileId,
      strikes: null,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    ctx.note({ request: id, entry: ctx.change })
    return ok({ id: ctx.change })
  },
})
