import { ok, schoolYearOf, semesterBounds } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { studentsOfKind } from "#modules/people/index.ts"
import { anyOffice } from "../abilities.ts"
import { reached as contract } from "../contract.ts"
import { reachOf } from "../reach.ts"
import { activitiesBetween } from "../store.ts"
import { reachedBy, thereIn } from "../store-attendance.ts"
import { readable } from "./office.ts"

/** 7.3 over a semester or a school year, up to today: each student once. */
export const reached = query(contract, {
  may: anyOffice,
  run: async (ctx, { union: wanted, over }) => {
    const unions = await readable(ctx)
    const union = unions.find((u) => u.id === wanted) ?? unions[0]
    const from = over === "semester" ? semesterBounds(ctx.today).from : `${schoolYearOf(ctx.today)}-09-01`
    const named = unions.map(({ id, name }) => ({ id, name }))
    if (!union) return ok({ unions: named, of: null })
    const held = await activitiesBetween(ctx.tx, [union.id], from, ctx.today)
    const there = await thereIn(
      ctx.tx,
      held.map((a) => a.id),
    )
    const groups = (await reachedBy(ctx.tx, [union.id], from, ctx.today)).get(union.id) ?? []
    return ok({
      unions: named,
      of: {
        union: { id: union.id, name: union.name },
        from,
        to: ctx.today,
        reach: reachOf(union, await studentsOfKind(ctx.tx, ctx.today, union.kind), groups),
        activities: held.map((a) => ({
          id: a.id,
          title: a.title,
          on: a.onDay,
          approvedOn: a.approvedOn,
          people: there.get(a.id) ?? 0,
        })),
      },
    })
  },
})
