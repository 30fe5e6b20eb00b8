import { action } from "#kit/server/verbs.ts"
import { mayAmend } from "../abilities.ts"
import { amend as contract } from "../contract.ts"
import { amendRequest } from "../filing.ts"
import { load } from "../loading.ts"

export const amend = action(contract, {
  load: (ctx, { id }) => load(ctx, id),
  may: mayAmend,
  run: (ctx, { id, ...change }) => amendRequest(ctx, id, change),
})
