import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { theOwnSeat } from "#modules/delegates/index.ts"
import { mayHear } from "../abilities.ts"
import * as contract from "../contract.ts"
import { stayOf } from "../standing.ts"
import { linesOf } from "../store.ts"

/** One's own place in an assembly: what the page behind the code begins with. */
export const own = query(contract.own, {
  perMinute: 9_000,
  load: theOwnSeat,
  may: mayHear,
  run: async (ctx, _, { assembly, delegate }) => {
    const lines = delegate ? await linesOf(ctx.tx, assembly.id, delegate.number) : []
    const { standing, came } = stayOf(lines, assembly.openedAt)
    const { name, place, day, time, state } = assembly
    return ok({
      name,
      place,
      day,
      time,
      state,
      delegate: delegate
        ? { name: delegate.name, delegation: delegate.delegation, voting: delegate.voting }
        : null,
      standing,
      came: came?.toISOString() ?? null,
    })
  },
})
