import { ok } from "@qiaoliang/basics"
import type { Permission } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { mayAskUnsealing, mayNote, mayReadUnsealing, mayReveal, mayUnsealUrgent } from "../abilities.ts"
import * as contract from "../contract.ts"
import { theNeed } from "../load.ts"
import { courseOf, signersOf } from "../opening.ts"
import { unsealingsOf, viewsOf } from "../unsealings.ts"

const yes = (p: Permission): boolean => "as" in p

/** What the two offices see of an opening: everything but whose it is. */
export const unsealing = query(contract.unsealing, {
  load: theNeed,
  may: mayReadUnsealing,
  run: async (ctx, _, need) => {
    const all = await unsealingsOf(ctx.tx, [need.id])
    const views = await viewsOf(
      ctx.tx,
      all.map((u) => u.id),
    )
    const anonymous = need.shown === "anonymous"
    let waiting = false
    const items = []
    for (const u of all) {
      const course = await courseOf(ctx, u)
      waiting ||= course?.state.status === "open"
      const seen = views.filter((v) => v.unsealingId === u.id)
      const first = !seen.some((v) => v.number === ctx.actor.number)
      items.push({
        id: u.id,
        urgent: u.courseId === null,
        because: u.because,
        byName: u.byName,
        capacity: u.capacity,
        on: u.onDay,
        course: u.courseId,
        openedOn: u.openedOn,
        seenBy: seen.map((v) => ({ name: v.name, on: v.onDay })),
        notedBy: u.notedBy,
        can: {
          reveal: first && u.openedOn !== null && yes(mayReveal(ctx.actor, { signers: signersOf(course) })),
          note: u.courseId === null && u.notedOn === null && yes(mayNote(ctx.actor, u)),
        },
      })
    }
    return ok({
      id: need.id,
      nth: need.nth,
      title: need.title,
      text: all.length > 0 ? need.text : null,
      anonymous,
      items,
      can: {
        ask: anonymous && !waiting && yes(mayAskUnsealing(ctx.actor)),
        urgent: anonymous && yes(mayUnsealUrgent(ctx.actor)),
      },
    })
  },
})
