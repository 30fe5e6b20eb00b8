import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { mayReadAll } from "../abilities.ts"
import { clocksOf } from "../clocks.ts"
import * as contract from "../contract.ts"
import { presentAssembly } from "../present.ts"
import { proposalsIn } from "../store.ts"
import { type Tally, tallyOf } from "../tally.ts"

export async function talliedOf(ctx: Ctx, assemblyId: string): Promise<Tally> {
  const all = await proposalsIn(ctx.tx, assemblyId)
  return tallyOf(all, await clocksOf(ctx.tx, all, ctx.today))
}

export const report = query(contract.report, {
  load: theAssembly,
  may: mayReadAll,
  run: async (ctx, _, of) => ok({ assembly: presentAssembly(of), ...(await talliedOf(ctx, of.assembly.id)) }),
})
