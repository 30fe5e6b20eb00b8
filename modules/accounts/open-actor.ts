import type { Actor } from "#kit/server/actor.ts"
import type { University, World } from "#kit/server/world.ts"
import { capacitiesOf } from "#modules/offices/index.ts"
import { accountByNumber } from "./store.ts"

/** The person of a number with the posts held today, for work started at the machine and not by a request. */
export const openActor = (world: World, of: University, number: string): Promise<Actor | undefined> =>
  world.db.scoped(of.id, async (tx) => {
    const account = await accountByNumber(tx, number)
    if (!account || account.disabled) return undefined
    const capacities = await capacitiesOf(tx, number, world.today(of))
    return { account: account.id, number, name: account.name, admin: account.admin, capacities }
  })
