import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayRaise } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Doors } from "../doors.ts"
import { leadOf, studentOf, theNeed } from "../load.ts"
import { sayNth } from "../need.ts"
import { shelfFor, shelve, speakFor } from "../raising.ts"
import { keyOf, voiceTag } from "../seal.ts"
import { deleteVoice, mergedInto } from "../store.ts"

async function theNeedAndStudent(ctx: Ctx, input: { readonly id: string }) {
  const found = await theNeed(ctx, input)
  return found.ok ? ok({ need: await leadOf(ctx, found.value), student: await studentOf(ctx) }) : found
}

/** 我也遇到. Who said so is in no log and no list but the person's own. */
export const join = (doors: Doors) =>
  action(contract.join, {
    perMinute: 6000,
    load: theNeedAndStudent,
    may: mayRaise,
    run: async (ctx, _, { need, student }) => {
      ctx.unnamed()
      const isPublic = need.desk === "union" && (await doors.isPublic(ctx.tx, [need.id])).has(need.id)
      if (!isPublic) return refuse("not-found", "没有这件诉求")
      if (need.state !== "open") return refuse("conflict", `${sayNth(need.nth)}已经撤回，不能附议`)
      if ((await doors.over(ctx.tx, [need.id])).has(need.id))
        return refuse("conflict", `${sayNth(need.nth)}已经办结，不再接受附议`, {
          cure: "问题还在的，可以重新提出",
        })
      const shelf = await shelfFor(ctx, student!.number, true)
      if (shelf.raised.includes(need.id))
        return refuse("conflict", "这是您自己提出的诉求，不用再附议", { cure: "在“我的诉求”里查看进展" })
      if (!(await speakFor(ctx, need.id, student!)))
        return refuse("conflict", "您已经附议过这件诉求", { cure: "在“我的诉求”里查看进展" })
      await shelve(ctx, student!.number, (s) => ({ ...s, joined: [...s.joined, need.id] }))
      await ctx.emit("needs.changed", { needs: [need.id] })
      return ok({ id: need.id, nth: need.nth })
    },
  })

export const leave = action(contract.leave, {
  load: theNeedAndStudent,
  may: mayRaise,
  run: async (ctx, _, { need, student }) => {
    ctx.unnamed()
    const { number } = student!
    const shelf = await shelfFor(ctx, number, true)
    const parts = [need.id, ...(await mergedInto(ctx.tx, [need.id])).map((n) => n.id)]
    const joined = parts.filter((id) => shelf.joined.includes(id))
    if (joined.length === 0) return refuse("conflict", "您没有附议这件诉求")
    const key = keyOf(ctx.world.dataDir)
    const unsay = (id: string) => deleteVoice(ctx.tx, id, voiceTag(key, ctx.university.id, id, number))
    for (const id of joined) {
      await unsay(id)
      // Counted on although the person's voice was there already (merging.ts).
      if (id !== need.id) await deleteVoice(ctx.tx, need.id, voiceTag(key, ctx.university.id, id, number))
    }
    // Whoever raised a part of it still speaks for the whole.
    if (!parts.some((id) => shelf.raised.includes(id))) await unsay(need.id)
    await shelve(ctx, number, (s) => ({ ...s, joined: s.joined.filter((id) => !joined.includes(id)) }))
    await ctx.emit("needs.changed", { needs: [need.id] })
    return ok({})
  },
})
