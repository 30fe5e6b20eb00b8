import { ok } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayArrange } from "../abilities.ts"
import { setLead as contract } from "../contract.ts"
import { setLead as save } from "../store.ts"

/** For requests handed in from now on; those before keep what was asked of them. */
export const setLead = action(contract, {
  may: mayArrange,
  run: async (ctx, input) => {
    await save(ctx.tx, { ...input, byName: ctx.actor.name, at: ctx.now })
    ctx.note({ kind: input.kind, days: input.days })
    return ok({})
  },
})
