import { ok, refuse } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import { ifEnough } from "#kit/server/small-numbers.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayDesk } from "#modules/handling/index.ts"
import { mergedInto, needsByIds, spreadOf, voicesOf } from "#modules/needs/index.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { type Desk, mayReadDesk } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Count } from "../entry.ts"
import { type Group, groupsOf, inOrder, type Lead, type Reason, type Shared, sharedOf } from "../general.ts"
import { theDesks } from "../load.ts"
import { boundsOf } from "../period.ts"
import { countsBetween } from "../store.ts"
import { periodsOf } from "./figures.ts"

interface Grouped extends Group {
  readonly shared: Shared
}

const none = { voices: 0, faculties: 0, classes: 0 }

/** What the needs raised in a period have in common, with what was counted for each. */
export async function sharedIn(ctx: Ctx, period: string): Promise<readonly Grouped[]> {
  const { from, to } = boundsOf(period)
  const counts = (await countsBetween(ctx.tx, from, to)).filter((c) => c.state !== "declined")
  const groups = groupsOf(await leadsOf(ctx, counts))
  const spread = await spreadOf(
    ctx.tx,
    new Map(groups.map((g) => [g.key, g.leads.map((l) => l.count.needId)])),
  )
  return groups
    .map((g) => ({ ...g, shared: sharedOf(g, spread.get(g.key) ?? none) }))
    .toSorted((a, b) => inOrder(a.shared, b.shared))
}

async function leadsOf(ctx: Ctx, counts: readonly Count[]): Promise<readonly Lead[]> {
  const leads = counts.filter((c) => c.merged > 0).map((c) => c.needId)
  const parts = Map.groupBy(await mergedInto(ctx.tx, leads), (n) => n.mergedInto)
  const titles = new Map((await needsByIds(ctx.tx, leads)).map((n) => [n.id, n.title]))
  return counts.map((count) => ({
    count,
    title: titles.get(count.needId) ?? "",
    raised: [count.raisedOn, ...(parts.get(count.needId) ?? []).map((p) => p.raisedOn)],
  }))
}

export type Sees = (of: { readonly unionId: string; readonly open: boolean }) => boolean

/** What is not public is named to its own desk only. */
export const seenBy =
  (actor: Actor, desks: readonly Desk[]): Sees =>
  ({ unionId, open }) =>
    open ||
    desks.some(
      ({ union, department }) =>
        union.id === unionId && "as" in mayDesk(actor, { need: { desk: "union" }, union, department }),
    )

export function presentShared({ shared, leads }: Grouped, sees: Sees) {
  const { months, reasons, ...row } = shared
  const named = row.kind === "category" || leads.every((l) => sees(l.count))
  // Two voices of one faculty or of two: that would tell where an unnamed raiser is from. What is general is told as such.
  const told = (n: number, reason: Reason) => (reasons.includes(reason) ? n : ifMany(row.voices, n))
  return {
    ...row,
    name: named ? row.name : null,
    faculties: told(row.faculties, "faculties"),
    classes: told(row.classes, "classes"),
    months: [...months],
    reasons: [...reasons],
  }
}

/** A number told of some people: null where they are few. */
const ifMany = (people: number, n: number): number | null => (ifEnough(people) === null ? null : n)

export const general = query(contract.general, {
  load: theDesks,
  may: mayReadDesk,
  run: async (ctx, { period }, { desks }) =>
    ok({
      period,
      periods: await periodsOf(ctx),
      rows: (await sharedIn(ctx, period)).map((g) => presentShared(g, seenBy(ctx.actor, desks))),
      rule: needsPractice.general,
    }),
})

export const counted = query(contract.counted, {
  load: theDesks,
  may: mayReadDesk,
  run: async (ctx, { period, key }, { desks }) => {
    const sees = seenBy(ctx.actor, desks)
    const group = (await sharedIn(ctx, period)).find((g) => g.key === key)
    if (!group) return refuse("not-found", "这段时间没有这一类诉求")
    const ids = group.leads.map((l) => l.count.needId)
    const counts = new Map(group.leads.map((l) => [l.count.needId, l.count]))
    const parts = group.kind === "merged" ? await mergedInto(ctx.tx, ids) : []
    const needs = [...(await needsByIds(ctx.tx, ids)), ...parts]
    const voices = await voicesOf(
      ctx.tx,
      needs.map((n) => n.id),
    )
    const lead = counts.get(ids[0]!)
    return ok({
      row: presentShared(group, sees),
      items: needs
        .map((n) => {
          const count = counts.get(n.id) ?? lead!
          const own = voices.get(n.id)!
          return {
            id: n.id,
            nth: n.nth,
            // What was merged into another was never let onto the board by itself.
            title: sees({ unionId: n.unionId, open: count.open && counts.has(n.id) }) ? n.title : null,
            raisedOn: n.raisedOn,
            state: count.state,
            open: count.open,
            voices: own.total,
            faculties: ifMany(own.total, own.faculties.length),
            classes: ifMany(own.total, own.classes),
            merged: counts.get(n.id)?.merged ?? 0,
          }
        })
        .toSorted((a, b) => b.voices - a.voices || b.nth - a.nth),
    })
  },
})
