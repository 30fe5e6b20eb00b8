import { ok, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { mayHear } from "../abilities.ts"
import * as contract from "../contract.ts"
import { quorumFrom, quorumOf } from "../quorum.ts"
import { rollOf } from "../store.ts"

/** One indexed read, whoever asks: no names are in it. */
export const live = query(contract.live, {
  // 3,000 phones behind one address, each asking every three seconds.
  perMinute: 60_000,
  may: mayHear,
  run: async (ctx, { assembly }) => {
    const kept = await rollOf(ctx.tx, assembly)
    if (kept) return ok({ seq: kept.seq, others: kept.others, ...quorumFrom(kept.due, kept.present) })
    // Before the roll was first opened.
    if (!(await theAssembly(ctx, { assembly })).ok) return refuse("not-found", "没有这次大会")
    return ok({ seq: 0, others: 0, ...(await quorumOf(ctx.tx, assembly)) })
  },
})
