import type { Calendar } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { handlingsOf } from "#modules/handling/index.ts"
import { categoriesOf, mergedInto, needIdsAfter, needsByIds, voicesOf } from "#modules/needs/index.ts"
import { countOf, type Entry, entryOf, isCounted, isPublic, type Known } from "./entry.ts"
import * as store from "./store.ts"

/**
 * What the board keeps of these needs, written anew from the rooms below, in the transaction of what changed. Nothing is
 * written where nothing changed, so that the answers kept in memory stay good.
 */
export async function refresh(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)].toSorted()
  const before = {
    counts: new Map((await store.countsHeld(ctx.tx, wanted)).map((c) => [c.needId, c])),
    entries: new Map((await store.entriesByIds(ctx.tx, wanted)).map((e) => [e.needId, e])),
  }
  const known = await knownOf(ctx, wanted)
  const works = await calendarOf(ctx.tx)
  const counts = known.map((k) => countOf(k, works)).filter((c) => !same(c, before.counts.get(c.needId)))
  const shown = entriesOf(known, works)
  const entries = shown.filter((e) => !same(e, before.entries.get(e.needId)))
  const gone = (of: ReadonlyMap<string, unknown>, now: readonly { readonly needId: string }[]) =>
    [...of.keys()].filter((id) => !now.some((n) => n.needId === id))
  const hidden = gone(before.entries, shown)
  const uncounted = gone(
    before.counts,
    known.map((k) => ({ needId: k.need.id })),
  )
  if (counts.length + entries.length + hidden.length + uncounted.length === 0) return
  await store.saveCounts(ctx.tx, counts)
  await store.saveEntries(ctx.tx, entries)
  await store.deleteEntries(ctx.tx, hidden)
  await store.deleteCounts(ctx.tx, uncounted)
  await store.keepTerms(ctx.tx, [
    ...entries.filter((e) => e.words !== before.entries.get(e.needId)?.words),
    ...hidden.map((id) => ({ nth: before.entries.get(id)!.nth, words: "" })),
  ])
  await store.changed(ctx.tx, ctx.change)
}

const entriesOf = (known: readonly Known[], works: Calendar): readonly Entry[] =>
  known.filter(isPublic).map((k) => entryOf(k, works))

/** Of these needs those that count, with what the rooms below know of them. */
async function knownOf(ctx: Ctx, of: readonly string[]): Promise<readonly Known[]> {
  const needs = (await needsByIds(ctx.tx, of)).filter((need) => isCounted({ need }))
  if (needs.length === 0) return []
  const ids = needs.map((n) => n.id)
  const voices = await voicesOf(ctx.tx, ids)
  const handlings = await handlingsOf(ctx.tx, ids, ctx.today)
  const names = new Map((await categoriesOf(ctx.tx)).map((c) => [c.id, c.name]))
  const parts = Map.groupBy(await mergedInto(ctx.tx, ids), (n) => n.mergedInto)
  return needs.flatMap((need) => {
    const handling = handlings.get(need.id)
    return handling
      ? [
          {
            need,
            category: names.get(need.categoryId) ?? need.field,
            voices: voices.get(need.id)!,
            handling,
            merged: parts.get(need.id)?.length ?? 0,
          },
        ]
      : []
  })
}

/** Equal as the database keeps them. */
const same = (one: object, other: object | undefined): boolean =>
  other !== undefined &&
  Object.entries(one).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify((other as Record<string, unknown>)[key]),
  )

const atOnce = 500

/** The whole board of a university from its needs: after an upgrade, or where its tables were lost. */
export async function rebuild(ctx: Ctx): Promise<number> {
  await store.clearAll(ctx.tx)
  let after = ""
  let all = 0
  while (true) {
    const ids = await needIdsAfter(ctx.tx, after, atOnce)
    const last = ids.at(-1)
    if (last === undefined) break
    await refresh(ctx, ids)
    after = last
    all += ids.length
  }
  await store.changed(ctx.tx, ctx.change)
  return all
}
