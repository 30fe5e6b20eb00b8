import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { needsByIds } from "#modules/needs/index.ts"
import { asHandling, type Handling } from "./handling.ts"
import { desksOf, ratingsOf, rowsOf } from "./store.ts"

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
