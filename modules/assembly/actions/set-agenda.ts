import { ok, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { action } from "#kit/server/verbs.ts"
import { mayPrepare } from "../abilities.ts"
import { agendaOf, replaceAgenda } from "../agenda-store.ts"
import { agendaWanted } from "../agenda-wanted.ts"
import { setAgenda as contract } from "../contract.ts"
import { theAssemblyHeld } from "../load.ts"
import { record } from "../recording.ts"

export const setAgenda = action(contract, {
  load: theAssemblyHeld,
  may: mayPrepare,
  run: async (ctx, { items }, { assembly }) => {
    if (assembly.state !== "preparing" && assembly.state !== "convened")
      return refuse("conflict", "大会开幕后议程不再改动", { cure: "由大会主席团在会场安排各项议程" })
    const wanted = await agendaWanted(ctx, await agendaOf(ctx.tx, assembly.id), items)
    if (!wanted.ok) return wanted
    await replaceAgenda(ctx.tx, assembly.id, wanted.value)
    await record(ctx, assembly.id, {
      kind: "agenda",
      items: wanted.value.length,
      hash: hashOf(wanted.value.map(({ id, kind, title }) => ({ id, kind, title }))),
    })
    await ctx.emit("assembly.changed", { assembly: assembly.id })
    ctx.note({ assembly: assembly.id, items: wanted.value.length })
    return ok({})
  },
})
