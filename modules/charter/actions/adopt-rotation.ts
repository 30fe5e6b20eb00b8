import { isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { maySettle } from "../abilities.ts"
import { adoptRotation as contract } from "../contract.ts"
import { changed, theUnionHeld } from "../load.ts"
import { settle, versionsOn } from "../store.ts"

/** 2.2b binds a union only once it has adopted the rotation; from that day it does. */
export const adoptRotation = action(contract, {
  load: theUnionHeld,
  may: maySettle,
  run: async (ctx, { adopted, from, source }, union) => {
    if (!isDay(from)) return refuse("invalid", "起始日期有误", { at: "from" })
    if (!(await versionsOn(ctx.tx, [union.id], from)).has(union.id))
      return refuse("conflict", "该日还没有登记章程", { at: "from", clause: "2.2b", cure: "先登记章程" })
    const id = await settle(ctx.tx, {
      kind: "rotation",
      union: union.id,
      clause: "2.2b",
      value: adopted,
      from,
      source,
      change: ctx.change,
    })
    if (!id.ok) return id
    ctx.note({ union: union.id, adopted, setting: id.value })
    await changed(ctx, union.id)
    return ok({ id: id.value })
  },
})
