import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { oneself } from "../abilities.ts"
import { list as contract, count as countContract } from "../contract.ts"
import { countUnread, remindersOf } from "../store.ts"

export const list = query(contract, {
  may: oneself,
  run: async (ctx, wanted) => {
    const { items, total } = await remindersOf(ctx.tx, ctx.actor.number, wanted)
    return ok({
      items: items.map(({ readAt, at, ...told }) => ({
        ...told,
        at: at.toISOString(),
        read: readAt !== null,
      })),
      total,
      unread: await countUnread(ctx.tx, ctx.actor.number),
    })
  },
})

export const count = query(countContract, {
  may: oneself,
  run: async (ctx) => ok({ unread: await countUnread(ctx.tx, ctx.actor.number) }),
})
