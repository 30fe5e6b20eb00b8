import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { oneself } from "../abilities.ts"
import { readAll as allContract, read as contract } from "../contract.ts"
import { markRead } from "../store.ts"

export const read = action(contract, {
  may: oneself,
  run: async (ctx, { id }) =>
    (await markRead(ctx.tx, ctx.actor.number, id, ctx.now)) > 0
      ? ok({})
      : refuse("not-found", "没有这条提醒"),
})

export const readAll = action(allContract, {
  may: oneself,
  run: async (ctx) => ok({ read: await markRead(ctx.tx, ctx.actor.number, null, ctx.now) }),
})
