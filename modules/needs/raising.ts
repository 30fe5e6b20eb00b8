import { newId } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import type { Field } from "#policy/practice/proposals.ts"
import type { Need, Shown } from "./need.ts"
import { classTag, keyOf, openSeal, sealFor, shelfOwner, voiceTag } from "./seal.ts"
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
  const at = momentOf(ctx, r)
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
  await speakFor(ctx, need.id, who, need.raisedOn)
  if (who.number) await shelve(ctx, who.number, (s) => ({ ...s, raised: [...s.raised, need.id] }))
  await ctx.emit("needs.raised", { need })
  return need
}

/** Neither id nor time of an anonymous need says when within the hour it came: sign-ins are on record to the second. */
export const toTheHour = (at: Date): Date => new Date(Math.floor(at.getTime() / hour) * hour)

function momentOf(ctx: Ctx, r: Pick<Raised, "raisedOn" | "shown">): Date {
  if (r.raisedOn) return new Date(`${r.raisedOn}T12:00:00+08:00`)
  return r.shown === "anonymous" ? toTheHour(ctx.now) : ctx.now
}

/** One voice for a need; false where this person's was there. */
export function speakFor(
  ctx: Ctx,
  needId: string,
  who: Omit<Raiser, "name">,
  onDay: string = ctx.today,
): Promise<boolean> {
  const key = keyOf(ctx.world.dataDir)
  const university = ctx.university.id
  return store.insertVoice(ctx.tx, {
    needId,
    tag: who.number ? voiceTag(key, university, needId, who.number) : needId,
    faculty: who.faculty,
    className: classTag(key, university, who.faculty, who.className),
    via: null,
    onDay,
  })
}

/** What a person raised and joined. */
export interface Shelf {
  readonly raised: readonly string[]
  readonly joined: readonly string[]
  /** What a browser called the latest needs it sent: one sent again after a broken connection is the same need. */
  readonly tickets?: Readonly<Record<string, string>>
}

const bare: Shelf = { raised: [], joined: [] }

/** The person's own list: opened for that person only. */
export async function shelfFor(ctx: Ctx, number: string, hold = false): Promise<Shelf> {
  const key = keyOf(ctx.world.dataDir)
  const owner = shelfOwner(key, ctx.university.id, number)
  if (hold) await store.holdShelf(ctx.tx, owner)
  const sealed = await store.shelfOf(ctx.tx, owner)
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
