import { ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { delegateOf } from "#modules/delegates/index.ts"
import { presentIn } from "#modules/roll/index.ts"
import { mine as contract } from "../contract.ts"
import { theHall } from "../load.ts"
import * as store from "../store.ts"
import * as votes from "../votes-store.ts"

/** What the hall knows of the person asking. Asked when a page opens and after one's own deeds, never by the clock. */
export const mine = query(contract, {
  perMinute: 12_000,
  load: theHall,
  may: () => allowed(),
  run: async (ctx, { assembly: id }, { standing }) => {
    const { number } = ctx.actor
    const d = await delegateOf(ctx.tx, id, number)
    if (!d) return ok({ delegate: null, present: false, vote: null, wishes: [], can: {} })
    const present = (await presentIn(ctx.tx, id)).has(number)
    const list = standing.item ? await store.speakersOf(ctx.tx, id, standing.item) : []
    const waiting = list.filter((s) => s.state === "waiting")
    const own = list.filter((s) => s.number === number && (s.state === "waiting" || s.state === "speaking"))
    const pending = await votes.pendingVote(ctx.tx, id)
    const votable =
      pending?.state === "open" &&
      pending.how === "names" &&
      (await votes.isElector(ctx.tx, pending.id, number))
    const open = standing.state === "sitting" && standing.item !== null && present
    return ok({
      delegate: { name: d.name, delegation: d.delegation, voting: d.voting, head: d.head },
      present,
      vote:
        pending && votable
          ? { id: pending.id, choice: (await votes.lastCast(ctx.tx, pending.id, number)) ?? null }
          : null,
      wishes: own.map((s) => ({
        id: s.id,
        point: s.point,
        speaking: s.state === "speaking",
        ahead: Math.max(
          0,
          waiting.findIndex((w) => w.id === s.id),
        ),
      })),
      can: {
        ask: open && !standing.closedLists.has(standing.item!) && !own.some((s) => !s.point),
        point: open && d.voting && !own.some((s) => s.point),
      },
    })
  },
})
