import { ok } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { oneself } from "../abilities.ts"
import { signOut as contract } from "../contract.ts"
import { takeCookie } from "../cookie.ts"
import { endSessions } from "../store.ts"

export const signOut = action(contract, {
  may: oneself,
  run: async (ctx) => {
    await endSessions(ctx.tx, ctx.actor.account, { id: ctx.session })
    if (ctx.reply) takeCookie(ctx.reply)
    ctx.note({ session: ctx.session })
    return ok({})
  },
})
