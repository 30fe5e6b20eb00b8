import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { closeAssembly, openAssembly } from "#modules/assembly/index.ts"
import { requireQuorum } from "#modules/roll/index.ts"
import { mayChair } from "../abilities.ts"
import * as contract from "../contract.ts"
import { type Doors, panelsOf } from "../doors.ts"
import { draftOf } from "../drafting.ts"
import { sitting, theHallHeld } from "../load.ts"
import { enter, record } from "../recording.ts"
import { stopSpeech } from "../stop-speech.ts"
import * as store from "../store.ts"
import { pendingVote } from "../votes-store.ts"

export const open = action(contract.open, {
  load: theHallHeld,
  may: mayChair,
  run: async (ctx, { assembly: id }, { assembly, standing }) => {
    if (standing.state !== "waiting") return refuse("conflict", "大会已经开幕")
    if (assembly.state !== "convened")
      return refuse("conflict", "大会还没有批准召开", {
        clause: "6.1",
        cure: "报同级党委批准并发出召开通知后再开幕",
      })
    if (ctx.today < assembly.day)
      return refuse("conflict", "还没有到开会的日期", { cure: "到期再宣布开幕；提前召开的，先更改日期" })
    const quorum = await requireQuorum(ctx, id)
    if (!quorum.ok) return quorum
    const opened = await openAssembly(ctx, id)
    if (!opened.ok) return opened
    await record(ctx, id, { kind: "opened", quorum: quorum.value })
    await enter(ctx, id, { kind: "opened", quorum: quorum.value, chair: ctx.actor.name })
    return ok({})
  },
})

const idle = "先结束并宣布正在进行的表决"

export const adjourn = action(contract.adjourn, {
  load: theHallHeld,
  may: mayChair,
  run: async (ctx, { assembly: id, because, until }, of) => {
    const on = sitting(of)
    if (!on.ok) return on
    if (await pendingVote(ctx.tx, id)) return refuse("conflict", "正在表决，不能休会", { cure: idle })
    await stopSpeech(ctx, id)
    await record(ctx, id, { kind: "adjourned", because, until })
    return ok({})
  },
})

export const resume = action(contract.resume, {
  load: theHallHeld,
  may: mayChair,
  run: async (ctx, { assembly: id }, { standing }) => {
    if (standing.state !== "adjourned") return refuse("conflict", "大会没有休会")
    const quorum = await requireQuorum(ctx, id)
    if (!quorum.ok) return quorum
    await record(ctx, id, { kind: "resumed", quorum: quorum.value })
    return ok({})
  },
})

export const close = (doors: Doors) =>
  action(contract.close, {
    load: theHallHeld,
    may: mayChair,
    run: async (ctx, { assembly: id }, of) => {
      const on = sitting(of)
      if (!on.ok) return on
      const { standing } = of
      if (standing.item) return refuse("conflict", "还有一项议程正在进行", { cure: "先结束这项议程" })
      const agenda = await doors.agenda(ctx.tx, id)
      const left = agenda.filter((i) => (standing.items.get(i.id)?.state ?? "pending") === "pending")
      if (left.length > 0)
        return refuse("conflict", `还有${left.length}项议程没有进行：${left[0]!.title}`, {
          cure: "逐项进行，或者略过并写明理由",
        })
      const waiting = (await panelsOf(doors, ctx.tx, id)).find((p) => p.actions.length > 0)
      if (waiting)
        return refuse("conflict", `${waiting.title}还没有办完：${waiting.actions[0]!.title}`, {
          clause: "6.6a",
          cure: "计票并向大会公告结果，或者取消这次选举后再闭幕",
        })
      const closed = await closeAssembly(ctx, id)
      if (!closed.ok) return closed
      await record(ctx, id, { kind: "closed" })
      await enter(ctx, id, { kind: "closed" })
      const body = await draftOf(ctx, doors, { ...of, assembly: closed.value })
      await store.insertMinutes(ctx.tx, { assemblyId: id, version: 1, body, byName: "系统", at: ctx.now })
      return ok({})
    },
  })
