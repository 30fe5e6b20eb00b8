import type { Tx } from "#kit/server/db.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Need } from "./need.ts"
import { discreetOf } from "./store.ts"

/** How a need stands in the eyes of whoever raised or joined it. */
export interface Standing {
  readonly label: string
  readonly href: string
  /** Changed since the person can have known it, or waits for him or her: an answer to rate. */
  readonly news: boolean
}

/** What later rooms know of a need that this one must ask for. */
export interface Doors {
  /** Who may see a need's photos besides its raiser: the desk, its chain, everybody. */
  readonly mayRead: readonly ((ctx: Ctx, need: Need) => Promise<boolean>)[]
  /** Of these needs, those everybody may see. */
  readonly isPublic: (tx: Tx, ids: readonly string[]) => Promise<ReadonlySet<string>>
  /** Of these needs, those that were answered: they are not withdrawn any more. */
  readonly answered: (tx: Tx, ids: readonly string[]) => Promise<ReadonlySet<string>>
  /** Of these needs, those that take no more voices: closed, or declined. */
  readonly over: (tx: Tx, ids: readonly string[]) => Promise<ReadonlySet<string>>
  readonly stateOf: (ctx: Ctx, ids: readonly string[]) => Promise<ReadonlyMap<string, Standing>>
}

/** As long as nobody handles needs. */
export const noDoors: Doors = {
  mayRead: [],
  isPublic: async (tx, ids) => {
    const discreet = await discreetOf(tx, ids)
    return new Set(ids.filter((id) => !discreet.has(id)))
  },
  answered: async () => new Set(),
  over: async () => new Set(),
  stateOf: async () => new Map(),
}
