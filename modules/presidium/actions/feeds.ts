import { createHash, randomBytes } from "node:crypto"
import { ok } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayPropose } from "../abilities.ts"
import { closeFeed as closeContract, openFeed as openContract } from "../contract.ts"
import { theUnionHeld } from "../load.ts"
import { dropFeed, saveFeed } from "../store.ts"

export const secretHash = (secret: string): string => createHash("sha256").update(secret).digest("hex")

export const openFeed = action(openContract, {
  load: theUnionHeld,
  may: mayPropose,
  run: async (ctx, _, union) => {
    const secret = randomBytes(24).toString("base64url")
    await saveFeed(ctx.tx, {
      unionId: union.id,
      secretHash: secretHash(secret),
      madeByName: ctx.actor.name,
      at: ctx.now,
    })
    ctx.note({ union: union.id })
    return ok({ address: `/calendars/${ctx.university.id}/${secret}.ics` })
  },
})

export const closeFeed = action(closeContract, {
  load: theUnionHeld,
  may: mayPropose,
  run: async (ctx, _, union) => {
    await dropFeed(ctx.tx, union.id)
    ctx.note({ union: union.id })
    return ok({})
  },
})
