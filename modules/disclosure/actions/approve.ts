import { refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayApprove } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Sources } from "../gather.ts"
import { atHand, capacityOf, current, move } from "../work.ts"

/** Approve exactly this content: the hash the approver saw is the hash approved. */
export const approve = (from: Sources) =>
  action(contract.approve, {
    load: atHand(from),
    may: (actor, at) => mayApprove(actor, at.about),
    run: async (ctx, { version, sha256 }, at) => {
      const now = current(at, version)
      if (!now.ok) return now
      if (at.version.sha256 !== sha256)
        return refuse("conflict", "您审阅的内容与现有内容不一致", { cure: "请刷新后重新审阅" })
      const capacity = capacityOf(mayApprove(ctx.actor, at.about))
      const moved = await move(ctx, at.head, { move: "approve", version, sha256, capacity })
      if (moved.ok) await ctx.emit("disclosure.approved", { id: at.head.id, union: at.head.unionId, version })
      return moved
    },
  })
