import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { anyone } from "../abilities.ts"
import { history as contract } from "../contract.ts"
import { presentHolder } from "../present.ts"
import { historyOf } from "../store.ts"

export const history = query(contract, {
  may: anyone,
  run: async (ctx, { office }) => {
    const rows = await historyOf(ctx.tx, office)
    return ok({
      items: rows.map((r) => ({
        ...presentHolder(r),
        ...(r.at ? { recordedAt: r.at.toISOString() } : {}),
        ...(r.by ? { recordedBy: r.by } : {}),
      })),
    })
  },
})
