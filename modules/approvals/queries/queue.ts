import { ok } from "@qiaoliang/basics"
import { offer } from "@qiaoliang/procedure"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { actsIn, calendarOf, caseOf, coursesByIds, moverOf } from "#modules/courses/index.ts"
import { isAllowed, mayClose } from "../abilities.ts"
import { isClosed } from "../closing.ts"
import { queue as contract } from "../contract.ts"
import { allRequests } from "../found.ts"
import { kindOf } from "../kinds.ts"
import { presentLine } from "../present.ts"
import { namesOf, unionsInReach } from "../reading.ts"
import { gist } from "../spell.ts"
import { versionsOf } from "../store.ts"

/** What waits for the person: to be reviewed by its deadline, and to be closed. */
export const queue = query(contract, {
  may: () => allowed(),
  run: async (ctx) => {
    const { all, read } = await unionsInReach(ctx)
    const names = namesOf(all)
    // Of all unions: an office whose step the university added is no reader of the others.
    const every = all.map((u) => u.id)
    const open = await allRequests(ctx.tx, { unions: every, state: "open" }, ctx.today)
    const ids = open.map((r) => r.id)
    const courses = new Map((await coursesByIds(ctx.tx, ids)).map((c) => [c.id, c]))
    const versions = await versionsOf(ctx.tx, ids)
    const today = { on: ctx.today, works: await calendarOf(ctx.tx) }
    const items = open.flatMap((r) => {
      const course = courses.get(r.id)
      const may = course && offer(caseOf(course), course.state, moverOf(ctx.actor), today)
      const pass = may?.find((o) => o.kind === "pass" && o.office !== "applicant")
      if (!course || !pass?.office) return []
      const as = actsIn(ctx.actor, course, pass)
      return [
        {
          ...presentLine(r, names),
          step: pass.label ?? "",
          since: course.state.since,
          due: course.due,
          overdue: course.due !== null && course.due < ctx.today,
          gist: gist(kindOf(r.kind), versions.get(r.id)?.at(-1)?.fields ?? {}),
          capacity: as ? `${as.officeName} ${as.title}` : "",
        },
      ]
    })
    const last = "9999-12-31"
    const unions = read.map((u) => u.id)
    const byId = new Map(read.map((u) => [u.id, u]))
    const passed = await allRequests(ctx.tx, { unions, state: "passed" }, ctx.today)
    return ok({
      items: items.toSorted((a, b) =>
        `${a.due ?? last}${a.on}${a.id}`.localeCompare(`${b.due ?? last}${b.on}${b.id}`, "en"),
      ),
      toClose: passed
        .filter((r) => isClosed(r.kind) && r.onDay <= ctx.today)
        .filter((r) => r.kind === "funds" || r.summarizedOn !== null)
        .filter((r) =>
          isAllowed(mayClose(ctx.actor, { union: byId.get(r.unionId)!, applicant: r.applicant })),
        )
        .map((r) => presentLine(r, names)),
    })
  },
})
