import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Move } from "@qiaoliang/procedure"
import type { Actor } from "#kit/server/actor.ts"
import { recordsOf } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Course, type CourseKind, type RecordedMove, topic } from "#modules/courses/index.ts"
import { partyReport, requestProcedures } from "./procedure.ts"
import { changeRequest, insertApproval, requestById, versionsOf } from "./store.ts"

/** The union's own people, and the university's Party and League organisations and student affairs beside the chain. */
const mayRead = (actor: Actor, course: Course): boolean =>
  actor.capacities.some(
    (c) =>
      (c.office === "union" && c.scope.id === course.unionId) ||
      c.office === "school-party" ||
      c.office === "school-league" ||
      c.office === "student-affairs",
  )

/** What was once approved is not undone by ending its change: it is given back, or cancelled as a whole. */
async function guard(ctx: Ctx, course: Course, move: Move): Promise<Result<void, Refusal>> {
  if (move.kind !== "withdraw" && move.kind !== "refuse") return ok(undefined)
  const versions = (await versionsOf(ctx.tx, [course.id])).get(course.id) ?? []
  if (!versions.some((v) => v.approval)) return ok(undefined)
  return refuse("conflict", "这一事项曾经通过审核，改动不能这样了结", {
    clause: course.procedure.clause,
    cure: move.kind === "refuse" ? "不同意改动的，退回申请人改回原样" : "改回原样再报审核，或取消整个事项",
  })
}

/** An approval is kept with the version it was given to; the union is judged anew. */
async function moved(ctx: Ctx, course: Course): Promise<void> {
  const row = await requestById(ctx.tx, course.id, true)
  if (!row) return
  const { status } = course.state
  await changeRequest(ctx.tx, row.id, { status, endedOn: course.endedOn })
  if (status === "passed")
    await insertApproval(ctx.tx, {
      requestId: row.id,
      number: row.version,
      onDay: ctx.today,
      byName: ctx.actor.name,
      conditions: await conditionsOf(ctx, course),
    })
  await ctx.emit("records.changed", { unions: [row.unionId] })
}

/** The reviewer's words, which an added step after the review must not hide. */
async function conditionsOf(ctx: Ctx, course: Course): Promise<string | null> {
  const moves = await recordsOf<RecordedMove>(ctx.tx, topic, course.id)
  const review = moves.findLast((m) => m.body.kind === "pass" && m.body.step === "reviewed")
  return review?.body.says?.conditions?.trim() || null
}

const ofRequests: readonly CourseKind[] = requestProcedures.map((procedure) => ({
  module: "approvals",
  procedure,
  href: (course) => `/office/requests/${course.id}`,
  mayRead,
  guard,
  moved,
}))

/** 10.2: its subject is the request it tells of. */
export const partyReports: CourseKind = {
  module: "approvals",
  procedure: partyReport,
  href: (course) => `/office/requests/${course.subject}`,
  moved: async (ctx, course) => {
    if (course.unionId) await ctx.emit("records.changed", { unions: [course.unionId] })
  },
}

export const courseKinds: readonly CourseKind[] = [...ofRequests, partyReports]
