import type { Ctx } from "#kit/server/world.ts"
import { coursesByIds } from "#modules/courses/index.ts"
import { registered } from "#modules/people/index.ts"
import type { Seen } from "./present.ts"
import type { Candidacy } from "./store.ts"

/** Candidacies with their courses and what the registers say of each person today. */
export async function seen(ctx: Ctx, of: readonly Candidacy[]): Promise<readonly Seen[]> {
  const courses = new Map(
    (
      await coursesByIds(
        ctx.tx,
        of.map((k) => k.courseId),
      )
    ).map((c) => [c.id, c]),
  )
  const known = await registered(
    ctx.tx,
    of.map((k) => k.number),
    ctx.today,
  )
  return of.flatMap((k) => {
    const course = courses.get(k.courseId)
    return course ? [{ k, course, registered: known.get(k.number) }] : []
  })
}
