import { refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayTakeDown } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Sources } from "../gather.ts"
import { atHand, capacityOf, move } from "../work.ts"

/** Take the public page down, today or from a later day. The versions stay on record. */
export const takeDown = (from: Sources) =>
  action(contract.takeDown, {
    load: atHand(from),
    may: (actor, at) => mayTakeDown(actor, at.about),
    run: async (ctx, { on, reason }, at) => {
      if (at.head.publishedVersion === null) return refuse("conflict", "这份材料没有公开过")
      const day = on ?? ctx.today
      if (day < ctx.today) return refuse("invalid", "撤下日期不能早于今天", { at: "on" })
      const published = at.head.publishedVersion
      return move(
        ctx,
        at.head,
        {
          move: "take-down",
          version: at.head.version,
          sha256: at.version.sha256,
          capacity: capacityOf(mayTakeDown(ctx.actor, at.about)),
          reason: `${reason}（第${published}版，${day}起）`,
          // A later version being worked on goes on; a later day changes nothing yet.
          keepState: day > ctx.today || at.head.state !== "published",
        },
        { downOn: day },
      )
    },
  })
