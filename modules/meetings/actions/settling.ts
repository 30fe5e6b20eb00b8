import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { maySettle } from "../abilities.ts"
import { settle as contract } from "../contract.ts"
import { theUnion } from "../load.ts"
import { insertRules, lockMeetings, rulesOf } from "../store.ts"

/** The list of important matters and the quorum, as a new version; those before are kept. */
export const settle = action(contract, {
  load: theUnion,
  may: (actor, { union }) => maySettle(actor, union),
  run: async (ctx, { matters, quorum, source }, { union }) => {
    const list = [...new Set(matters)]
    if (list.length === 0)
      return refuse("against-clause", "重要事项清单不能为空", {
        clause: "2.2a",
        cure: "至少列明一类由主席团集体决定的重要事项",
        at: "matters",
      })
    await lockMeetings(ctx.tx, union.id)
    const version = (await rulesOf(ctx.tx, union.id)).version + 1
    await insertRules(ctx.tx, {
      unionId: union.id,
      version,
      matters: list,
      quorum,
      source,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    ctx.note({ union: union.id, version })
    return ok({ version })
  },
})
