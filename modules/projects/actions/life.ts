import { ok, refuse } from "@qiaoliang/basics"
import type { Permission } from "#kit/server/actor.ts"
import { nowAt } from "#kit/server/clock.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayDecide } from "../abilities.ts"
import { issueAll } from "../certificates.ts"
import { projectsClose, projectsRecruit, projectsRun } from "../contract.ts"
import { type Loaded, readiness, toChange } from "../load.ts"
import { mayMove, type ProjectMove } from "../project.ts"
import { changeProject, insertMove } from "../store.ts"
import { changeVolunteers, endPosts } from "../store-volunteers.ts"
import { studentsFor } from "../students.ts"
import { summaryNow, workOf } from "../work.ts"

const capacityOf = (permission: Permission): string =>
  "as" in permission && permission.as ? `${permission.as.officeName} ${permission.as.title}` : ""

const moved = (ctx: Ctx, of: Loaded, move: ProjectMove, because: string | null) =>
  insertMove(ctx.tx, {
    id: ctx.change,
    projectId: of.project.id,
    move,
    because,
    byName: ctx.actor.name,
    capacity: capacityOf(mayDecide(ctx.actor, of)),
    at: ctx.now,
  })

async function open(ctx: Ctx, loaded: Loaded, move: "recruit" | "run") {
  const p = loaded.project
  const to = mayMove(p, move, await readiness(ctx, p))
  if (!to.ok) return to
  if (p.endsOn < ctx.today)
    return refuse("conflict", "项目的日期已经过去", { at: "endsOn", cure: "先更正方案" })
  await changeProject(ctx.tx, p.id, { status: to.value })
  await moved(ctx, loaded, move, null)
  ctx.note({ project: p.id, to: to.value })
  await ctx.emit("records.changed", { unions: [p.unionId] })
  return ok({ id: p.id })
}

export const recruit = action(projectsRecruit, {
  load: toChange,
  may: mayDecide,
  run: (ctx, _, loaded) => open(ctx, loaded, "recruit"),
})

export const run = action(projectsRun, {
  load: toChange,
  may: mayDecide,
  run: (ctx, _, loaded) => open(ctx, loaded, "run"),
})

/** 事完人散 (3.10): with the project every volunteer post ends, in the same transaction. */
export const close = action(projectsClose, {
  load: toChange,
  may: mayDecide,
  run: async (ctx, { outcome, words }, loaded) => {
    const { project: p, union } = loaded
    const to = mayMove(p, "close", await readiness(ctx, p))
    if (!to.ok) return to
    if (p.status === "draft" && outcome === "held")
      return refuse("conflict", "项目还没有启动，只能取消", { at: "outcome" })
    const work = await workOf(ctx, p.id)
    const now = nowAt(ctx)
    const ahead = work.shifts.filter((s) => s.shift.endsAt > now)
    if (outcome === "held" && ahead.length > 0)
      return refuse("conflict", `还有${ahead.length}个班次没有结束`, {
        cure: "班次结束后再结项，或删去不再举行的班次",
      })
    const students = await studentsFor(ctx, p, union)
    const summary = await summaryNow(ctx, p, work, { outcome, words, students })
    const ended = await endPosts(ctx.tx, p.id, ctx.today)
    const undecided = work.volunteers.filter((v) => v.state === "applied" || v.state === "waiting")
    await changeVolunteers(
      ctx.tx,
      undecided.map((v) => v.id),
      { state: "declined", because: "项目已结项", decidedByName: ctx.actor.name },
    )
    const certificates = await issueAll(ctx, work)
    await changeProject(ctx.tx, p.id, {
      status: to.value,
      outcome,
      summary: { ...summary },
      closedOn: ctx.today,
    })
    await moved(ctx, loaded, "close", outcome === "cancelled" ? words : null)
    ctx.note({ project: p.id, ended, certificates })
    await ctx.emit("records.changed", { unions: [p.unionId] })
    return ok({ ended, certificates })
  },
})
