import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { coursesOf } from "#modules/courses/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import type { Shift } from "./attendance.ts"
import type { Project, Ready } from "./project.ts"
import { projectById } from "./store.ts"
import { shiftById } from "./store-volunteers.ts"

/** A project with the unions behind it. */
export interface Loaded {
  readonly project: Project
  readonly union: UnionRow
  readonly guide: UnionRow | null
}

export async function loadProject(ctx: Ctx, id: string, forChange = false): Promise<Result<Loaded, Refusal>> {
  const project = await projectById(ctx.tx, id, forChange)
  if (!project) return refuse("not-found", "没有这个项目")
  const unions = await unionsOf(ctx.tx, [project.unionId, project.guideUnionId ?? ""])
  const union = unions.find((u) => u.id === project.unionId)
  if (!union) return refuse("not-found", "没有这个项目")
  return ok({ project, union, guide: unions.find((u) => u.id === project.guideUnionId) ?? null })
}

export const toRead = (ctx: Ctx, { id }: { id: string }) => loadProject(ctx, id)
export const toChange = (ctx: Ctx, { id }: { id: string }) => loadProject(ctx, id, true)

/** A shift with its project, locked: attendance and places of one project are written one after another. */
export async function loadShift(
  ctx: Ctx,
  { shiftId }: { shiftId: string },
): Promise<Result<Loaded & { shift: Shift }, Refusal>> {
  const shift = await shiftById(ctx.tx, shiftId)
  if (!shift) return refuse("not-found", "没有这个班次")
  const loaded = await loadProject(ctx, shift.projectId, true)
  return loaded.ok ? ok({ ...loaded.value, shift }) : loaded
}

/** The procedure in which activities are reviewed (10.4); its courses are found by what they are about. */
export const reviewProcedure = "approvals.activity"

/** The review of a project, or of what a room above holds under the same kind of request. */
export async function reviewOf(ctx: Ctx, p: Pick<Project, "id" | "unionId" | "requestId">) {
  const courses = await coursesOf(ctx.tx, [reviewProcedure], [p.id, ...(p.requestId ? [p.requestId] : [])])
  return courses.findLast((c) => c.unionId === null || c.unionId === p.unionId)
}

export async function readiness(ctx: Ctx, p: Project): Promise<Ready> {
  return {
    review: (await reviewOf(ctx, p))?.state.status ?? null,
    reviewed: ctx.world.modules.some((m) => m.name === reviewProcedure.split(".")[0]),
  }
}
