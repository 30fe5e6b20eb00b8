import { refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayPrepare } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Sources } from "../gather.ts"
import { obstacles } from "../obstacles.ts"
import { atHand, capacityOf, current, move } from "../work.ts"

/** Send the version at hand for approval: every row answered or left open on purpose. */
export const submit = (from: Sources) =>
  action(contract.submit, {
    load: atHand(from),
    may: (actor, at) => mayPrepare(actor, at.about),
    run: async (ctx, { version }, at) => {
      const now = current(at, version)
      if (!now.ok) return now
      const left = obstacles(at.version.grounds, at.version.content)
      const first = left[0]
      if (first)
        return refuse("conflict", `还有${left.length}处未完成，如：${first.because}`, {
          at: first.key,
          cure: first.cure,
        })
      const capacity = capacityOf(mayPrepare(ctx.actor, at.about))
      const moved = await move(ctx, at.head, { move: "submit", version, sha256: at.version.sha256, capacity })
      if (moved.ok)
        await ctx.emit("disclosure.submitted", { id: at.head.id, union: at.head.unionId, version })
      return moved
    },
  })
