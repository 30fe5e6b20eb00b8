import type { Actor, Permission } from "#kit/server/actor.ts"
import { mayServe, type OfAssembly } from "#modules/assembly/index.ts"

/** Which version holds is the preparatory committee's decision, whoever prepared it. */
export const mayAdopt = (actor: Actor, of: OfAssembly): Permission => mayServe(actor, of, ["preparatory"])
