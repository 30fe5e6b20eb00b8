import { ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { list as contract } from "../contract.ts"
import { type Item, inOrder } from "../item.ts"

/** What a module answers when asked what waits for the person asking. */
export type InboxSource = (ctx: Ctx) => Promise<readonly Item[]>

export const list = (sources: readonly InboxSource[]) =>
  query(contract, {
    may: () => allowed(),
    run: async (ctx) => {
      const items: Item[] = []
      for (const source of sources) items.push(...(await source(ctx)))
      return ok({ items: inOrder(items, ctx.today) })
    },
  })
