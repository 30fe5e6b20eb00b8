import type { Ctx } from "#kit/server/world.ts"
import { editions } from "./editions.ts"
import { capacityFor, holdingsOf } from "./holdings.ts"
import type { Kinds } from "./kind.ts"
import { hrefOf } from "./present.ts"
import { countWaiting, waitingFor } from "./waiting.ts"

/** More than this is no inbox but a pile; the list of courses pages through the rest. */
const most = 200

/** What waits for the person among all procedures, in the post it waits for; how many by one query. */
export const inboxItems = (kinds: Kinds) => Object.assign(itemsOf(kinds), { count })

const count = (ctx: Ctx) => countWaiting(ctx.tx, ctx.actor.number, holdingsOf(ctx.actor))

const itemsOf = (kinds: Kinds) => async (ctx: Ctx) => {
  const waiting = await waitingFor(ctx.tx, ctx.actor.number, holdingsOf(ctx.actor), most)
  const procedures = await editions(
    ctx.tx,
    waiting.map((w) => w.edition),
  )
  return waiting.map((w) => {
    const kind = kinds.get(w.procedure)
    const procedure = procedures.get(w.edition)!
    const step = procedure.steps[w.at]!
    const by = step.by.find((b) => b.office === w.office)
    const as = by && capacityFor(ctx.actor, by, w.place)
    return {
      id: `courses/${w.id}/${w.office}`,
      module: kind?.module ?? "courses",
      title: w.title,
      detail: `${procedure.title}：${step.label}${w.objections ? `，${w.objections}条异议待答复` : ""}`,
      heading: `${procedure.title}：${step.label}`,
      since: w.since,
      ...(w.due ? { due: w.due } : {}),
      href: hrefOf(w, kind),
      capacity: as ? `${as.officeName} ${as.title}` : "本人",
      clause: step.clause ?? procedure.clause,
    }
  })
}
