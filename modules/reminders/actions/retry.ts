import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayKeepMachine } from "../abilities.ts"
import { retry as contract } from "../contract.ts"
import { requeue } from "../outbox.ts"

export const retry = action(contract, {
  may: (actor) => mayKeepMachine(actor),
  run: async (ctx, { id }) =>
    (await requeue(ctx.tx, id, ctx.now)) ? ok({}) : refuse("not-found", "没有这件可以重发的消息"),
})
