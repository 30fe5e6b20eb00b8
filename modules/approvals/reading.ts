import type { Ctx } from "#kit/server/world.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { isReader, mayFile } from "./abilities.ts"

/** The unions whose requests the person reads, and those for which he or she may bring one. */
export async function unionsInReach(ctx: Ctx): Promise<{
  readonly all: readonly UnionRow[]
  readonly read: readonly UnionRow[]
  readonly file: readonly UnionRow[]
}> {
  const all = await unionsOf(ctx.tx)
  return {
    all,
    read: all.filter((u) => isReader(ctx.actor, u)),
    file: all.filter((u) => "as" in mayFile(ctx.actor, u)),
  }
}

export const namesOf = (unions: readonly UnionRow[]): ReadonlyMap<string, string> =>
  new Map(unions.map((u) => [u.id, u.name]))
