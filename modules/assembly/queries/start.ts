import { isDay, ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { smallFaculty } from "#policy/practice/congress-rules.ts"
import { mayPropose, mayReadOf } from "../abilities.ts"
import { usualAgenda } from "../agenda.ts"
import { isUnderWay } from "../assembly.ts"
import { start as contract } from "../contract.ts"
import { kindsFor, studentsFor } from "../electorate.ts"
import { lastHeld } from "../last-held.ts"
import { theUnion } from "../load.ts"
import { clauseFor } from "../procedure.ts"
import { assembliesOf } from "../store.ts"
import { tellsOf, yearOver } from "../timing.ts"
import { nextName } from "../title.ts"

/** What a proposer starts from. */
export const start = query(contract, {
  load: theUnion,
  may: (actor, { union }) => mayReadOf(actor, union),
  run: async (ctx, { day }, { union }) => {
    const students = await studentsFor(ctx.tx, union, ctx.today)
    const last = (await lastHeld(ctx.tx, [union.id], ctx.today)).get(union.id) ?? null
    const may = mayPropose(ctx.actor, union)
    const going = (await assembliesOf(ctx.tx, [union.id])).find((a) => isUnderWay(a.state))
    const { id, name, level } = union
    return ok({
      union: { id, name, level },
      clause: clauseFor(level),
      students,
      smallFaculty,
      kinds: [...kindsFor(union, students)],
      last,
      until: yearOver(last?.day ?? null),
      name: nextName(union, ctx.university.name, last?.name ?? ""),
      tells:
        day && isDay(day)
          ? tellsOf({
              level,
              day,
              last: last?.day ?? null,
              today: ctx.today,
              works: await calendarOf(ctx.tx),
              committeeOn: null,
              answered: false,
              begun: false,
            })
          : [],
      agenda: [...usualAgenda("congress", name)],
      can: { propose: "as" in may && going === undefined },
      whyNot: "refusal" in may ? may.refusal.because : going ? `“${going.name}”还没有结束` : null,
    })
  },
})
