import { isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayChooseReading } from "../abilities.ts"
import { chooseReading as contract } from "../contract.ts"
import { changed, theUnionHeld } from "../load.ts"
import { chosenReading, type RuleBook } from "../settings.ts"
import { settle } from "../store.ts"

export const chooseReading = (book: RuleBook) =>
  action(contract, {
    load: theUnionHeld,
    may: mayChooseReading,
    run: async (ctx, input, union) => {
      if (!isDay(input.from)) return refuse("invalid", "起始日期有误", { at: "from" })
      const reading = chosenReading(book, input.clause, input.reading)
      if (!reading.ok) return reading
      const { clause, from, source } = input
      const id = await settle(ctx.tx, {
        kind: "reading",
        union: union.id,
        clause,
        value: reading.value,
        from,
        source,
        change: ctx.change,
      })
      if (!id.ok) return id
      ctx.note({ union: union.id, clause, reading: reading.value, setting: id.value })
      await changed(ctx, union.id)
      return ok({ id: id.value })
    },
  })
