import { isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayFinish } from "../abilities.ts"
import { finish as contract } from "../contract.ts"
import { insertDone } from "../hearings-store.ts"
import { theDecision } from "../load.ts"
import { recordedBy } from "../signing.ts"

/** Done is said by whose duty it is, not by who gave it. */
export const finish = action(contract, {
  load: (ctx, { decision }) => theDecision(ctx, decision),
  may: (actor, { decision, hearing }) => mayFinish(actor, decision, hearing),
  run: async (ctx, { on, note }, { decision, hearing }) => {
    if (!isDay(on) || on > ctx.today || (hearing.heldOn && on < hearing.heldOn))
      return refuse("invalid", "完成日期有误：须在会议之后、今天之前", { at: "on" })
    const done = await insertDone(ctx.tx, {
      decisionId: decision.id,
      onDay: on,
      note,
      ...recordedBy(ctx, mayFinish(ctx.actor, decision, hearing)),
    })
    if (!done) return refuse("conflict", "这项决定已经办结")
    ctx.note({ decision: decision.id, hearing: hearing.id })
    return ok({})
  },
})
