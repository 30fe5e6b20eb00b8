import { action } from "#kit/server/verbs.ts"
import { mayGiveBack } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Sources } from "../gather.ts"
import { atHand, capacityOf, current, move } from "../work.ts"

/** 退回: back to the union, with the reason. */
export const giveBack = (from: Sources) =>
  action(contract.giveBack, {
    load: atHand(from),
    may: (actor, at) => mayGiveBack(actor, at.about),
    run: async (ctx, { version, reason }, at) => {
      const now = current(at, version)
      if (!now.ok) return now
      const moved = await move(ctx, at.head, {
        move: "return",
        version,
        sha256: at.version.sha256,
        capacity: capacityOf(mayGiveBack(ctx.actor, at.about)),
        reason,
      })
      if (moved.ok) await ctx.emit("disclosure.returned", { id: at.head.id, union: at.head.unionId, version })
      return moved
    },
  })
