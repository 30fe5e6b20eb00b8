import { refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayPublish } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Sources } from "../gather.ts"
import { covers } from "../life.ts"
import { atHand, capacityOf, current, move } from "../work.ts"

/** Make the approved content public, until a day if one is given. */
export const publish = (from: Sources) =>
  action(contract.publish, {
    load: atHand(from),
    may: (actor, at) => mayPublish(actor, at.about),
    run: async (ctx, { version, downOn, noindex }, at) => {
      const now = current(at, version)
      if (!now.ok) return now
      if (at.head.state === "approved" && !covers(at.approval, at.version))
        return refuse("conflict", "审核同意的不是这一版内容", { cure: "请重新送审" })
      if (downOn !== undefined && downOn <= ctx.today)
        return refuse("invalid", "撤下日期应晚于今天", { at: "downOn" })
      const moved = await move(
        ctx,
        at.head,
        {
          move: "publish",
          version,
          sha256: at.version.sha256,
          capacity: capacityOf(mayPublish(ctx.actor, at.about)),
        },
        { publishedVersion: version, publishedAt: ctx.now, downOn: downOn ?? null, noindex },
      )
      if (moved.ok)
        await ctx.emit("disclosure.published", { id: at.head.id, union: at.head.unionId, version })
      return moved
    },
  })
