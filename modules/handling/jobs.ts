import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { decided, told } from "./recording.ts"
import { changeRow, insertDeed, rateableUntil, rowsOf, unsortedOn } from "./store.ts"
import { tellUnsorted } from "./telling.ts"

/** Nobody said anything in time: it is closed. Answers how many were. */
export async function closeQuiet(ctx: Ctx): Promise<number> {
  const ids = await rateableUntil(ctx.tx, ctx.today)
  const rows = await rowsOf(ctx.tx, ids)
  for (const { needId } of rows) {
    await changeRow(ctx.tx, needId, { closedOn: ctx.today, due: null, changedAt: ctx.now })
    await insertDeed(ctx.tx, {
      needId,
      what: "closed",
      by: "",
      byName: "",
      because: "",
      onDay: ctx.today,
      at: ctx.now,
    })
    await decided(ctx, needId, { kind: "closed" })
  }
  if (ids.length > 0)
    await told(
      ctx,
      ids,
      rows.map((r) => r.unionId),
    )
  return ids.length
}

/** What the desks did not sort in time, told once a day while it lies there. */
export async function tellDesks(ctx: Ctx): Promise<number> {
  const late = await unsortedOn(ctx.tx, ctx.today)
  const names = new Map(
    (
      await unionsOf(
        ctx.tx,
        late.map((l) => l.unionId),
      )
    ).map((u) => [u.id, u.name]),
  )
  const ofUnions = late.filter((l) => l.desk === "union")
  for (const { unionId, count } of ofUnions)
    await tellUnsorted(
      ctx,
      { key: `union:${unionId}`, kind: "union", union: unionId, name: names.get(unionId) ?? "" },
      count,
    )
  const league = late.filter((l) => l.desk === "league").reduce((sum, l) => sum + l.count, 0)
  if (league > 0)
    await tellUnsorted(ctx, { key: "league", kind: "league", union: "", name: "学校团委" }, league)
  return late.length
}
