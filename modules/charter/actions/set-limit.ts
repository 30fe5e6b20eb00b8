import { isDay, ok, refuse } from "@qiaoliang/basics"
import type { Limit } from "@qiaoliang/clause"
import { action } from "#kit/server/verbs.ts"
import { maySettle } from "../abilities.ts"
import { setLimit as contract } from "../contract.ts"
import { changed, theUnionHeld } from "../load.ts"
import { localLimit, type RuleBook } from "../settings.ts"
import { settle } from "../store.ts"

export const setLimit = (book: RuleBook) =>
  action(contract, {
    load: theUnionHeld,
    may: maySettle,
    run: async (ctx, input, union) => {
      if (!isDay(input.from)) return refuse("invalid", "起始日期有误", { at: "from" })
      const limit = localLimit(book, input.clause, input.limit as Limit)
      if (!limit.ok) return limit
      const { clause, from, source } = input
      const id = await settle(ctx.tx, {
        kind: "limit",
        union: union.id,
        clause,
        value: limit.value,
        from,
        source,
        change: ctx.change,
      })
      if (!id.ok) return id
      ctx.note({ union: union.id, clause, setting: id.value })
      await changed(ctx, union.id)
      return ok({ id: id.value })
    },
  })
