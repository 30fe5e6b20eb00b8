import { ok, refuse } from "@qiaoliang/basics"
import { appendToLedger } from "#kit/server/ledger.ts"
import { action } from "#kit/server/verbs.ts"
import { mayPrepare } from "#modules/assembly/index.ts"
import * as contract from "../contract.ts"
import { theSeats } from "../load.ts"
import { changeSeats, delegatesOf, seatById } from "../store.ts"

/** Delegates into another delegation; a head who leaves it is its head no longer. */
export const transfer = action(contract.transfer, {
  load: theSeats,
  may: mayPrepare,
  run: async (ctx, { ids, delegation }, { assembly }) => {
    const seated = new Map((await delegatesOf(ctx.tx, assembly.id)).map((d) => [d.id, d]))
    const missing = ids.find((id) => !seated.has(id))
    if (missing) return refuse("not-found", "有的代表已经不在名单中", { cure: "刷新后再办理" })
    const moving = ids.filter((id) => seated.get(id)!.delegation !== delegation)
    await changeSeats(ctx.tx, moving, { delegation, head: false })
    ctx.note({ assembly: assembly.id, people: moving.length })
    return ok({})
  },
})

/** 团长, as the delegation elected or settled: one for each. */
export const nameHead = action(contract.nameHead, {
  load: theSeats,
  may: mayPrepare,
  run: async (ctx, { id, basis }, { assembly }) => {
    const chosen = await seatById(ctx.tx, assembly.id, id)
    if (!chosen) return refuse("not-found", "这名代表已经不在名单中")
    if (!chosen.voting)
      return refuse("conflict", `${chosen.name}是列席代表，不能任团长`, { cure: "从正式代表中产生团长" })
    const before = (await delegatesOf(ctx.tx, assembly.id)).filter(
      (d) => d.head && d.delegation === chosen.delegation && d.id !== id,
    )
    await changeSeats(
      ctx.tx,
      before.map((d) => d.id),
      { head: false },
    )
    await changeSeats(ctx.tx, [id], { head: true })
    await appendToLedger(ctx.tx, [
      {
        topic: "delegates",
        subject: assembly.id,
        at: ctx.now,
        body: { kind: "head", delegation: chosen.delegation, name: chosen.name, basis },
      },
    ])
    ctx.note({ assembly: assembly.id, delegation: chosen.delegation })
    return ok({})
  },
})
