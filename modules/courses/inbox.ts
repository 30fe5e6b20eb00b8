import type { Ctx } from "#kit/server/world.ts"
import { capacityFor, holdingsOf } from "./holdings.ts"
import type { Kinds } from "./kind.ts"
import { hrefOf } from "./present.ts"
import { coursesByIds } from "./store.ts"
import { waitingFor } from "./waiting.ts"

/** More than this is no inbox but a pile; the list of courses pages through the rest. */
const most = 200

/** What waits for the person among all procedures, in the post it waits for. */
export const inboxItems = (kinds: Kinds) => async (ctx: Ctx) => {
  const waiting = await waitingFor(ctx.tx, ctx.actor.number, holdingsOf(ctx.actor), most)
  const courses = new Map(
    (
      await coursesByIds(
        ctx.tx,
        waiting.map((w) => w.id),
      )
    ).map((c) => [c.id, c]),
  )
  return waiting.flatMap((w) => {
    const course = courses.get(w.id)
    if (!course) return []
    const kind = kinds.get(w.procedure)
    const step = course.procedure.steps[course.state.at]
    const as = capacityFor(ctx.actor, w.office, w.place)
    return [
      {
        id: `courses/${w.id}/${w.office}`,
        module: kind?.module ?? "courses",
        title: w.title,
        detail: `${course.procedure.title}：${step?.label ?? ""}`,
        since: w.since,
        ...(w.due ? { due: w.due } : {}),
        href: hrefOf(course, kind),
        capacity: as ? `${as.officeName} ${as.title}` : "本人",
        clause: step?.clause ?? course.procedure.clause,
      },
    ]
  })
}
