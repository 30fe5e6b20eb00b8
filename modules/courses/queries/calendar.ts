import { ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { lastOf } from "#kit/server/ledger.ts"
import { query } from "#kit/server/verbs.ts"
import { isAllowed, mayArrange } from "../abilities.ts"
import { unusualDays } from "../calendar.ts"
import { calendar as contract, ledger as ledgerContract } from "../contract.ts"

export const calendar = query(contract, {
  may: () => allowed(),
  run: async (ctx, { year }) =>
    ok({ days: await unusualDays(ctx.tx, year), can: { arrange: isAllowed(mayArrange(ctx.actor)) } }),
})

export const ledger = query(ledgerContract, {
  may: () => allowed(),
  run: async (ctx) => {
    const last = await lastOf(ctx.tx)
    return ok({ entries: last?.seq ?? 0, hash: last?.hash ?? null })
  },
})
