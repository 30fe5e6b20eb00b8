import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { ifEnough } from "#kit/server/small-numbers.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Need } from "./need.ts"
import { sayNth } from "./need.ts"
import { keyOf, voiceTag } from "./seal.ts"
import * as store from "./store.ts"

/**
 * Needs become part of another: every raiser and every "me too" goes along, nobody counted twice unless that told who is who. Tells `needs.merged`.
 * Who may is the desk's to say (handling).
 */
export async function mergeNeeds(
  ctx: Ctx,
  into: Need,
  needs: readonly Need[],
  because: string,
): Promise<Result<void, Refusal>> {
  if (into.state !== "open")
    return refuse("conflict", `${sayNth(into.nth)}不在办理中，不能并入`, { at: "into" })
  for (const n of needs) {
    if (n.id === into.id) return refuse("invalid", "不能并入自己", { at: "needs" })
    if (n.state !== "open") return refuse("conflict", `${sayNth(n.nth)}已经合并或撤回`, { at: "needs" })
    for (const part of [...(await store.mergedInto(ctx.tx, [n.id])), n])
      await mergeOne(ctx, into, part, because)
  }
  await store.changeNeed(ctx.tx, into.id, { changedAt: ctx.now })
  await ctx.emit("needs.merged", { into: into.id, needs: needs.map((n) => n.id) })
  return ok(undefined)
}

async function mergeOne(ctx: Ctx, into: Need, part: Need, because: string): Promise<void> {
  await carryVoices(ctx, part, into, await wouldTell(ctx, part, into))
  await store.changeNeed(ctx.tx, part.id, { state: "merged", mergedInto: into.id, changedAt: ctx.now })
  await store.insertMerge(ctx.tx, { ...deed(ctx, part.id, into.id, because), undone: false })
}

/** A need stands on its own again, with the voices that came with it. Tells `needs.unmerged`. */
export async function unmergeNeed(ctx: Ctx, part: Need, because: string): Promise<Result<void, Refusal>> {
  if (part.state !== "merged" || !part.mergedInto) return refuse("conflict", `${sayNth(part.nth)}没有合并`)
  const into = part.mergedInto
  await ctx.tx.client.query("delete from need_voice where university_id = $1 and need_id = $2 and via = $3", [
    ctx.tx.university,
    into,
    part.id,
  ])
  await store.changeNeed(ctx.tx, part.id, { state: "open", mergedInto: null, changedAt: ctx.now })
  await store.changeNeed(ctx.tx, into, { changedAt: ctx.now })
  await store.insertMerge(ctx.tx, { ...deed(ctx, part.id, into, because), undone: true })
  await ctx.emit("needs.unmerged", { from: into, needs: [part.id] })
  return ok(undefined)
}

const deed = (ctx: Ctx, needId: string, into: string, because: string) => ({
  needId,
  into,
  because,
  by: ctx.actor.number,
  byName: ctx.actor.name,
  at: ctx.now,
})

/**
 * Whether counting nobody twice would tell who somebody is: one voice of an unnamed raiser merged with one of a named student
 * makes two, or one where they are the same person. Among fewer voices than are told, every one is counted on.
 */
async function wouldTell(ctx: Ctx, from: Need, into: Need): Promise<boolean> {
  const all = [from, into, ...(await store.mergedInto(ctx.tx, [into.id]))]
  const shown = new Set(all.map((n) => n.shown))
  if (!shown.has("anonymous") && !(shown.has("desk") && shown.has("named"))) return false
  const voices = await store.voicesOf(ctx.tx, [from.id, into.id])
  return [from, into].some((n) => ifEnough(voices.get(n.id)!.total) === null)
}

/**
 * A voice's mark differs from need to need, so who spoke for both is found by trying the register's numbers, in memory:
 * some 40,000 HMACs, about a tenth of a second, and nothing of it is kept.
 */
async function carryVoices(ctx: Ctx, { id: from }: Need, { id: into }: Need, all: boolean): Promise<void> {
  const key = keyOf(ctx.world.dataDir)
  const { rows: marks } = await ctx.tx.client.query<{
    tag: string
    faculty: string
    className: string
    onDay: string
  }>(
    `select tag, faculty, class_name as "className", on_day as "onDay" from need_voice
     where university_id = $1 and need_id = $2 and via is null`,
    [ctx.tx.university, from],
  )
  const left = new Map(marks.map((m) => [m.tag, m]))
  const { rows: people } = await ctx.tx.client.query<{ number: string }>(
    "select distinct number from student where university_id = $1",
    [ctx.tx.university],
  )
  const carry = (m: (typeof marks)[number], tag: string) =>
    store.insertVoice(ctx.tx, { ...m, needId: into, tag, via: from })
  for (const { number } of people) {
    if (left.size === 0) break
    const own = voiceTag(key, ctx.university.id, from, number)
    const mark = left.get(own)
    if (!mark) continue
    left.delete(own)
    const fresh = await carry(mark, voiceTag(key, ctx.university.id, into, number))
    if (all && !fresh) await carry(mark, own)
  }
  // Not in the register any more, or never (a row of the hand-kept register): kept under the mark it has.
  for (const mark of left.values()) await carry(mark, mark.tag)
}
