import { ok, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { action } from "#kit/server/verbs.ts"
import { mayConfirmMinutes, mayWriteMinutes } from "../abilities.ts"
import * as contract from "../contract.ts"
import { theHallHeld } from "../load.ts"
import { enter, record } from "../recording.ts"
import * as store from "../store.ts"

export const writeMinutes = action(contract.writeMinutes, {
  load: theHallHeld,
  may: mayWriteMinutes,
  run: async (ctx, { assembly, body }, { standing }) => {
    if (standing.state !== "closed")
      return refuse("conflict", "大会闭幕后才有会议记录", { cure: "先宣布闭幕" })
    if (standing.confirmed !== null) return refuse("conflict", "会议记录已经确认，不能再改")
    const [last] = await store.minutesOf(ctx.tx, assembly)
    if (last?.body === body) return ok({ version: last.version })
    const version = (last?.version ?? 0) + 1
    await store.insertMinutes(ctx.tx, {
      assemblyId: assembly,
      version,
      body,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    return ok({ version })
  },
})

/** The version read is the version confirmed: who confirms names it. */
export const confirmMinutes = action(contract.confirmMinutes, {
  load: theHallHeld,
  may: mayConfirmMinutes,
  run: async (ctx, { assembly, version }, { standing }) => {
    if (standing.confirmed !== null) return refuse("conflict", "会议记录已经确认")
    const [last] = await store.minutesOf(ctx.tx, assembly)
    if (standing.state !== "closed" || !last)
      return refuse("conflict", "还没有会议记录", { cure: "大会闭幕后再确认" })
    if (last.version !== version)
      return refuse("conflict", `会议记录已改到第${last.version}稿`, { cure: "阅读最新一稿后再确认" })
    await record(ctx, assembly, { kind: "minutes-confirmed", version })
    await enter(ctx, assembly, { kind: "minutes-confirmed", version, document: hashOf(last.body) })
    return ok({})
  },
})
