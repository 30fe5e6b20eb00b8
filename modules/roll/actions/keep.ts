import { newId, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { delegateOf, delegatesOf } from "#modules/delegates/index.ts"
import { mayKeep } from "../abilities.ts"
import * as contract from "../contract.ts"
import { keptNow } from "../load.ts"
import { addLines, hold, lastLineOf, presentIn, recount } from "../store.ts"

/** Nobody vouches for his or her own presence. */
const ownTick = () =>
  refuse("not-allowed", "工作人员不能给自己签到", { cure: "扫码签到，或请另一位工作人员办理" })

async function tell(ctx: Ctx, assemblyId: string): Promise<void> {
  await recount(ctx.tx, assemblyId)
  await ctx.emit("roll.changed", { assembly: assemblyId })
}

export const tick = action(contract.tick, {
  load: theAssembly,
  may: mayKeep,
  run: async (ctx, { numbers, what }, { assembly }) => {
    const kept = keptNow(assembly)
    if (!kept.ok) return kept
    const wanted = new Set(numbers)
    if (wanted.has(ctx.actor.number)) return ownTick()
    await hold(ctx.tx, assembly.id)
    const known = new Set((await delegatesOf(ctx.tx, assembly.id)).map((d) => d.number))
    const stranger = numbers.find((n) => !known.has(n))
    if (stranger !== undefined)
      return refuse("invalid", `${stranger}不在本次大会的代表和列席人员名单上`, { at: "numbers" })
    const here = await presentIn(ctx.tx, assembly.id)
    const changing = [...wanted].filter((n) => here.has(n) === (what === "out"))
    await addLines(
      ctx.tx,
      changing.map((number) => ({
        id: newId(ctx.now.getTime()),
        assemblyId: assembly.id,
        number,
        what,
        by: "list",
        recordedBy: ctx.actor.number,
        at: ctx.now,
      })),
    )
    if (changing.length > 0) await tell(ctx, assembly.id)
    ctx.note({ assembly: assembly.id, what, people: changing.length })
    return ok({ changed: changing.length })
  },
})

export const undo = action(contract.undo, {
  load: theAssembly,
  may: mayKeep,
  run: async (ctx, { number }, { assembly }) => {
    const kept = keptNow(assembly)
    if (!kept.ok) return kept
    if (number === ctx.actor.number) return ownTick()
    await hold(ctx.tx, assembly.id)
    const last = await lastLineOf(ctx.tx, assembly.id, number)
    if (!(await delegateOf(ctx.tx, assembly.id, number)) || !last)
      return refuse("not-found", "这位代表还没有签到记录")
    if (last.undoes) return refuse("conflict", "上一次记录已经撤销", { cure: "直接重新签到或登记离场" })
    await addLines(ctx.tx, [
      {
        id: newId(ctx.now.getTime()),
        assemblyId: assembly.id,
        number,
        what: last.what === "in" ? "out" : "in",
        by: "list",
        recordedBy: ctx.actor.number,
        at: ctx.now,
        undoes: last.id,
      },
    ])
    await tell(ctx, assembly.id)
    ctx.note({ assembly: assembly.id, undoes: last.id })
    return ok({})
  },
})
