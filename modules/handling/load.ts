import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type Course, courseById } from "#modules/courses/index.ts"
import { isRaiser, mergedInto, type Need, needById } from "#modules/needs/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { deskOf } from "./door.ts"
import type { HandlingRow } from "./handling.ts"
import { rowOf } from "./store.ts"

/** A need with what became of it, and what was merged into it. */
export interface OfNeed {
  readonly need: Need
  readonly row: HandlingRow
  readonly parts: readonly Need[]
  readonly union: UnionRow
  /** The department named as the union's desk. */
  readonly department: string | null
  /** The person acting raised it, or one merged into it, whatever it is shown as. */
  readonly own: boolean
}

const none = () => refuse("not-found", "没有这件诉求")

export async function theNeed(ctx: Ctx, { id }: { id: string }): Promise<Result<OfNeed, Refusal>> {
  const need = await needById(ctx.tx, id)
  const row = need && (await rowOf(ctx.tx, id))
  const [union] = need ? await unionsOf(ctx.tx, [need.unionId]) : []
  if (!need || !row || !union) return none()
  const parts = await mergedInto(ctx.tx, [id])
  const department = await deskOf(ctx.tx, union.id)
  return ok({ need, row, parts, union, department, own: await raisedAny(ctx, [need, ...parts]) })
}

/** As `theNeed`; of one merged into another, that one. */
export async function theLead(ctx: Ctx, { id }: { id: string }): Promise<Result<OfNeed, Refusal>> {
  const need = await needById(ctx.tx, id)
  return theNeed(ctx, { id: need?.mergedInto ?? id })
}

export async function raisedAny(ctx: Ctx, needs: readonly Pick<Need, "id">[]): Promise<boolean> {
  for (const n of needs) if (await isRaiser(ctx, n.id)) return true
  return false
}

/** Course and row, held until the transaction ends; the course first, as every move holds it first. */
export async function held(
  ctx: Ctx,
  before: Pick<HandlingRow, "needId" | "course">,
): Promise<{ course: Course | undefined; row: HandlingRow }> {
  const course = before.course ? await courseById(ctx.tx, before.course, true) : undefined
  const row = await rowOf(ctx.tx, before.needId, true)
  if (!row) throw new Error(`handling of ${before.needId} is gone`)
  return { course, row }
}
