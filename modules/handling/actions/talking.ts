import { ok, refuse } from "@qiaoliang/basics"
import { inCapacity } from "#kit/server/actor.ts"
import { action } from "#kit/server/verbs.ts"
import { mayReopen, mayTalk, ofOffice, sorts } from "../abilities.ts"
import * as contract from "../contract.ts"
import { theNeed } from "../load.ts"
import * as store from "../store-words.ts"
import { ownersOf, talkName } from "../talk.ts"
import { theVoiced } from "../voiced.ts"

export const note = action(contract.note, {
  load: theNeed,
  may: mayTalk,
  run: async (ctx, { id, text }, of) => {
    const [owner] = ownersOf(ctx.actor, of)
    if (!owner) return refuse("not-allowed", "此事由受理诉求的部门和承办单位办理")
    ctx.note({ need: id })
    const { number: by, name: byName } = ctx.actor
    await store.insertNote(ctx.tx, { needId: id, owner, by, byName, text, at: ctx.now })
    return ok({})
  },
})

/** Asked in the name of the desk or the office; whoever raised it sees the name of the office, not of the person. */
export const ask = action(contract.ask, {
  load: theNeed,
  may: mayTalk,
  run: async (ctx, { of: told, text }, of) => {
    if (![of.need, ...of.parts].some((n) => n.id === told))
      return refuse("not-found", "没有这件诉求", { at: "of" })
    ctx.note({ need: told })
    const asOffice = "refusal" in sorts(ctx.actor, of) && inCapacity(ctx.actor, (c) => ofOffice(c, of))
    const name = asOffice ? (of.row.officeName ?? "") : talkName(of)
    await store.insertMessage(ctx.tx, {
      needId: told,
      from: "handler",
      by: ctx.actor.number,
      name,
      text,
      onDay: ctx.today,
    })
    return ok({})
  },
})

/** By who raised it, who is nobody in what is kept. */
export const reply = action(contract.reply, {
  load: theVoiced,
  may: mayReopen,
  run: async (ctx, { text }, { told }) => {
    ctx.unnamed()
    const message = { needId: told.id, from: "raiser", by: "", name: "", text, onDay: ctx.today } as const
    await store.insertMessage(ctx.tx, message)
    return ok({})
  },
})
