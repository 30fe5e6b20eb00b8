import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayAccount } from "../abilities.ts"
import { insertReturn, returnsOf } from "../after-store.ts"
import { giveBack as contract } from "../contract.ts"
import { goodsOf } from "../goods.ts"
import { inEffect, loadForChange } from "../loading.ts"
import { versionsOf } from "../store.ts"

export const giveBack = action(contract, {
  load: loadForChange,
  may: mayAccount,
  run: async (ctx, { id, item, count, condition, on }, loaded) => {
    const may = inEffect(loaded)
    if (!may.ok) return may
    const values = (await versionsOf(ctx.tx, [id])).get(id)?.at(-1)?.fields ?? {}
    if (values.returnable !== true) return refuse("invalid", "这一申请没有要归还的物资")
    const good = goodsOf(values, await returnsOf(ctx.tx, id)).find((g) => g.name === item)
    if (!good) return refuse("not-found", "明细中没有这项物资", { at: "item" })
    if (on > ctx.today) return refuse("invalid", "不能登记尚未发生的归还", { at: "on" })
    const left = good.count - good.returned
    if (count > left)
      return refuse("invalid", `“${item}”还有${left}${good.unit}没有归还，不能登记${count}${good.unit}`, {
        at: "count",
      })
    await insertReturn(ctx.tx, {
      id: ctx.change,
      requestId: id,
      item,
      count,
      condition,
      onDay: on,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    ctx.note({ request: id, count })
    return ok({ id: ctx.change })
  },
})
