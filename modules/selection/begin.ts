import { RollBack } from "#kit/server/db.ts"
import type { NewsHandler } from "#kit/server/module.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Application, applicationOf, callOf } from "#modules/calls/index.ts"
import { beginCourse, courseById, moveCourse } from "#modules/courses/index.ts"
import { officeAt } from "#modules/offices/index.ts"
import { kindFor } from "./kinds.ts"
import { procedures } from "./procedure.ts"
import { candidacyOf, changeCandidacy, insertCandidacy } from "./store.ts"

/** Where the offices this chain names stand for the student: of the own faculty, the own class; no others see it. */
async function placesOf(ctx: Ctx, a: Application): Promise<Record<string, string>> {
  const office = await officeAt(ctx.tx, ctx.university, { kind: "faculty-league", scope: a.faculty })
  const faculty = office?.scopeId ?? ""
  const places = {
    "faculty-league": faculty,
    "faculty-party": faculty,
    "class-branch": `${a.faculty}/${a.className ?? ""}`,
  }
  const named = new Set(procedures[a.postKind].steps.flatMap((s) => s.by.map((b) => b.office)))
  return Object.fromEntries(Object.entries(places).filter(([of]) => named.has(of)))
}

/** In the student's name: an application is nobody else's to make or take back. */
const asStudent = (ctx: Ctx, a: Application): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, number: a.number, name: a.name },
})

const applied = async (ctx: Ctx, a: Application): Promise<void> => {
  const call = await callOf(ctx.tx, a.callId, ctx.today)
  if (!call) return
  const kind = kindFor(a.postKind)
  const post = kind.procedure.title.replace(/遴选$/, "")
  const course = await beginCourse({ ...asStudent(ctx, a), today: a.submittedOn }, kind, {
    subject: a.id,
    title: `${a.name}：${call.unionName}${a.department ?? ""}（${post}）`,
    version: a.version,
    about: [a.number],
    unionId: call.unionId,
    places: await placesOf(ctx, a),
    applicant: { number: a.number, name: a.name },
  })
  await insertCandidacy(ctx.tx, {
    applicationId: a.id,
    callId: a.callId,
    courseId: course.id,
    unionId: call.unionId,
    postKind: a.postKind,
    number: a.number,
    name: a.name,
    faculty: a.faculty,
    grade: a.grade,
    source: a.source,
    department: a.department,
  })
}

/** The student changed the application: what was approved before no longer stands. */
const changed = async (ctx: Ctx, a: Application): Promise<void> => {
  const k = await candidacyOf(ctx.tx, a.id)
  const course = k && (await courseById(ctx.tx, k.courseId))
  if (!k || !course || course.state.version === a.version) return
  await changeCandidacy(ctx.tx, a.id, { department: a.department, title: null, source: a.source })
  const done = await moveCourse(ctx, kindFor(k.postKind), k.courseId, {
    kind: "amend",
    version: a.version,
  })
  if (!done.ok) throw new RollBack(done)
}

/** Taken back by the student; or the whole call was called off, and then the record says by whom. */
const withdrawn = async (ctx: Ctx, a: Application): Promise<void> => {
  const k = await candidacyOf(ctx.tx, a.id)
  const course = k && (await courseById(ctx.tx, k.courseId))
  if (!k || course?.state.status !== "open") return
  const because = ctx.actor.number === a.number ? "" : `选拔通知已取消（${ctx.actor.name}办理）`
  const done = await moveCourse(asStudent(ctx, a), kindFor(k.postKind), k.courseId, {
    kind: "withdraw",
    because,
  })
  if (!done.ok) throw new RollBack(done)
}

const about =
  (work: (ctx: Ctx, a: Application) => Promise<void>): NewsHandler =>
  async (ctx, { application }) => {
    const a = await applicationOf(ctx.tx, String(application))
    if (a) await work(ctx, a)
  }

/** News from the room of calls, in its transaction. */
export const news: Readonly<Record<string, NewsHandler>> = {
  "calls.applied": about(applied),
  "calls.changed": about(changed),
  "calls.withdrawn": about(withdrawn),
}
