import { ok, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf } from "#modules/assembly/index.ts"
import { delegateOf } from "#modules/delegates/index.ts"
import { categoriesOf, photosOf, voicesOf } from "#modules/needs/index.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { maySee } from "../abilities.ts"
import { rateable } from "../actions/rating.ts"
import * as contract from "../contract.ts"
import { categoryOf, presentMessage, presentPublic } from "../present.ts"
import * as store from "../store.ts"
import { messagesOf } from "../store-words.ts"
import { type OfVoice, theVoiced } from "../voiced.ts"

/** A whole school reads the board behind one address. */
const perMinute = 9_000

async function shown(ctx: Ctx, { need, row, union }: OfVoice) {
  return presentPublic({
    need,
    row,
    union,
    category: categoryOf(await categoriesOf(ctx.tx), need).name,
    voices: (await voicesOf(ctx.tx, [need.id])).get(need.id),
    ratings: (await store.ratingsOf(ctx.tx, [need.id])).get(need.id),
    answers: await store.answersOf(ctx.tx, need.id),
    deeds: await store.deedsOf(ctx.tx, need.id),
    today: ctx.today,
  })
}

/** One need of the public board, for everybody. */
export const open = query(contract.open, {
  who: "anyone",
  perMinute,
  load: async (ctx, input) => {
    const of = await theVoiced(ctx, input)
    return !of.ok || of.value.open ? of : refuse("not-found", "没有这件诉求，或者它没有公开")
  },
  may: maySee,
  run: async (ctx, _, of) => ok(await shown(ctx, of)),
})

/** The same with what is the reader's own. */
export const own = query(contract.own, {
  perMinute,
  load: async (ctx, input) => {
    const of = await theVoiced(ctx, input)
    return of.ok && !of.value.open && !of.value.voice && !of.value.raised
      ? refuse("not-found", "没有这件诉求，或者它没有公开")
      : of
  },
  may: maySee,
  run: async (ctx, _, of) => {
    const { need, told, row, raised, tag } = of
    const rated = (await store.allRatingsOf(ctx.tx, need.id)).find(
      (r) => r.round === row.round && r.tag === tag,
    )
    const mine = tag && rated ? { solved: rated.solved, stars: rated.stars } : null
    const rates = rateable(row, ctx.today)
    const left = Math.max(0, needsPractice.reopenings + 1 - row.round)
    return ok({
      ...(await shown(ctx, of)),
      onBoard: of.open,
      mergedFrom: told.id === need.id ? null : { nth: told.nth, title: told.title },
      raised,
      joined: of.voice && !raised,
      shown: raised ? told.shown : null,
      photos: raised ? ((await photosOf(ctx.tx, [told.id])).get(told.id) ?? []) : [],
      thread: raised ? (await messagesOf(ctx.tx, [told.id])).map(presentMessage) : [],
      mine,
      rateUntil: rates ? row.due : null,
      reopenings: { left },
      assemblies: of.open ? await sitting(ctx) : [],
      can: {
        join: of.open && !of.voice && row.left === null && row.state !== "declined" && row.closedOn === null,
        leave: of.voice && !raised && row.left === null && row.closedOn === null,
        rate: of.voice && rates && mine === null,
        reopen: raised && rates && left > 0 && mine?.solved !== true,
        reply: raised && row.left === null && row.closedOn === null,
      },
    })
  },
})

/** Assemblies under way in which the reader is a delegate with a vote. */
async function sitting(ctx: Ctx) {
  const found = []
  for (const assembly of await assembliesOf(ctx.tx)) {
    if (assembly.state === "closed" || assembly.state === "cancelled") continue
    const seat = await delegateOf(ctx.tx, assembly.id, ctx.actor.number)
    if (seat?.voting) found.push({ id: assembly.id, name: assembly.name })
  }
  return found
}
