import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { delegateOf } from "#modules/delegates/index.ts"
import { presentIn } from "#modules/roll/index.ts"
import { mayChair, maySpeak, maySteward, mayWithdraw } from "../abilities.ts"
import * as contract from "../contract.ts"
import { asDelegate, type OfHall, sitting, theHallHeld, theSpeaker } from "../load.ts"
import { record } from "../recording.ts"
import { stopSpeech } from "../stop-speech.ts"
import * as store from "../store.ts"

interface Wish {
  readonly number: string
  readonly name: string
  readonly delegation: string
  readonly point: boolean
}

/** Puts somebody at the end of the list of the item under way. */
async function putDown(ctx: Ctx, of: OfHall, wish: Wish): Promise<Result<{ id: string }, Refusal>> {
  const item = of.standing.item
  if (!item) return refuse("conflict", "现在没有进行的议程，不能申请发言", { cure: "等主持人开始一项议程" })
  const assemblyId = of.assembly.id
  const list = await store.speakersOf(ctx.tx, assemblyId, item)
  const there = list.find(
    (s) =>
      s.point === wish.point &&
      (wish.number ? s.number === wish.number : s.number === "" && s.name === wish.name) &&
      (s.state === "waiting" || s.state === "speaking"),
  )
  if (there) return refuse("conflict", `${wish.name}已经在发言名单上`)
  const id = newId(ctx.now.getTime())
  await store.insertSpeaker(ctx.tx, {
    id,
    assemblyId,
    itemId: item,
    ...wish,
    position: 1 + Math.max(0, ...list.map((s) => s.position)),
    state: "waiting",
    askedAt: ctx.now,
    startedAt: null,
    endedAt: null,
    minutes: null,
  })
  await store.bump(ctx.tx, assemblyId, ctx.now)
  return ok({ id })
}

/** A hall of 3,000 stands behind one address, and one question of the day may move many of them at once. */
const many = 6_000

export const ask = action(contract.ask, {
  perMinute: many,
  load: asDelegate,
  may: maySpeak,
  run: async (ctx, { assembly, point }, of) => {
    const on = sitting(of)
    if (!on.ok) return on
    const d = of.delegate!
    if (point && !d.voting) return refuse("not-allowed", "程序性发言由正式代表提出")
    if (!(await presentIn(ctx.tx, assembly)).has(d.number))
      return refuse("conflict", "您还没有签到", { cure: "先签到，再申请发言" })
    if (!point && of.standing.item && of.standing.closedLists.has(of.standing.item))
      return refuse("conflict", "发言名单已经截止", { cure: "对会议程序有意见的，可以提出程序性发言" })
    return putDown(ctx, of, { number: d.number, name: d.name, delegation: d.delegation, point })
  },
})

export const withdraw = action(contract.withdraw, {
  perMinute: many,
  load: theSpeaker,
  may: mayWithdraw,
  run: async (ctx, { id }, { speaker }) => {
    if (speaker.state !== "waiting") return refuse("conflict", "您已经发言，或者已经撤回")
    await store.changeSpeakers(ctx.tx, [id], { state: "withdrawn" })
    await store.bump(ctx.tx, speaker.assemblyId, ctx.now)
    return ok({})
  },
})

export const addSpeaker = action(contract.addSpeaker, {
  load: theHallHeld,
  may: maySteward,
  run: async (ctx, { assembly, number, name, point }, of) => {
    const on = sitting(of)
    if (!on.ok) return on
    const d = number ? await delegateOf(ctx.tx, assembly, number) : undefined
    if (number && !d)
      return refuse("invalid", "没有这名代表", { at: "number", cure: "核对学号；来宾只填姓名" })
    if (!d && name.length < 2) return refuse("invalid", "请填写学号或姓名", { at: "name" })
    const wish = d
      ? { number: d.number, name: d.name, delegation: d.delegation }
      : { number: "", name, delegation: "" }
    return putDown(ctx, of, { ...wish, point })
  },
})

export const moveSpeaker = action(contract.moveSpeaker, {
  load: theSpeaker,
  may: maySteward,
  run: async (ctx, { id, up }, { speaker }) => {
    const list = (await store.speakersOf(ctx.tx, speaker.assemblyId, speaker.itemId)).filter(
      (s) => s.state === "waiting" && s.point === speaker.point,
    )
    const at = list.findIndex((s) => s.id === id)
    const other = list[at + (up ? -1 : 1)]
    if (at < 0 || !other) return refuse("conflict", "已经在最前或最后")
    await store.changeSpeakers(ctx.tx, [id], { position: other.position })
    await store.changeSpeakers(ctx.tx, [other.id], { position: speaker.position })
    await store.bump(ctx.tx, speaker.assemblyId, ctx.now)
    return ok({})
  },
})

export const dropSpeaker = action(contract.dropSpeaker, {
  load: theSpeaker,
  may: maySteward,
  run: async (ctx, { id }, { speaker }) => {
    if (speaker.state !== "waiting") return refuse("conflict", "已经发言或者撤回")
    await store.changeSpeakers(ctx.tx, [id], { state: "withdrawn" })
    await store.bump(ctx.tx, speaker.assemblyId, ctx.now)
    return ok({})
  },
})

export const callSpeaker = action(contract.callSpeaker, {
  load: theSpeaker,
  may: mayChair,
  run: async (ctx, { id, minutes }, of) => {
    const on = sitting(of)
    if (!on.ok) return on
    const { speaker, standing } = of
    if (speaker.state !== "waiting" || speaker.itemId !== standing.item)
      return refuse("conflict", "不在当前议程的发言名单上")
    await stopSpeech(ctx, speaker.assemblyId)
    await store.changeSpeakers(ctx.tx, [id], { state: "speaking", startedAt: ctx.now, minutes })
    const { itemId, name, delegation, point } = speaker
    const begun = { item: itemId, speaker: id, name, delegation, point }
    await record(ctx, speaker.assemblyId, { kind: "speech-began", ...begun })
    return ok({})
  },
})

export const endSpeech = action(contract.endSpeech, {
  load: theSpeaker,
  may: maySteward,
  run: async (ctx, _, { speaker }) => {
    if (speaker.state !== "speaking") return refuse("conflict", "没有在发言")
    await stopSpeech(ctx, speaker.assemblyId)
    return ok({})
  },
})

export const setList = action(contract.setList, {
  load: theHallHeld,
  may: maySteward,
  run: async (ctx, { assembly, open }, of) => {
    const on = sitting(of)
    if (!on.ok) return on
    const { item, closedLists } = of.standing
    if (!item) return refuse("conflict", "没有正在进行的议程")
    if (closedLists.has(item) !== open)
      return refuse("conflict", open ? "发言名单是开放的" : "发言名单已经截止")
    await record(ctx, assembly, { kind: open ? "list-opened" : "list-closed", item })
    return ok({})
  },
})
