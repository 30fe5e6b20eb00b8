import type { Tx } from "#kit/server/db.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Course, coursesByIds } from "#modules/courses/index.ts"
import { registered } from "#modules/people/index.ts"
import { determined, isPresidium } from "./procedure.ts"
import { originOf } from "./source.ts"
import { type Candidacy, openCandidacies } from "./store.ts"
import type { Chosen } from "./what-if.ts"

/** What a department's members are called where nothing else is written: the word of 3.6. */
const plainTitle = "工作人员"

/** Candidacies as people who would come onto the roster. */
export async function chosenOf(ctx: Ctx, of: readonly Candidacy[]): Promise<readonly Chosen[]> {
  const known = await registered(
    ctx.tx,
    of.map((k) => k.number),
    ctx.today,
  )
  return of.map((k) => ({
    id: k.applicationId,
    number: k.number,
    name: k.name,
    postKind: k.postKind,
    department: isPresidium(k.postKind) ? null : k.department,
    title: isPresidium(k.postKind) ? "主席团成员" : (k.title ?? plainTitle),
    origin: originOf(k.source),
    student: known.get(k.number)?.student ?? null,
  }))
}

/** Whether the clause's own last step is behind it. */
export const isDetermined = (c: Course): boolean =>
  c.state.status === "passed" ||
  (c.state.status === "open" && c.state.at > c.procedure.steps.findIndex((s) => s.id === determined))

/** Those of a union determined but not yet in their posts, but for one: they will be there too. */
export async function determinedBeside(tx: Tx, k: Candidacy): Promise<readonly Candidacy[]> {
  const open = (await openCandidacies(tx, k.unionId)).filter(
    (o) => o.applicationId !== k.applicationId && !isPresidium(o.postKind),
  )
  const courses = await coursesByIds(
    tx,
    open.map((o) => o.courseId),
  )
  const ahead = new Set(courses.filter(isDetermined).map((c) => c.id))
  return open.filter((o) => ahead.has(o.courseId))
}
