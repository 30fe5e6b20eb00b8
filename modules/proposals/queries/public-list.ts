import { ok, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { anyone } from "../abilities.ts"
import * as contract from "../contract.ts"
import { wholeOf } from "../load.ts"
import { presentAssembly, presentPublic } from "../present.ts"
import { proposalsIn, rulesOf } from "../store.ts"

/** Open to everybody: what was filed or became a suggestion. What was not reviewed, or not filed, stays inside. */
export const publicList = query(contract.publicList, {
  who: "anyone",
  // A hall of 3,000 looks it up behind one address.
  perMinute: 9_000,
  load: async (ctx, input) => {
    const of = await theAssembly(ctx, input)
    return of.ok && of.value.assembly.state === "cancelled" ? refuse("not-found", "没有这次大会") : of
  },
  may: anyone,
  run: async (ctx, { text, category, outcome, page, size }, of) => {
    const all = await proposalsIn(ctx.tx, of.assembly.id)
    const rules = await rulesOf(ctx.tx, of.assembly.id)
    const open = all.filter((p) => p.state === "filed" || p.state === "suggestion")
    const seen = open.filter(
      (p) =>
        (!category || p.category === category) &&
        (!outcome || p.outcome === outcome) &&
        (!text || p.title.includes(text) || `${p.nth}` === text),
    )
    return ok({
      assembly: presentAssembly(of),
      rules: rules ? { opensOn: rules.opensOn, closesOn: rules.closesOn } : null,
      categories: [...new Set(open.map((p) => p.category))],
      counts: {
        received: all.length,
        filed: all.filter((p) => p.state === "filed").length,
        answered: all.filter((p) => p.answeredOn !== null).length,
      },
      items: (await wholeOf(ctx, seen.slice((page - 1) * size, page * size))).map(presentPublic),
      total: seen.length,
    })
  },
})
