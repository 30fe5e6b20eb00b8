import type { Actor } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { onlyFaculty, servedBy } from "./abilities.ts"
import { placesOf } from "./store.ts"

/** The one faculty the person answers for as an importer; null: the university. */
export const reachOf = async ({ tx, actor }: { tx: Ctx["tx"]; actor: Actor }): Promise<string | null> =>
  onlyFaculty(actor, await placesOf(tx, servedBy(actor)))
