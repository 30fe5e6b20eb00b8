import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { administrator } from "../abilities.ts"
import { list as contract } from "../contract.ts"
import { listAccounts } from "../store.ts"

export const list = query(contract, {
  may: administrator,
  run: async (ctx, input) => {
    const { items, total } = await listAccounts(ctx.tx, input)
    return ok({
      total,
      items: items.map((a) => ({
        number: a.number,
        name: a.name,
        state: a.disabled ? ("disabled" as const) : a.passwordHash ? ("active" as const) : ("waiting" as const),
        admin: a.admin,
        secondFactor: a.totpSecret !== null,
        created: a.createdAt.toISOString(),
      })),
    })
  },
})
