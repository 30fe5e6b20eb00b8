import { newId, ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import type { Concern, ConcernSource } from "#kit/server/concern.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { studentOn } from "#modules/people/index.ts"
import * as contract from "../contract.ts"
import { inOrder } from "../order.ts"

/** What concerns the person asking, from every room. */
export const mine = (sources: readonly ConcernSource[]) =>
  query(contract.mine, {
    may: () => allowed(),
    run: async (ctx) => {
      const items: Concern[] = []
      const missing: string[] = []
      for (const source of sources) {
        const own = await asked(ctx, source)
        if (typeof own === "string") missing.push(own)
        else items.push(...own)
      }
      const student = await studentOn(ctx.tx, ctx.actor.number, ctx.today)
      return ok({
        student: student
          ? { name: student.name, faculty: student.faculty, className: student.className }
          : null,
        items: inOrder(items),
        missing,
      })
    },
  })

/**
 * What one room answers. One that fails keeps no other from answering: its part is rolled back to where it began, the
 * failure logged, and the number it is logged under goes to the reader with the rest.
 */
async function asked(ctx: Ctx, source: ConcernSource): Promise<readonly Concern[] | string> {
  await ctx.tx.client.query("savepoint concern")
  try {
    const own = await source(ctx)
    await ctx.tx.client.query("release savepoint concern")
    return own
  } catch (error) {
    await ctx.tx.client.query("rollback to savepoint concern")
    const trace = newId(ctx.now.getTime())
    console.error("home.mine", trace, error)
    return trace
  }
}
