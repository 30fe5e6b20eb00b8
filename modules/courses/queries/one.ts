import { ok, refuse } from "@qiaoliang/basics"
import { recordsOf } from "#kit/server/ledger.ts"
import { query } from "#kit/server/verbs.ts"
import { mayRead } from "../abilities.ts"
import { calendarOf } from "../calendar.ts"
import { one as contract } from "../contract.ts"
import { isInChain, type RecordedMove } from "../course.ts"
import type { Kinds } from "../kind.ts"
import { topic } from "../moving.ts"
import { presentCourse } from "../present.ts"
import { courseById } from "../store.ts"

export const one = (kinds: Kinds) =>
  query(contract, {
    load: async (ctx, { id }) => {
      const course = await courseById(ctx.tx, id)
      return course ? ok(course) : refuse("not-found", "没有这个事项")
    },
    may: (actor, course) => mayRead(actor, course, kinds.get(course.procedure.id)),
    run: async (ctx, { id }, course) =>
      ok(
        presentCourse(
          course,
          await recordsOf<RecordedMove>(ctx.tx, topic, id),
          kinds.get(course.procedure.id),
          {
            actor: ctx.actor,
            today: ctx.today,
            works: await calendarOf(ctx.tx),
            inChain: isInChain(ctx.actor, course),
          },
        ),
      ),
  })
