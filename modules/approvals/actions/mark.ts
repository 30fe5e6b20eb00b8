import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayInform } from "../abilities.ts"
import { insertMark, marksOf, partyReportsOf } from "../after-store.ts"
import { mark as contract } from "../contract.ts"
import { loadForChange } from "../loading.ts"

export const mark = action(contract, {
  load: loadForChange,
  may: mayInform,
  run: async (ctx, { id, major, because }, { request }) => {
    const now = (await marksOf(ctx.tx, [id])).at(-1)?.major ?? false
    if (now === major)
      return refuse("conflict", major ? "已经认定为重大事项" : "没有认定为重大事项", { clause: "10.2" })
    if (!major && (await partyReportsOf(ctx.tx, [id])).length > 0)
      return refuse("conflict", "已经向党委汇报，不能再改变认定", { clause: "10.2" })
    await insertMark(ctx.tx, {
      id: ctx.change,
      requestId: id,
      major,
      because,
      onDay: ctx.today,
      byName: ctx.actor.name,
    })
    ctx.note({ request: id, major })
    await ctx.emit("records.changed", { unions: [request.unionId] })
    return ok({ id })
  },
})
