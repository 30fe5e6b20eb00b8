import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Move } from "@qiaoliang/procedure"
import type { Ctx } from "#kit/server/world.ts"
import { beginCourse, type Course, type CourseKind, courseById, moveCourse } from "#modules/courses/index.ts"
import { officeAt } from "#modules/offices/index.ts"
import { speaks } from "./abilities.ts"
import { type Content, versionOf } from "./notice.ts"
import { review } from "./procedure.ts"
import { isEarly, publish } from "./publishing.ts"
import { reviewOf } from "./reviewer.ts"
import { changeNotice, insertVersion, type Notice, noticeById, versionsOf } from "./store.ts"

/** What follows from a move of the review. `course` is as it stands after it. */
async function moved(ctx: Ctx, course: Course, move: Move): Promise<void> {
  const notice = await noticeById(ctx.tx, course.subject, true)
  if (!notice || notice.course !== course.id || notice.withdrawnOn) return
  const { status, version } = course.state
  const set = (change: Parameters<typeof changeNotice>[2]) =>
    changeNotice(ctx.tx, notice.id, { ...change, changedAt: ctx.now })
  if (status === "refused")
    await set({ stage: "refused", refused: move.kind === "refuse" ? move.because : null })
  else if (status === "withdrawn") await set({ stage: notice.live === null ? "draft" : "out", course: null })
  else if (status === "passed") {
    const approved = (await versionsOf(ctx.tx, notice.id)).findLast((v) => v.hash === version)
    if (!approved) return
    // A correction goes out at once: the moment it was written for has passed.
    if (notice.live === null && isEarly(approved.content.publishAt, ctx)) await set({ stage: "scheduled" })
    else await publish(ctx, notice, approved)
  }
}

/** What was withdrawn meanwhile is not approved any more. */
async function guard(ctx: Ctx, course: Course, move: Move): Promise<Result<void, Refusal>> {
  if (move.kind === "withdraw" || move.kind === "refuse") return ok(undefined)
  const notice = await noticeById(ctx.tx, course.subject)
  return notice && !notice.withdrawnOn ? ok(undefined) : refuse("conflict", "这件通知已经撤回")
}

export const reviewKind: CourseKind = {
  module: "notices",
  procedure: review,
  href: (course) => `/office/notices/${course.subject}`,
  mayRead: (actor, course) =>
    actor.capacities.some((c) => c.office === "union" && speaks(c) && c.officeId === course.unionId),
  guard,
  moved,
}

/** A version is handed in: into the review under way, or into one that begins. */
export async function handIn(
  ctx: Ctx,
  notice: Notice,
  content: Content,
  because: string | null,
): Promise<Result<void, Refusal>> {
  const hash = versionOf(content)
  const number = notice.version + 1
  const course = notice.course ? await courseById(ctx.tx, notice.course, true) : undefined
  let id = course?.id
  if (course?.state.status === "open") {
    const amended = await moveCourse(ctx, reviewKind, course.id, { kind: "amend", version: hash })
    if (!amended.ok) return amended
  } else {
    const places = await placesOf(ctx, notice)
    if (!places.ok) return places
    const begun = await beginCourse(
      ctx,
      { ...reviewKind, procedure: reviewOf(notice, ctx.actor.capacities) },
      {
        subject: notice.id,
        title: notice.live === null ? content.title : `更正：${content.title}`,
        version: hash,
        places: places.value,
        about: [],
        ...(notice.unionId ? { unionId: notice.unionId } : {}),
      },
    )
    id = begun.id
  }
  await insertVersion(ctx.tx, {
    noticeId: notice.id,
    number,
    hash,
    content,
    course: id!,
    because,
    byName: ctx.actor.name,
    onDay: ctx.today,
    at: ctx.now,
  })
  await changeNotice(ctx.tx, notice.id, {
    stage: "reviewing",
    written: content,
    version: number,
    course: id!,
    refused: null,
    changedAt: ctx.now,
  })
  return ok(undefined)
}

/** A faculty's offices act for the faculty; the university's find their place by themselves. */
async function placesOf(ctx: Ctx, n: Notice): Promise<Result<Record<string, string>, Refusal>> {
  if (n.faculty === null) return ok({})
  const office = await officeAt(ctx.tx, ctx.university, { kind: "faculty-league", scope: n.faculty })
  return office
    ? ok({ "faculty-league": office.scopeId })
    : refuse("conflict", "本会所属的学院（系）不在名册中", {
        clause: "10.4",
        cure: "请先由学校导入含本学院（系）的学生名册",
      })
}
