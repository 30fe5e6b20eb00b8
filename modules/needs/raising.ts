import { newId } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import type { Field } from "#policy/practice/proposals.ts"
import type { Need, Shown } from "./need.ts"
import { keyOf, openSeal, sealFor, shelfOwner, voiceTag } from "./seal.ts"
import * as store from "./store.ts"

/** A student as the register has him or her. */
export interface Raiser {
  readonly number: string
  readonly name: string
  readonly faculty: string
  readonly className: string
}

export interface Raised {
  readonly desk: Need["desk"]
  readonly unionId: string
  readonly title: string
  readonly text: string
  readonly categoryId: string
  readonly field: Field
  readonly place: string
  readonly shown: Shown
  readonly discreet: boolean
  readonly photos: readonly string[]
  readonly source?: Need["source"]
  /** Where it was raised before it came here: a row of the hand-kept register. */
  readonly raisedOn?: string
}

const hour = 3_600_000

/**
 * A need is on record, with its first voice; who raised it is kept apart, or sealed. Tells `needs.raised`. The verb that
 * calls it for an anonymous need calls `ctx.unnamed()` as well.
 */
export async function raiseNeed(ctx: Ctx, r: Raised, who: Raiser): Promise<Need> {
  // Neither id nor time of an anonymous need says when within the hour it came: sign-ins are on record to the second.
  const at = r.shown === "anonymous" ? new Date(Math.floor(ctx.now.getTime() / hour) * hour) : ctx.now
  const { photos, raisedOn, source, ...said } = r
  const need: Need = {
    ...said,
    id: newId(at.getTime()),
    nth: await store.nextNth(ctx.tx),
    raisedOn: raisedOn ?? ctx.today,
    raisedAt: at,
    state: "open",
    mergedInto: null,
    source: source ?? null,
  }
  await store.insertNeeds(ctx.tx, [{ ...need, changedAt: at }])
  await store.insertPhotos(ctx.tx, need.id, photos)
  const key = keyOf(ctx.world.dataDir)
  if (r.shown === "anonymous")
    await store.insertSeal(ctx.tx, need.id, sealFor(key, need.id, JSON.stringify([who.number, who.name])))
  else await store.insertRaiser(ctx.tx, { needId: need.id, number: who.number, name: who.name })
  await store.insertVoice(ctx.tx, {
    needId: need.id,
    tag: who.number ? voiceTag(key, ctx.university.id, need.id, who.number) : need.id,
    faculty: who.faculty,
    className: who.className,
    via: null,
    onDay: need.raisedOn,
  })
  if (who.number) await shelve(ctx, who.number, (s) => ({ ...s, raised: [...s.raised, need.id] }))
  await ctx.emit("needs.raised", { need })
  return need
}

/** What a person raised and joined. */
export interface Shelf {
  readonly raised: readonly string[]
  readonly joined: readonly string[]
}

const bare: Shelf = { raised: [], joined: [] }

/** The person's own list: opened for that person only. */
export async function shelfFor(ctx: Ctx, number: string, hold = false): Promise<Shelf> {
  const key = keyOf(ctx.world.dataDir)
  const owner = shelfOwner(key, ctx.university.id, number)
  const sealed = await store.shelfOf(ctx.tx, owner, hold)
  const opened = sealed && openSeal(key, owner, sealed)
  return opened ? (JSON.parse(opened) as Shelf) : bare
}

export async function shelve(ctx: Ctx, number: string, change: (of: Shelf) => Shelf): Promise<void> {
  const key = keyOf(ctx.world.dataDir)
  const owner = shelfOwner(key, ctx.university.id, number)
  const changed = change(await shelfFor(ctx, number, true))
  await store.keepShelf(ctx.tx, owner, sealFor(key, owner, JSON.stringify(changed)))
}

/** Whether this person raised it, whatever it is shown as. */
export async function isRaiser(ctx: Ctx, needId: string): Promise<boolean> {
  return ctx.actor.number !== "" && (await shelfFor(ctx, ctx.actor.number)).raised.includes(needId)
}
