import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { oneself } from "../abilities.ts"
import { revoke as contract } from "../contract.ts"
import { endSessions } from "../store.ts"

export const revoke = action(contract, {
  may: oneself,
  run: async (ctx, { session, all }) => {
    if (!session && !all) return refuse("invalid", "请选择要结束的登录", { at: "session" })
    const which = session ? { id: session } : { keep: ctx.session }
    const ended = await endSessions(ctx.tx, ctx.actor.account, which)
    if (session && ended === 0) return refuse("not-found", "没有这个登录")
    ctx.note({ ended })
    return ok({ ended })
  },
})
