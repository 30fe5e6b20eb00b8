import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Move } from "@qiaoliang/procedure"
import type { Ctx } from "#kit/server/world.ts"
import type { Course, CourseKind } from "#modules/courses/index.ts"
import { briefingById, changeBriefing } from "./briefing-store.ts"
import { briefingReview } from "./procedure.ts"

/** What is reviewed is what was handed in: a change comes from the briefing's own page, with its figures. */
async function guard(ctx: Ctx, course: Course, move: Move): Promise<Result<void, Refusal>> {
  const briefing = await briefingById(ctx.tx, course.subject, true)
  if (!briefing) return refuse("not-found", "没有这期简报")
  if ((move.kind === "amend" || move.kind === "pass") && briefing.hash !== move.version)
    return refuse("conflict", "简报已经改动，不是您看到的版本", { cure: "刷新后按最新版本办理" })
  return ok(undefined)
}

/** Reviewed, it may be published; given back or taken back, it is a draft again. */
async function moved(ctx: Ctx, course: Course, move: Move): Promise<void> {
  const { status } = course.state
  const state =
    status === "passed" ? "reviewed" : status !== "open" || move.kind === "return" ? "draft" : "review"
  await changeBriefing(ctx.tx, course.subject, {
    state,
    changedAt: ctx.now,
    ...(status === "refused" || status === "withdrawn" ? { course: null } : {}),
  })
}

export const briefingKind: CourseKind = {
  module: "board",
  procedure: briefingReview,
  href: (course) => `/office/briefings/${course.subject}`,
  mayRead: (actor, course) =>
    actor.capacities.some((c) => c.office === "union" && c.officeId === course.unionId),
  guard,
  moved,
}
