import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { oneself } from "../abilities.ts"
import { revoke as contract } from "../contract.ts"
import { endSessions } from "../store.ts"

export const revoke = action(contract, {
  may: oneself,
  run: async (ctx, { id }) => {
    const revoked = await endSessions(ctx.tx, ctx.actor.account, id ? { id } : { keep: ctx.session })
    if (id && revoked === 0) return refuse("not-found", "没有这个登录")
    ctx.note({ revoked })
    return ok({ revoked })
  },
})
