import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import type { Assembly } from "./assembly.ts"
import { assemblyById, teamOf } from "./store.ts"
import type { Team } from "./team.ts"

/** An assembly with its union and who serves in it: what every room of the congress loads first. */
export interface OfAssembly {
  readonly assembly: Assembly
  readonly union: UnionRow
  readonly team: Team
}

const find =
  (hold: boolean) =>
  async (ctx: Ctx, { assembly: id }: { assembly: string }): Promise<Result<OfAssembly, Refusal>> => {
    const assembly = await assemblyById(ctx.tx, id, hold)
    const [union] = assembly ? await unionsOf(ctx.tx, [assembly.unionId]) : []
    if (!assembly || !union) return refuse("not-found", "没有这次大会", { at: "assembly" })
    return ok({ assembly, union, team: await teamOf(ctx.tx, id) })
  }

export const theAssembly = find(false)

/** As `theAssembly`, held until the transaction ends: changes of one assembly come one after another. */
export const theAssemblyHeld = find(true)

export interface OfUnion {
  readonly union: UnionRow
}

export async function theUnion(
  ctx: Ctx,
  { union: id }: { union: string },
): Promise<Result<OfUnion, Refusal>> {
  const [union] = await unionsOf(ctx.tx, [id])
  return union ? ok({ union }) : refuse("not-found", "没有这个学生会", { at: "union" })
}
