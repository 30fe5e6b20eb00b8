import { ok } from "@qiaoliang/basics"
import { noticeEnds } from "@qiaoliang/procedure"
import { isSignedIn } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { assemblyById, theAssembly } from "#modules/assembly/index.ts"
import { calendarOf, caseOf, coursesByIds } from "#modules/courses/index.ts"
import { masked } from "#modules/selection/index.ts"
import { anyone } from "../abilities.ts"
import * as contract from "../contract.ts"
import { listsOfAssembly, nomineesOf } from "../lists.ts"
import { labelOf } from "../standing.ts"
import { delegationsOf } from "../store.ts"

export const mine = query(contract.mine, {
  may: anyone,
  run: async (ctx) => {
    const seats = await delegationsOf(ctx.tx, ctx.actor.number)
    const items = []
    for (const s of seats) {
      const a = await assemblyById(ctx.tx, s.assemblyId)
      if (!a || a.state === "cancelled") continue
      items.push({
        assembly: a.id,
        name: a.name,
        day: a.day,
        time: a.time,
        place: a.place,
        state: a.state,
        voting: s.voting,
        delegation: s.delegation,
        head: s.head,
        code: s.code,
      })
    }
    return ok({ items: items.sort((a, b) => (a.day < b.day ? 1 : -1)) })
  },
})

/** Name, class and a masked number of those elected, while the notice stands. */
export const notices = query(contract.notices, {
  who: "anyone",
  load: theAssembly,
  may: anyone,
  run: async (ctx, _, { assembly }) => {
    const works = await calendarOf(ctx.tx)
    const lists = await listsOfAssembly(ctx.tx, assembly.id)
    const courses = new Map(
      (
        await coursesByIds(
          ctx.tx,
          lists.flatMap((l) => l.courseId ?? []),
        )
      ).map((c) => [c.id, c]),
    )
    const standing = lists.flatMap((list) => {
      const course = list.courseId ? courses.get(list.courseId) : undefined
      const until = course && noticeEnds(caseOf(course), course.state, works)
      return course && until && ctx.today <= until ? [{ list, course, until }] : []
    })
    const nominees = await nomineesOf(
      ctx.tx,
      standing.map((s) => s.list.id),
    )
    return ok({
      name: assembly.name,
      items: standing.map(({ list, course, until }) => {
        const own = nominees.filter(
          (n) => n.listId === list.id && n.state === (list.unit === "society" ? "nominated" : "elected"),
        )
        return {
          course: course.id,
          label: labelOf(list),
          clause: course.procedure.clause,
          since: course.state.since,
          until,
          people: own.map((n) => ({
            name: n.name,
            number: masked(n.number),
            className: n.className,
            grade: n.grade,
          })),
          can: { object: isSignedIn(ctx.actor) && !own.some((n) => n.number === ctx.actor.number) },
        }
      }),
    })
  },
})
