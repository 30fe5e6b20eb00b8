import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { anyone } from "../abilities.ts"
import { setUps as contract } from "../contract.ts"
import { setUpEntries } from "../store.ts"

/** Open to everybody: an administrator who sets up posts is seen doing it. */
export const setUps = query(contract, {
  who: "anyone",
  may: anyone,
  run: async (ctx) => {
    const rows = await setUpEntries(ctx.tx)
    return ok({
      items: rows.map(({ at, by, verb, office, name, title, source }) => ({
        at: at.toISOString(),
        by,
        verb,
        office,
        name,
        title,
        ...(source ? { source } : {}),
      })),
    })
  },
})
