import type { Day } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import type { Tx } from "#kit/server/db.ts"
import type { University, World } from "#kit/server/world.ts"
import { capacitiesOf } from "#modules/offices/index.ts"
import { accountByNumber } from "./store.ts"

/** The person of a number with the posts held that day; nobody whose account is disabled. */
export async function actorOf(tx: Tx, number: string, today: Day): Promise<Actor | undefined> {
  const account = await accountByNumber(tx, number)
  if (!account || account.disabled) return undefined
  const capacities = await capacitiesOf(tx, number, today)
  return { account: account.id, number, name: account.name, admin: account.admin, capacities }
}

/** The same for work started at the machine and not by a request. */
export const openActor = (world: World, of: University, number: string): Promise<Actor | undefined> =>
  world.db.scoped(of.id, (tx) => actorOf(tx, number, world.today(of)))
