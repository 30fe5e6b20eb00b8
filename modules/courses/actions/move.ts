import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayMove } from "../abilities.ts"
import { move as contract } from "../contract.ts"
import type { Kinds } from "../kind.ts"
import { moveCourse } from "../moving.ts"
import { courseById } from "../store.ts"

export const move = (kinds: Kinds) =>
  action(contract, {
    load: async (ctx, { id }) => {
      const course = await courseById(ctx.tx, id, true)
      const kind = course && kinds.get(course.procedure.id)
      return course && kind ? ok({ course, kind }) : refuse("not-found", "没有这个事项")
    },
    may: (actor, { course, kind }, { move }) => mayMove(actor, course, kind, move),
    run: async (ctx, { move }, { course, kind }) => {
      const done = await moveCourse(ctx, kind, course.id, move)
      if (!done.ok) return done
      ctx.note({ course: course.id, move: move.kind })
      return ok({ status: done.value.state.status })
    },
  })
