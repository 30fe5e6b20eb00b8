import { ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { head as contract } from "../contract.ts"
import { theAssembly } from "../load.ts"
import { placesFor } from "../places.ts"

/** Name, day and state of an assembly are no secret among those signed in; the links say who reads more. */
export const head = query(contract, {
  load: (ctx, { id }) => theAssembly(ctx, { assembly: id }),
  may: () => allowed(),
  run: async (ctx, _, of) => {
    const { id, name, kind, state, day } = of.assembly
    const union = { id: of.union.id, name: of.union.name }
    return ok({ id, name, kind, state, day, union, links: placesFor(ctx.actor, of) })
  },
})
