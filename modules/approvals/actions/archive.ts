import { chineseDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { mayAccount } from "../abilities.ts"
import { keepSummary, summaryOf } from "../after-store.ts"
import { attachedOf } from "../attached.ts"
import { archive as contract } from "../contract.ts"
import { inEffect, loadForChange } from "../loading.ts"
import { summaryDue } from "../request.ts"
import { changeRequest } from "../store.ts"

export const archive = action(contract, {
  load: loadForChange,
  may: mayAccount,
  run: async (ctx, input, loaded) => {
    const { request } = loaded
    const may = inEffect(loaded)
    if (!may.ok) return may
    if (request.kind !== "activity") return refuse("invalid", "只有活动需要归档总结")
    if (input.heldOn > ctx.today) return refuse("invalid", "活动还没有举办", { at: "heldOn" })
    if (input.heldOn < request.onDay)
      return refuse("invalid", `举办日期不能早于批准的${chineseDay(request.onDay)}`, {
        clause: "10.4",
        at: "heldOn",
        cure: "先改动申请，重新通过审核",
      })
    const reached = input.reach.reduce((n, r) => n + r.count, 0)
    if (reached > input.participants)
      return refuse("invalid", `各院系年级合计${reached}人，多于参加人数${input.participants}人`, {
        at: "reach",
      })
    const before = await summaryOf(ctx.tx, input.id)
    const files = await attachedOf(ctx.tx, input.files, ctx.actor.account, before?.files ?? [])
    if (!files.ok) return files
    await keepSummary(ctx.tx, {
      requestId: input.id,
      heldOn: input.heldOn,
      text: input.text,
      participants: input.participants,
      reach: input.reach,
      files: files.value,
      // A correction does not make a summary late that came in time.
      onDay: before?.onDay ?? ctx.today,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    await changeRequest(ctx.tx, input.id, {
      summarizedOn: before?.onDay ?? ctx.today,
      summaryDue: summaryDue(input.heldOn, await calendarOf(ctx.tx)),
    })
    ctx.note({ request: input.id, participants: input.participants })
    await ctx.emit("records.changed", { unions: [request.unionId] })
    return ok({ id: input.id })
  },
})
