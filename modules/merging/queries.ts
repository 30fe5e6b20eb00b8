import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Desk } from "#modules/handling/index.ts"
import { needsByIds } from "#modules/needs/index.ts"
import { mayCompare, signedIn } from "./abilities.ts"
import { comparedAt } from "./comparing.ts"
import * as contract from "./contract.ts"
import { type Group, leadOf } from "./groups.ts"
import { ownAmong, shelvesOf, sortingDesks, theDesk } from "./load.ts"
import { linesOf, presentOne } from "./present.ts"
import { mergedAt, sayingsAt } from "./store.ts"

const size = 10
const listed = 200

/** All groups of a desk, the surest first. */
export async function groupsAt(ctx: Ctx, desk: Desk, wait = true) {
  const all: Group[] = []
  let pending = false
  for (const shelf of await shelvesOf(ctx, desk)) {
    const of = await comparedAt(ctx, shelf, { wait })
    all.push(...of.groups)
    pending ||= of.pending
  }
  return { groups: all.toSorted((x, y) => y.score - x.score), pending }
}

export const groups = query(contract.groups, {
  load: theDesk,
  may: mayCompare,
  run: async (ctx, { page }, { desks, desk }) => {
    const of = await groupsAt(ctx, desk!)
    const shown = of.groups.slice((page - 1) * size, page * size)
    const lines = await linesOf(
      ctx,
      shown.flatMap((g) => g.ids),
    )
    return ok({
      desks: desks.map(({ key, name, kind }) => ({ key, name, kind })),
      at: desk!.key,
      size,
      total: of.groups.length,
      pending: of.pending,
      items: shown.map(({ ids, score, shared }) => {
        const needs = ids.flatMap((id) => lines.get(id) ?? [])
        return { key: ids.join(" "), score, shared: [...shared], lead: leadOf(needs), needs }
      }),
    })
  },
})

export const count = query(contract.count, {
  may: signedIn,
  run: async (ctx) => {
    let all = 0
    let pending = false
    for (const desk of await sortingDesks(ctx)) {
      const of = await groupsAt(ctx, desk, false)
      all += of.groups.length
      pending ||= of.pending
    }
    return ok({ groups: all, pending })
  },
})

export const done = query(contract.done, {
  load: theDesk,
  may: mayCompare,
  run: async (ctx, { into, at }, { desks, desk }) => {
    // Of one need: at whichever of one's desks it lies.
    const of = into && !at ? desks : [desk!]
    const merged = []
    const said = []
    for (const d of of)
      for (const shelf of await shelvesOf(ctx, d)) {
        merged.push(...(await mergedAt(ctx.tx, shelf, { into, size: listed })))
        if (!into) said.push(...(await sayingsAt(ctx.tx, shelf)))
      }
    const ids = [...merged.flatMap((m) => [m.id, m.into]), ...said.flatMap((s) => s.needs)]
    const needs = await needsByIds(ctx.tx, [...new Set(ids)])
    const found = new Map(needs.map((n) => [n.id, n]))
    const own = await ownAmong(ctx, needs)
    const free = (...of: readonly string[]) => !of.some((id) => own.has(id))
    return ok({
      merged: merged.map(({ id, into, because, byName, at }) => ({
        ...presentOne(found.get(id)!),
        into: presentOne(found.get(into)!),
        because,
        byName,
        at: at.toISOString(),
        can: { undo: free(id, into) },
      })),
      apart: said.map(({ id, byName, onDay, needs: of }) => ({
        id,
        byName,
        on: onDay,
        needs: of.flatMap((n) => found.get(n) ?? []).map(presentOne),
        can: { undo: free(...of) },
      })),
    })
  },
})
