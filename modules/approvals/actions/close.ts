import { ok } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayClose } from "../abilities.ts"
import { mayBeClosed } from "../closing.ts"
import { close as contract } from "../contract.ts"
import { loadForChange } from "../loading.ts"
import { changeRequest } from "../store.ts"

export const close = action(contract, {
  load: loadForChange,
  may: mayClose,
  run: async (ctx, { id }, { request }) => {
    const may = await mayBeClosed(ctx, request)
    if (!may.ok) return may
    await changeRequest(ctx.tx, id, { closedOn: ctx.today, closedByName: ctx.actor.name })
    ctx.note({ request: id })
    return ok({ id })
  },
})
