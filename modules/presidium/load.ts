import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { charterOn } from "#modules/charter/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { lockRotation } from "./store.ts"

export async function theUnion(ctx: Ctx, input: { union: string }): Promise<Result<UnionRow, Refusal>> {
  const [union] = await unionsOf(ctx.tx, [input.union])
  return union ? ok(union) : refuse("not-found", "没有这个学生会", { at: "union" })
}

/** As `theUnion`, for a change: one at a time. */
export async function theUnionHeld(ctx: Ctx, input: { union: string }): Promise<Result<UnionRow, Refusal>> {
  const union = await theUnion(ctx, input)
  if (union.ok) await lockRotation(ctx.tx, union.value.id)
  return union
}

/** 2.2b: there is nothing to plan before the charter adopted the rotation. */
export async function rotationAdopted(ctx: Ctx, union: string): Promise<Result<void, Refusal>> {
  const of = (await charterOn(ctx.tx, [union], ctx.today)).get(union)
  if (of?.charter?.rotation === true) return ok(undefined)
  return refuse("conflict", "章程还没有写明实行执行主席轮值", {
    clause: "2.2b",
    cure: "先在“章程与本地规定”登记实行轮值",
  })
}
