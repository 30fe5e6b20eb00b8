import { type Day, isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayDesignate } from "../abilities.ts"
import { designate as contract } from "../contract.ts"
import { closeRow, designatedFrom, type HolderRow, lockOffices, openRow, versionsFrom } from "../store.ts"

export const designate = action(contract, {
  load: async (ctx, input) => {
    await lockOffices(ctx.tx)
    const [now] = isDay(input.from) ? await versionsFrom(ctx.tx, input.holder, input.from) : []
    return now && now.validFrom <= input.from ? ok(now) : refuse("not-found", "该日没有这一任职")
  },
  may: mayDesignate,
  run: async (ctx, { holder, from }, now) => {
    if (now.post !== "deputy-secretary" || now.standsInFor)
      return refuse("against-clause", `${now.name}不是校团委专职副书记`, {
        clause: "10.3",
        cure: "从专职副书记中指定1名",
      })
    if (now.designated) return refuse("conflict", `${now.name}在该日已是指导学生会的专职副书记`)
    const before = await designatedFrom(ctx.tx, from)
    if (before.some((h) => h.validFrom > from))
      return refuse("conflict", "该日之后另有指定，不能从更早的日期改起", { at: "from" })
    for (const row of before) await turn(ctx, row, from, false)
    await turn(ctx, now, from, true)
    ctx.note({ holder, from, before: before.map((h) => h.id) })
    await ctx.emit("offices.changed", { kind: "school-league" })
    return ok({})
  },
})

/** The rest of a row from a day on, with the designation changed. */
async function turn(ctx: Ctx, row: HolderRow, from: Day, designated: boolean): Promise<void> {
  const { universityId: _, ...rest } = row
  await closeRow(ctx.tx, row, from, ctx.change)
  await openRow(ctx.tx, { ...rest, designated, validFrom: from, openedBy: ctx.change, closedBy: null })
}
