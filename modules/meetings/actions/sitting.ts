import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { membersOn } from "#modules/presidium/index.ts"
import { mayPreside } from "../abilities.ts"
import * as contract from "../contract.ts"
import { changed, going, type OfMeeting, theItem, theMeeting } from "../load.ts"
import { isQuorate, present, sayQuorum } from "../meeting.ts"
import { draftMinutes } from "../minutes.ts"
import { record } from "../recording.ts"
import * as store from "../store.ts"
import { happened } from "../view.ts"

const presides = (actor: Parameters<typeof mayPreside>[0], { union, convening, meeting }: OfMeeting) =>
  mayPreside(actor, union, convening, meeting.convener)

export const open = action(contract.open, {
  load: theMeeting,
  may: presides,
  run: async (ctx, { id }, { meeting, convening }) => {
    if (meeting.state !== "convened") return refuse("conflict", "会议已经开始、结束或取消")
    if (ctx.today < meeting.day)
      return refuse("conflict", "还没有到开会的日期", { cure: "到期再宣布开会；提前开会的，另行召集" })
    const going = (await store.meetingsOf(ctx.tx, [meeting.unionId])).find((m) => m.state === "open")
    if (going) return refuse("conflict", `${going.title}还没有结束`, { cure: "先结束那一次会议" })
    const members = await membersOn(ctx.tx, meeting.unionId, ctx.today)
    await store.changeMeeting(ctx.tx, id, {
      state: "open",
      openedAt: ctx.now,
      presiding: convening.members.find((m) => m.number === ctx.actor.number) ?? null,
      attendance: members.map((m) => ({ ...m, presence: null })),
    })
    await record(ctx, id, { kind: "opened", members: members.map((m) => m.number) })
    await changed(ctx, meeting.unionId)
    return ok({})
  },
})

export const callRoll = action(contract.callRoll, {
  load: theMeeting,
  may: presides,
  run: async (ctx, { id, people, guests }, { meeting }) => {
    const on = going(meeting)
    if (!on.ok) return on
    const members = meeting.attendance ?? []
    const missing = members.find((m) => people.filter((p) => p.number === m.number).length !== 1)
    if (missing || people.length !== members.length)
      return refuse("invalid", `每名成员须登记一次出席情况${missing ? `：${missing.name}` : ""}`, {
        at: "people",
      })
    if ((await store.resolutionsOf(ctx.tx, [id])).some((r) => r.state === "voting"))
      return refuse("conflict", "正在表决，不能改动出席情况", { cure: "先完成这项表决" })
    const attendance = members.map((m) => ({
      ...m,
      presence: people.find((p) => p.number === m.number)!.presence,
    }))
    await store.changeMeeting(ctx.tx, id, { attendance, guests })
    await record(ctx, id, {
      kind: "roll",
      attendance: attendance.map(({ number, name, presence }) => ({ number, name, presence })),
    })
    const { quorum } = await store.rulesOf(ctx.tx, meeting.unionId)
    return ok({ quorate: isQuorate(quorum, present(attendance).length, attendance.length) })
  },
})

export const noteItem = action(contract.noteItem, {
  load: theItem,
  may: presides,
  run: async (ctx, { id, said, state }, { meeting, item }) => {
    const on = going(meeting)
    if (!on.ok) return on
    if (item.state === "decided") return refuse("conflict", "这个议题已经表决")
    if (item.matter !== null && state === "discussed")
      return refuse("against-clause", "重要事项须由主席团集体决定，不能只讨论不表决", {
        clause: "2.2a",
        cure: "写明决议内容并付表决，或暂缓审议",
      })
    const open = (await store.resolutionsOf(ctx.tx, [meeting.id])).find(
      (r) => r.itemId === id && r.state === "voting",
    )
    if (open) return refuse("conflict", "这个议题正在表决", { cure: "先完成表决" })
    await store.changeItem(ctx.tx, id, { said, state })
    return ok({})
  },
})

export const close = action(contract.close, {
  load: theMeeting,
  may: presides,
  run: async (ctx, { id }, { meeting }) => {
    const on = going(meeting)
    if (!on.ok) return on
    const { quorum } = await store.rulesOf(ctx.tx, meeting.unionId)
    const members = meeting.attendance ?? []
    if (members.some((m) => m.presence === null))
      return refuse("conflict", "还没有登记出席情况", { cure: "先登记出席、请假和缺席" })
    if ((await store.resolutionsOf(ctx.tx, [id])).some((r) => r.state === "voting"))
      return refuse("conflict", "还有正在进行的表决", { cure: "先完成表决" })
    const quorate = isQuorate(quorum, present(members).length, members.length)
    const pending = (await store.itemsOf(ctx.tx, [id])).filter((i) => i.state === "pending")
    if (quorate && pending.length > 0)
      return refuse("conflict", `还有${pending.length}个议题没有审议：${pending[0]!.title}`, {
        cure: "逐项审议，或暂缓",
      })
    for (const item of pending) await store.changeItem(ctx.tx, item.id, { state: "deferred" })
    await store.changeMeeting(ctx.tx, id, { state: "closed", closedAt: ctx.now })
    const body = draftMinutes(await happened(ctx.tx, meeting, sayQuorum[quorum], quorate))
    await store.insertMinutes(ctx.tx, { meetingId: id, version: 1, body, byName: "系统", at: ctx.now })
    await record(ctx, id, { kind: "closed", quorate })
    ctx.note({ union: meeting.unionId, meeting: id })
    await changed(ctx, meeting.unionId)
    return ok({})
  },
})
