import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { mayPrepare, theAssembly } from "#modules/assembly/index.ts"
import { compute } from "../compute.ts"
import { preview as contract } from "../contract.ts"
import { groundOf, sharable } from "../ground.ts"

/** What these terms would give, by the register of today. */
export const preview = query(contract, {
  load: theAssembly,
  may: mayPrepare,
  // Each is a tenth of a second of one processor: enough for whoever tries terms out.
  perMinute: 120,
  run: async (ctx, { assembly: _, ...knobs }, of) => {
    const ground = await groundOf(ctx, of)
    const may = sharable(of, ground)
    if (!may.ok) return may
    const made = await compute(ground, knobs)
    if (!made.ok) return made
    const { result, infeasible, others } = made.value
    return ok({ result, infeasible, others: [...others] })
  },
})
