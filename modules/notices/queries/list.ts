import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { maySee, mayWrite, speaks } from "../abilities.ts"
import * as contract from "../contract.ts"
import { noticesSeen, type Sight } from "../finding.ts"
import { ownUnions } from "../load.ts"
import { isPublished, pendingOf, statusOf } from "../notice.ts"
import { passedOf, sumOf } from "../passed.ts"
import { classGroups } from "../reach-store.ts"
import { type Extent, sightOf } from "../sight.ts"
import { passingsOf } from "../store.ts"

const sight = (ctx: Ctx, extent: Extent): Sight => ({
  ...extent,
  groups: [],
  senders: ctx.actor.capacities.filter(speaks).map((c) => `${c.office}/${c.scope.id}`),
  posts: ctx.actor.capacities.map((c) => `${c.office}/${c.scope.id}`),
  number: ctx.actor.number,
})

/** Notices one writes, reviews or passes on, the newest first. */
export const list = query(contract.list, {
  may: maySee,
  run: async (ctx, wanted) => {
    const extent = sightOf(ctx.actor, await ownUnions(ctx))
    const { items, total } = await noticesSeen(ctx.tx, sight(ctx, extent), wanted)
    const down = items.filter((n) => n.passDown && isPublished(n))
    const groups = down.length > 0 ? await classGroups(ctx.tx, ctx.today) : []
    const passings = await passingsOf(
      ctx.tx,
      down.map((n) => n.id),
    )
    return ok({
      items: items.map((n) => {
        const faculties = down.includes(n) ? passedOf(n, groups, passings, { today: ctx.today, extent }) : []
        return {
          id: n.id,
          kind: n.kind,
          title: n.title,
          sender: n.sender,
          status: statusOf(n),
          pending: pendingOf(n),
          publishedOn: n.publishedOn,
          publishAt: n.stage === "scheduled" ? (n.publishAt?.toISOString() ?? null) : null,
          corrected: n.correctedOn !== null,
          passDown: n.passDown,
          confirm: n.confirm,
          dueOn: n.dueOn,
          passed: faculties.length > 0 ? sumOf(faculties) : null,
        }
      }),
      total,
      can: { write: "as" in mayWrite(ctx.actor, { sender: undefined }) },
    })
  },
})
