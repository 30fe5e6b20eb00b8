import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { studentOn, studentsOn } from "#modules/people/index.ts"
import { projectById, reviewOf } from "#modules/projects/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import type { Activity, Review } from "./activity.ts"
import { kindOf } from "./audience.ts"
import { activityById } from "./store.ts"
import type { Present } from "./store-attendance.ts"

/** An activity with the union that holds it. */
export interface Loaded {
  readonly activity: Activity
  readonly union: UnionRow
}

async function loaded(ctx: Ctx, id: string, forChange = false): Promise<Result<Loaded, Refusal>> {
  const activity = await activityById(ctx.tx, id, forChange)
  const [union] = activity ? await unionsOf(ctx.tx, [activity.unionId]) : []
  return activity && union ? ok({ activity, union }) : refuse("not-found", "没有这项活动")
}

export const toRead = (ctx: Ctx, { id }: { id: string }) => loaded(ctx, id)
export const toChange = (ctx: Ctx, { id }: { id: string }) => loaded(ctx, id, true)

/** For everybody: a draft is not there yet. */
export async function toShow(ctx: Ctx, { id }: { id: string }): Promise<Result<Loaded, Refusal>> {
  const of = await loaded(ctx, id)
  return of.ok && of.value.activity.status === "draft" ? refuse("not-found", "没有这项活动") : of
}

/** The same, held until the transaction ends: places are given out one person at a time. */
export async function toJoin(ctx: Ctx, { id }: { id: string }): Promise<Result<Loaded, Refusal>> {
  const of = await loaded(ctx, id, true)
  return of.ok && of.value.activity.status === "draft" ? refuse("not-found", "没有这项活动") : of
}

export async function hostOf(ctx: Ctx, { union: id }: { union: string }) {
  const [union] = await unionsOf(ctx.tx, [id])
  return union ? ok({ union }) : refuse("not-found", "没有这个学生会")
}

/** The review of the activity itself, else that of the project it belongs to (10.4). */
export async function reviewFor(
  ctx: Ctx,
  a: Activity,
): Promise<(Review & { readonly id: string; readonly title: string }) | null> {
  const project = a.projectId ? await projectById(ctx.tx, a.projectId) : undefined
  const course = (await reviewOf(ctx, a)) ?? (project && (await reviewOf(ctx, project)))
  return course
    ? { id: course.id, title: course.title, status: course.state.status, endedOn: course.endedOn }
    : null
}

export interface Student extends Present {
  readonly className: string | null
}

/** As the register has a student on a day. */
export async function studentAt(ctx: Ctx, number: string, day: string): Promise<Student | undefined> {
  const found = number ? await studentOn(ctx.tx, number, day) : undefined
  return (
    found && {
      number: found.number,
      name: found.name,
      faculty: found.faculty,
      grade: found.grade,
      kind: kindOf(found.level),
      className: found.className,
    }
  )
}

/**
 * By number, as the register had those who were there on that day; where it does not reach back so far, as it has
 * them today.
 */
export async function studentsThen(
  ctx: Ctx,
  numbers: readonly string[],
  a: Pick<Activity, "onDay">,
): Promise<ReadonlyMap<string, Present>> {
  const then = a.onDay < ctx.today ? await studentsOn(ctx.tx, numbers, a.onDay) : new Map<string, never>()
  const today = await studentsOn(
    ctx.tx,
    numbers.filter((n) => !then.has(n)),
    ctx.today,
  )
  return new Map(
    [...then, ...today].map(([number, s]) => [
      number,
      { number, name: s.name, faculty: s.faculty, grade: s.grade, kind: kindOf(s.level) },
    ]),
  )
}
