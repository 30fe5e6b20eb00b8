import type { Day } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import type { Doors, Standing } from "./doors.ts"
import type { Need } from "./need.ts"
import { shelfFor } from "./raising.ts"
import { mergedInto, needsByIds, voicesOf } from "./store.ts"
import { unsealingsOf } from "./unsealings.ts"

/** One line of a person's own list. */
export interface Own {
  readonly need: Need
  readonly raised: boolean
  readonly lead: Need | undefined
  /** Of the need it stands in now. */
  readonly voices: number
  readonly shared: boolean
  readonly standing: Standing | undefined
  /** Openings of the seal, of what this person raised. */
  readonly unsealed: readonly { readonly on: Day; readonly because: string; readonly urgent: boolean }[]
}

/** What the person asking raised and joined, the latest first. */
export async function ownOf(ctx: Ctx, doors: Doors): Promise<readonly Own[]> {
  if (ctx.actor.number === "") return []
  const shelf = await shelfFor(ctx, ctx.actor.number)
  const ids = [...new Set([...shelf.raised, ...shelf.joined])]
  if (ids.length === 0) return []
  const needs = await needsByIds(ctx.tx, ids)
  const leads = new Map(
    (
      await needsByIds(
        ctx.tx,
        needs.flatMap((n) => n.mergedInto ?? []),
      )
    ).map((n) => [n.id, n]),
  )
  const stands = needs.map((n) => n.mergedInto ?? n.id)
  const voices = await voicesOf(ctx.tx, stands)
  const standing = await doors.stateOf(ctx, stands)
  const parts = new Set((await mergedInto(ctx.tx, stands)).map((n) => n.mergedInto))
  const opened = Map.groupBy(
    (await unsealingsOf(ctx.tx, shelf.raised)).filter((u) => u.openedOn !== null),
    (u) => u.needId,
  )
  return needs
    .toSorted((a, b) => b.nth - a.nth)
    .map((need) => {
      const at = need.mergedInto ?? need.id
      const total = voices.get(at)?.total ?? 0
      return {
        need,
        raised: shelf.raised.includes(need.id),
        lead: need.mergedInto ? leads.get(need.mergedInto) : undefined,
        voices: total,
        shared: total > 1 || parts.has(at),
        standing: standing.get(at),
        unsealed: (opened.get(need.id) ?? []).map((u) => ({
          on: u.openedOn!,
          because: u.because,
          urgent: u.courseId === null,
        })),
      }
    })
}
