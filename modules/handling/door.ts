import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Need, needsByIds } from "#modules/needs/index.ts"
import { asHandling, type Handling, type HandlingState } from "./handling.ts"
import { changeRow, desksOf, insertDeed, ratingsOf, rowOf, rowsOf } from "./store.ts"

/** What became of needs; of one merged into another, what became of that one. */
export async function handlingsOf(
  tx: Tx,
  needIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Handling>> {
  const merged = (await needsByIds(tx, needIds)).filter((n) => n.mergedInto)
  const leads = new Map(merged.map((n) => [n.id, n.mergedInto!]))
  const ids = [...new Set(needIds.map((id) => leads.get(id) ?? id))]
  const rows = new Map((await rowsOf(tx, ids)).map((r) => [r.needId, r]))
  const ratings = await ratingsOf(tx, ids)
  const none = { count: 0, solved: 0, stars: 0 }
  return new Map(
    needIds.flatMap((id) => {
      const lead = leads.get(id) ?? id
      const row = rows.get(lead)
      return row ? [[id, asHandling(row, id, ratings.get(lead) ?? none, today)] as const] : []
    }),
  )
}

/** The department named as a union's desk, null until one was: for `mayDesk`. */
export const deskOf = async (tx: Tx, unionId: string): Promise<string | null> =>
  (await desksOf(tx, [unionId])).get(unionId) ?? null

export interface Handled {
  readonly state: HandlingState
  readonly officeName: string | null
  readonly on: Day
  readonly note?: string
}

/** For imports: a need that was already under way or finished in the hand-kept register. */
export async function recordHandled(ctx: Ctx, need: Need, as: Handled): Promise<void> {
  const row = await rowOf(ctx.tx, need.id, true)
  if (!row || as.state === "sorting") return
  const answered = as.state === "answered" || as.state === "done"
  await changeRow(ctx.tx, need.id, {
    state: as.state,
    officeName: as.officeName,
    sentOn: as.state === "declined" ? null : as.on,
    acceptedOn: as.state === "sent" || as.state === "declined" ? null : as.on,
    answeredOn: answered ? as.on : null,
    solvedOn: as.state === "done" ? as.on : null,
    closedOn: as.state === "done" || as.state === "declined" ? as.on : null,
    due: null,
    outcome: as.state === "answered" ? "B" : null,
    because: as.state === "declined" ? (as.note ?? "") : null,
    imported: true,
    changedAt: ctx.now,
  })
  await insertDeed(ctx.tx, {
    needId: need.id,
    what: "recorded",
    by: ctx.actor.number,
    byName: ctx.actor.name,
    because: [as.officeName, as.note].filter(Boolean).join("："),
    onDay: as.on,
    at: ctx.now,
  })
  await ctx.emit("handling.changed", { needs: [need.id] })
}
