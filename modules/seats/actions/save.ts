import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayPrepare, theAssemblyHeld } from "#modules/assembly/index.ts"
import { compute } from "../compute.ts"
import { save as contract } from "../contract.ts"
import { groundOf, sharable } from "../ground.ts"
import { insertVersion, lockSeats } from "../store.ts"

/** An allocation by the register of today, kept as a new version; those before stay. */
export const save = action(contract, {
  load: theAssemblyHeld,
  may: mayPrepare,
  run: async (ctx, { assembly, because, ...knobs }, of) => {
    const ground = await groundOf(ctx, of)
    const may = sharable(of, ground)
    if (!may.ok) return may
    const made = await compute(ground, knobs)
    if (!made.ok) return made
    const { file, result, infeasible, others } = made.value
    if (!result)
      return refuse("against-clause", infeasible!.because, {
        clause: infeasible!.collide.find((c) => c.clause)?.clause ?? "6.4",
        ...(infeasible!.ways[0] ? { cure: infeasible!.ways.map((w) => w.says).join("；或者") } : {}),
      })
    await lockSeats(ctx.tx, assembly)
    const version = await insertVersion(ctx.tx, {
      assemblyId: assembly,
      knobs,
      file,
      result,
      others: [...others],
      countedOn: ctx.today,
      because,
      byNumber: ctx.actor.number,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    ctx.note({ assembly, version })
    return ok({ version })
  },
})
