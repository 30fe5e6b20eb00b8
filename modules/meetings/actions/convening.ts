import {
  isDay,
  newId,
  ok,
  type Refusal,
  type Result,
  refuse,
  schoolYearName,
  semesterOf,
} from "@qiaoliang/basics"
import type { z } from "zod"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { convenesAs } from "#modules/presidium/index.ts"
import { mayConvene, mayPreside } from "../abilities.ts"
import * as contract from "../contract.ts"
import { changed, theItem, theMeeting, theUnion } from "../load.ts"
import { record } from "../recording.ts"
import * as store from "../store.ts"

type Wanted = z.output<typeof contract.convene.input>["items"][number]

export const convene = action(contract.convene, {
  load: theUnion,
  may: (actor, { union, convening }) => mayConvene(actor, union, convening),
  run: async (ctx, { day, time, place, items }, { union, convening }) => {
    if (!isDay(day) || day < ctx.today)
      return refuse("invalid", "开会日期不能早于今天", { at: "day", cure: "改为今天或以后的日期" })
    const now = semesterOf(ctx.today)
    const at = semesterOf(day)
    if (convening.rule === "rotation" && (at.schoolYear !== now.schoolYear || at.half !== now.half))
      return refuse("against-clause", "下学期的会议由下学期当值的执行主席召集", {
        clause: "2.2c",
        at: "day",
        cure: "改为本学期的日期",
      })
    await store.lockMeetings(ctx.tx, union.id)
    const ordinal = await store.nextOrdinal(ctx.tx, union.id, at.schoolYear)
    const id = newId(ctx.now.getTime())
    const me = convening.members.find((m) => m.number === ctx.actor.number)!
    const convenedAs = convenesAs(convening, ctx.actor.number)!
    await store.insertMeeting(ctx.tx, {
      id,
      unionId: union.id,
      ...at,
      ordinal,
      title: `主席团${schoolYearName(at.schoolYear)}第${ordinal}次会议`,
      day,
      time,
      place,
      convener: { number: me.number, name: me.name },
      convenedAs,
      convenedOn: ctx.today,
      reading: convening.reading,
      state: "convened",
    })
    for (const [i, item] of items.entries()) {
      const added = await putOnAgenda(ctx, union.id, id, i, item)
      if (!added.ok) return added
    }
    await record(ctx, id, {
      kind: "convened",
      union: union.id,
      as: convenedAs,
      day,
      reading: convening.reading,
    })
    ctx.note({ union: union.id, meeting: id, items: items.length })
    await changed(ctx, union.id)
    return ok({ id })
  },
})

async function putOnAgenda(
  ctx: Ctx,
  unionId: string,
  meetingId: string,
  position: number,
  item: Wanted,
): Promise<Result<string, Refusal>> {
  const { matters } = await store.rulesOf(ctx.tx, unionId)
  if (item.matter !== undefined && !matters.includes(item.matter))
    return refuse("invalid", `“${item.matter}”不在本会的重要事项清单上`, {
      at: "matter",
      clause: "2.2a",
      cure: "从清单中选择，或先修订清单",
    })
  const papers = await store.papersSentBy(ctx.tx, ctx.actor.account, item.papers)
  if (papers.length !== item.papers.length)
    return refuse("invalid", "有材料没有上传成功", { at: "papers", cure: "重新上传材料" })
  const id = newId(ctx.now.getTime())
  await store.insertItem(ctx.tx, {
    id,
    meetingId,
    position,
    title: item.title,
    detail: item.detail,
    matter: item.matter ?? null,
    papers,
    state: "pending",
    said: "",
  })
  return ok(id)
}

export const addItem = action(contract.addItem, {
  load: theMeeting,
  may: (actor, { union, convening, meeting }) => mayPreside(actor, union, convening, meeting.convener),
  run: async (ctx, { id: _, ...item }, { meeting }) => {
    if (meeting.state !== "convened" && meeting.state !== "open")
      return refuse("conflict", "会议已经结束，不能再加议题", { cure: "列入下一次会议" })
    const before = await store.itemsOf(ctx.tx, [meeting.id])
    const position = Math.max(-1, ...before.map((i) => i.position)) + 1
    const id = await putOnAgenda(ctx, meeting.unionId, meeting.id, position, item)
    return id.ok ? ok({ id: id.value }) : id
  },
})

export const dropItem = action(contract.dropItem, {
  load: theItem,
  may: (actor, { union, convening, meeting }) => mayPreside(actor, union, convening, meeting.convener),
  run: async (ctx, { id }, { meeting, item }) => {
    if (meeting.state !== "convened" || item.state !== "pending")
      return refuse("conflict", "会议开始后不能撤下议题", { cure: "可在会上决定暂缓审议" })
    if ((await store.itemsOf(ctx.tx, [meeting.id])).length === 1)
      return refuse("conflict", "会议至少要有一个议题", { cure: "不再开会的，取消会议" })
    await store.dropItem(ctx.tx, id)
    return ok({})
  },
})

export const cancel = action(contract.cancel, {
  load: theMeeting,
  may: (actor, { union, convening, meeting }) => mayPreside(actor, union, convening, meeting.convener),
  run: async (ctx, { id, because }, { meeting }) => {
    if (meeting.state !== "convened") return refuse("conflict", "会议已经开始或结束，不能取消")
    await store.changeMeeting(ctx.tx, id, { state: "cancelled", cancelledBecause: because })
    await record(ctx, id, { kind: "cancelled", because })
    await changed(ctx, meeting.unionId)
    return ok({})
  },
})
