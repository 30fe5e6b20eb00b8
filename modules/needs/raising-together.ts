import { newId } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import type { Need } from "./need.ts"
import type { Raised, Raiser } from "./raising.ts"
import * as store from "./store.ts"

/** A row of the hand-kept register: by a name as it was written down, or by nobody named. */
export interface Registered {
  readonly raised: Omit<Raised, "shown" | "discreet" | "photos"> & { readonly raisedOn: string }
  readonly who: Pick<Raiser, "faculty" | "name">
}

/**
 * Needs of the hand-kept register, in the order given; the desk may see the names written down. Each has one voice, of
 * nobody the register of students knows. Nobody is told: whoever brings them in gives them to the desk (handling).
 */
export async function raiseTogether(ctx: Ctx, given: readonly Registered[]): Promise<readonly Need[]> {
  const first = await store.nextNth(ctx.tx)
  const needs = given.map(({ raised }, i) => needOf(raised, first + i))
  await store.insertNeeds(
    ctx.tx,
    needs.map((n) => ({ ...n, changedAt: ctx.now })),
  )
  await store.insertRaisers(
    ctx.tx,
    given.flatMap(({ who }, i) => (who.name ? [{ needId: needs[i]!.id, number: "", name: who.name }] : [])),
  )
  await store.insertVoices(
    ctx.tx,
    given.map(({ who, raised }, i) => ({
      needId: needs[i]!.id,
      tag: needs[i]!.id,
      faculty: who.faculty,
      className: "",
      via: null,
      onDay: raised.raisedOn,
    })),
  )
  return needs
}

function needOf({ raisedOn, source, ...said }: Registered["raised"], nth: number): Need {
  const raisedAt = new Date(`${raisedOn}T12:00:00+08:00`)
  return {
    ...said,
    id: newId(raisedAt.getTime()),
    nth,
    shown: "desk",
    discreet: false,
    raisedOn,
    raisedAt,
    state: "open",
    mergedInto: null,
    source: source ?? null,
  }
}

const atOnce = 5000

/** An import is undone: its needs are withdrawn. Whether anybody had to do with them is the caller's to ask. */
export async function takeBack(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.tx.client.query(
    "update need set state = 'withdrawn', changed_at = $3 where university_id = $1 and id = any($2) and state = 'open'",
    [ctx.tx.university, ids, ctx.now],
  )
  for (let i = 0; i < ids.length; i += atOnce)
    await ctx.emit("needs.changed", { needs: ids.slice(i, i + atOnce) })
}
