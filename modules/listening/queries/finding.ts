import { ok, refuse } from "@qiaoliang/basics"
import { toString as drawQr } from "qrcode"
import { query } from "#kit/server/verbs.ts"
import { findNeeds } from "#modules/needs/index.ts"
import { mayKeep, mayRead } from "../abilities.ts"
import * as contract from "../contract.ts"
import { theListening } from "../load.ts"

export const find = query(contract.find, {
  load: theListening,
  may: mayKeep,
  run: async (ctx, { text }, { listening }) =>
    ok({ items: text ? await findNeeds(ctx.tx, listening.unionId, text) : [] }),
})

/** What hangs on the wall: the title and a code that leads to the questionnaire. */
export const poster = query(contract.poster, {
  load: theListening,
  may: mayRead,
  run: async (_, { site }, { listening: l, union }) => {
    if (l.kind !== "survey" || l.importedFrom) return refuse("conflict", "没有可以扫码回答的问卷")
    const address = `${new URL(site).origin}/listening/${l.id}`
    return ok({
      title: l.title,
      union: union.name,
      onDay: l.onDay,
      untilDay: l.untilDay,
      address,
      qr: await drawQr(address, { type: "svg", margin: 2, errorCorrectionLevel: "M" }),
    })
  },
})
