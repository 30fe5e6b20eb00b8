import { addDays, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Move } from "@qiaoliang/procedure"
import type { Ctx } from "#kit/server/world.ts"
import { beginCourse, type Course, type CourseKind, coursesOf, moveCourse } from "#modules/courses/index.ts"
import { mayDraft, mayReadDrafts } from "./abilities.ts"
import { type JointDocument, type Version, versionHash, type Written } from "./document.ts"
import { insertVersion, putInForce, versionsOf } from "./documents-store.ts"
import { recordsChanged } from "./load.ts"
import { joint } from "./procedure.ts"
import { recordedBy } from "./signing.ts"

/** The joint study of 9.4: a round about one document, which ends with a version in force. */
export const jointKind: CourseKind = {
  module: "leadership",
  procedure: joint,
  href: (course) => `/office/leadership/documents/${course.subject}`,
  mayRead: (actor) => !("refusal" in mayReadDrafts(actor)),
  guard: async (ctx, course, move) => {
    const version = await versionOf(ctx, course, course.state.version)
    if (move.kind === "pass" && version.untilDay && version.untilDay < ctx.today)
      return refuse("conflict", "这一版写明的截止日期已过", {
        clause: "9.4",
        cure: "退回起草人，改动日期后重新提交",
      })
    return ok(undefined)
  },
  moved: async (ctx, course) => {
    if (course.state.status !== "passed") return
    const version = await versionOf(ctx, course, course.state.version)
    // Nothing is in force before both have signed.
    const from = version.fromDay > ctx.today ? version.fromDay : ctx.today
    const validTo = version.untilDay ? addDays(version.untilDay, 1) : null
    await putInForce(
      ctx.tx,
      course.subject,
      version.repeal ? null : { no: version.no, validTo },
      from,
      ctx.change,
    )
    await recordsChanged(ctx, course.unionId ? [course.unionId] : null)
  },
}

/** The version a course stands at: what was signed is found by its hash. */
async function versionOf(ctx: Ctx, course: Course, hash: string): Promise<Version> {
  const found = (await versionsOf(ctx.tx, course.subject)).find(
    (v) => v.courseId === course.id && v.hash === hash,
  )
  if (!found) throw new Error(`course ${course.id} stands at a version its document does not have`)
  return found
}

/** The round that is open about a document, if any. */
export const openRound = async (ctx: Ctx, document: string): Promise<Course | undefined> =>
  (await coursesOf(ctx.tx, [joint.id], [document])).find((c) => c.state.status === "open")

/** A further version: into the open round, which both offices then begin anew, or into a round of its own. */
export async function putForward(
  ctx: Ctx,
  document: JointDocument,
  before: Version | undefined,
  written: Written,
): Promise<Result<number, Refusal>> {
  const hash = versionHash(document, written)
  const open = await openRound(ctx, document.id)
  if (open && open.applicant !== ctx.actor.number)
    return refuse("conflict", `${open.applicantName}起草的一版正在研究`, {
      clause: "9.4",
      cure: "由起草人改动；或退回、等待研究结束后再提出",
    })
  const no = (before?.no ?? 0) + 1
  const version = (courseId: string): Version => ({
    ...written,
    ...recordedBy(ctx, mayDraft(ctx.actor)),
    documentId: document.id,
    no,
    hash,
    courseId,
  })
  if (!open) {
    const course = await beginCourse(ctx, jointKind, {
      subject: document.id,
      title: written.repeal ? `废止：${written.title}` : written.title,
      version: hash,
      places: {},
      about: [],
      ...(document.unionId ? { unionId: document.unionId } : {}),
    })
    await insertVersion(ctx.tx, version(course.id))
    return ok(no)
  }
  const amend: Move = { kind: "amend", version: hash }
  const moved = await moveCourse(ctx, jointKind, open.id, amend)
  if (!moved.ok) return moved
  await insertVersion(ctx.tx, version(open.id))
  return ok(no)
}
