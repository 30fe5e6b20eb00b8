import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { lockCharter } from "./store.ts"

/** The union a call is about. */
export async function theUnion(ctx: Ctx, input: { union: string }): Promise<Result<UnionRow, Refusal>> {
  const [union] = await unionsOf(ctx.tx, [input.union])
  return union ? ok(union) : refuse("not-found", "没有这个学生会", { at: "union" })
}

/** As `theUnion`, for a change. */
export async function theUnionHeld(ctx: Ctx, input: { union: string }): Promise<Result<UnionRow, Refusal>> {
  const union = await theUnion(ctx, input)
  if (union.ok) await lockCharter(ctx.tx, union.value.id)
  return union
}

export const changed = (ctx: Ctx, union: string): Promise<void> =>
  ctx.emit("charter.changed", { unions: [union] })
