import type { Ctx } from "#kit/server/world.ts"
import { needsByIds } from "#modules/needs/index.ts"
import { sortedBy } from "./beginning.ts"
import { endCourse, unsent } from "./course.ts"
import { held } from "./load.ts"
import { told, trace, unseen } from "./recording.ts"
import { changeRow, leaveDesk, rowsOf } from "./store.ts"

const ids = (payload: Record<string, unknown>): readonly string[] =>
  Array.isArray(payload.needs) ? payload.needs.filter((n) => typeof n === "string") : []

/** Needs became part of another: what lay with an office ends, and where they stand is where that one stands. */
export const merged = async (ctx: Ctx, payload: Record<string, unknown>): Promise<void> => {
  await leave(ctx, ids(payload), "merged", ctx)
  if (typeof payload.into === "string") await ctx.emit("handling.changed", { needs: [payload.into] })
}

/** They stand on their own again, and begin anew at the desk. */
export async function unmerged(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
  const due = await sortedBy(ctx, ctx.today)
  for (const row of await rowsOf(ctx.tx, ids(payload))) {
    if (row.left !== "merged") continue
    const begun = { ...unsent, left: null, due, closedOn: null, outcome: null, changedAt: ctx.now }
    await changeRow(ctx.tx, row.needId, begun)
    await trace(ctx, row.needId, "unmerged")
    await told(ctx, [row.needId], [row.unionId])
  }
}

/** Taken back by who raised it, who stays unknown in what is written about it. */
export async function changed(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
  const gone = (await needsByIds(ctx.tx, ids(payload))).filter((n) => n.state === "withdrawn")
  await leave(
    ctx,
    gone.map((n) => n.id),
    "withdrawn",
    unseen(ctx),
  )
}

async function leave(ctx: Ctx, needs: readonly string[], as: "merged" | "withdrawn", by: Ctx): Promise<void> {
  const standing = (await rowsOf(ctx.tx, needs)).filter((row) => row.left === null)
  const gone = new Set(await leaveDesk(by, needs, as))
  for (const before of standing.filter((row) => !gone.has(row.needId))) {
    const { course, row } = await held(ctx, before)
    if (course?.state.status === "open")
      await endCourse(by, row, as === "merged" ? "已合并办理" : "提出的同学已撤回")
    await changeRow(ctx.tx, row.needId, { left: as, step: null, due: null, changedAt: by.now })
    await trace(by, row.needId, as)
  }
  if (standing.length > 0)
    await told(
      by,
      standing.map((row) => row.needId),
      standing.map((row) => row.unionId),
    )
}
