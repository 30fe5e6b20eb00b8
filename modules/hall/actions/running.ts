import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayChair, maySteward } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Doors } from "../doors.ts"
import { sitting, theHallHeld } from "../load.ts"
import { record } from "../recording.ts"
import { untouched } from "../standing.ts"
import { stopSpeech } from "../stop-speech.ts"
import * as store from "../store.ts"
import { pendingVote } from "../votes-store.ts"

const none = () => refuse("not-found", "议程中没有这一项", { at: "item" })
const voting = () => refuse("conflict", "这项议程正在表决", { cure: "先结束并宣布表决" })

export const startItem = (doors: Doors) =>
  action(contract.startItem, {
    load: theHallHeld,
    may: mayChair,
    run: async (ctx, { assembly, item: id, minutes }, of) => {
      const on = sitting(of)
      if (!on.ok) return on
      const item = (await doors.agenda(ctx.tx, assembly)).find((i) => i.id === id)
      if (!item) return none()
      const { standing } = of
      if (standing.item === id) return refuse("conflict", "这项议程已经在进行")
      if (standing.item) return refuse("conflict", "还有一项议程正在进行", { cure: "先结束这项议程" })
      const { state } = standing.items.get(id) ?? untouched
      if (state !== "pending")
        return refuse("conflict", state === "done" ? "这项议程已经结束" : "这项议程已经略过", {
          cure: "需要再议的，先重新列入",
        })
      await record(ctx, assembly, {
        kind: "item-started",
        item: id,
        title: item.title,
        minutes: minutes ?? (item.minutes || null),
      })
      return ok({})
    },
  })

export const endItem = (doors: Doors) =>
  action(contract.endItem, {
    load: theHallHeld,
    may: mayChair,
    run: async (ctx, { assembly, item: id }, of) => {
      const on = sitting(of)
      if (!on.ok) return on
      if (of.standing.item !== id) return refuse("conflict", "这项议程没有在进行")
      if (await pendingVote(ctx.tx, assembly)) return voting()
      const item = (await doors.agenda(ctx.tx, assembly)).find((i) => i.id === id)
      await stopSpeech(ctx, assembly)
      const list = await store.speakersOf(ctx.tx, assembly, id)
      const left = list.filter((s) => s.state === "waiting").map((s) => s.id)
      await store.changeSpeakers(ctx.tx, left, { state: "unheard" })
      await record(ctx, assembly, { kind: "item-ended", item: id, title: item?.title ?? "" })
      return ok({})
    },
  })

export const skipItem = (doors: Doors) =>
  action(contract.skipItem, {
    load: theHallHeld,
    may: mayChair,
    run: async (ctx, { assembly, item: id, because }, of) => {
      const on = sitting(of)
      if (!on.ok) return on
      const item = (await doors.agenda(ctx.tx, assembly)).find((i) => i.id === id)
      if (!item) return none()
      const { state } = of.standing.items.get(id) ?? untouched
      if (state === "done" || state === "skipped")
        return refuse("conflict", "这项议程已经结束或略过", { cure: "需要再议的，先重新列入" })
      if (state === "on") {
        if (await pendingVote(ctx.tx, assembly)) return voting()
        await stopSpeech(ctx, assembly)
      }
      await record(ctx, assembly, { kind: "item-skipped", item: id, title: item.title, because })
      return ok({})
    },
  })

export const reopenItem = (doors: Doors) =>
  action(contract.reopenItem, {
    load: theHallHeld,
    may: mayChair,
    run: async (ctx, { assembly, item: id }, of) => {
      const on = sitting(of)
      if (!on.ok) return on
      const item = (await doors.agenda(ctx.tx, assembly)).find((i) => i.id === id)
      if (!item) return none()
      const { state } = of.standing.items.get(id) ?? untouched
      if (state !== "done" && state !== "skipped") return refuse("conflict", "这项议程还没有结束或略过")
      await record(ctx, assembly, { kind: "item-reopened", item: id, title: item.title })
      return ok({})
    },
  })

export const extend = action(contract.extend, {
  load: theHallHeld,
  may: mayChair,
  run: async (ctx, { assembly, of: what, minutes }, of) => {
    const on = sitting(of)
    if (!on.ok) return on
    if (what === "item" && !of.standing.item) return refuse("conflict", "没有正在进行的议程")
    if (what === "speech") {
      const speaking = (await store.speakersOf(ctx.tx, assembly)).find((s) => s.state === "speaking")
      if (!speaking) return refuse("conflict", "没有人正在发言")
      await store.changeSpeakers(ctx.tx, [speaking.id], { minutes: (speaking.minutes ?? 0) + minutes })
    }
    await record(ctx, assembly, { kind: "extended", of: what, minutes })
    return ok({})
  },
})

export const note = action(contract.note, {
  load: theHallHeld,
  may: maySteward,
  run: async (ctx, { assembly, words }, of) => {
    const on = sitting(of)
    if (!on.ok) return on
    await record(ctx, assembly, { kind: "noted", item: of.standing.item, words })
    return ok({})
  },
})
