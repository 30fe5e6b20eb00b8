import { ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { list as contract, count as countContract } from "../contract.ts"
import { type Item, inOrder } from "../item.ts"

/** What a module answers when asked what waits for the person asking. */
export interface InboxSource {
  (ctx: Ctx): Promise<readonly Item[]>
  /** How many there are, where the answer may leave some out or counting is cheaper. */
  readonly count?: (ctx: Ctx) => Promise<number>
}

export const list = (sources: readonly InboxSource[]) =>
  query(contract, {
    may: () => allowed(),
    run: async (ctx) => {
      const items: Item[] = []
      let total = 0
      for (const source of sources) {
        const own = await source(ctx)
        items.push(...own)
        total += (await source.count?.(ctx)) ?? own.length
      }
      return ok({ items: inOrder(items, ctx.today), total })
    },
  })

export const count = (sources: readonly InboxSource[]) =>
  query(countContract, {
    may: () => allowed(),
    run: async (ctx) => {
      let total = 0
      for (const source of sources)
        total += source.count ? await source.count(ctx) : (await source(ctx)).length
      return ok({ total })
    },
  })
