import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { type Move, unsignedOf } from "@qiaoliang/procedure"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayMoveAll } from "../abilities.ts"
import { batch as contract } from "../contract.ts"
import { type Course, caseOf } from "../course.ts"
import { capacityFor } from "../holdings.ts"
import type { Kinds } from "../kind.ts"
import { moveCourse } from "../moving.ts"
import { courseById } from "../store.ts"

type Decision = "pass" | "return" | "refuse" | "skip"

/** The move a decision means where the course stands now, in the post the person holds there. */
function moveFor(
  ctx: Ctx,
  course: Course,
  decision: Exclude<Decision, "skip">,
  because: string,
  says?: Record<string, string>,
): Result<Move, Refusal> {
  const { state, procedure } = course
  const step = procedure.steps[state.at]
  if (!step || state.status !== "open") return refuse("conflict", "这一事项已经办结")
  if (decision === "refuse") return ok({ kind: "refuse", step: step.id, because })
  if (decision === "return") {
    const to = procedure.steps[state.at - 1]?.id
    return to
      ? ok({ kind: "return", step: step.id, to, because })
      : refuse("invalid", "前面没有可以退回的步骤")
  }
  const mine = unsignedOf(caseOf(course), state).find((b) =>
    capacityFor(ctx.actor, b, course.places[b.office]),
  )
  const office = (mine ?? step.by[0]!).office
  return ok({ kind: "pass", step: step.id, office, version: state.version, ...(says ? { says } : {}) })
}

export const batch = (kinds: Kinds) =>
  action(contract, {
    load: async (ctx, { ids }) => {
      const courses: Course[] = []
      // In one order for everybody, so that two batches over the same courses wait instead of deadlocking.
      for (const id of [...new Set(ids)].toSorted()) {
        const course = await courseById(ctx.tx, id, true)
        if (!course) return refuse("not-found", "其中有不存在的事项", { at: id })
        courses.push(course)
      }
      return ok(courses)
    },
    may: (actor, courses) => mayMoveAll(actor, courses, kinds),
    run: async (ctx, input, courses) => {
      const exceptions = new Map(input.exceptions.map((e) => [e.id, e]))
      const counts = { pass: 0, return: 0, refuse: 0, skip: 0 }
      for (const course of courses) {
        const exception = exceptions.get(course.id)
        const decision: Decision = exception?.decision ?? input.decision
        counts[decision]++
        if (decision === "skip") continue
        const because = exception?.because ?? input.because ?? ""
        const kind = kinds.get(course.procedure.id)
        const move = moveFor(ctx, course, decision, because, input.says)
        const done = !kind
          ? refuse("not-found", "没有这个事项")
          : move.ok
            ? await moveCourse(ctx, kind, course.id, move.value)
            : move
        if (!done.ok)
          return {
            ok: false,
            error: {
              ...done.error,
              because: `“${course.title}”：${done.error.because}。整批未作改动`,
              at: course.id,
            },
          }
      }
      ctx.note({ courses: courses.length })
      return ok({
        passed: counts.pass,
        returned: counts.return,
        refused: counts.refuse,
        skipped: counts.skip,
      })
    },
  })
