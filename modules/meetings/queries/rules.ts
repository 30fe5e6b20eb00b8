import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { mayRead, maySettle } from "../abilities.ts"
import { rules as contract } from "../contract.ts"
import { theUnion } from "../load.ts"
import { rulesHistory, rulesOf } from "../store.ts"

export const rules = query(contract, {
  load: theUnion,
  may: (actor, { union }) => mayRead(actor, union),
  run: async (ctx, _, { union }) => {
    const { matters, quorum, source } = await rulesOf(ctx.tx, union.id)
    return ok({
      union: { id: union.id, name: union.name },
      matters: [...matters],
      quorum,
      source,
      versions: (await rulesHistory(ctx.tx, union.id)).map((v) => ({
        version: v.version,
        matters: v.matters,
        quorum: v.quorum,
        source: v.source,
        by: v.byName,
        at: v.at.toISOString(),
      })),
      can: { settle: "as" in maySettle(ctx.actor, union) },
    })
  },
})
