import type { Day } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { hrefOf, type Kinds, openCoursesOf } from "#modules/courses/index.ts"

/** A matter of the union that is not finished: what a chair hands over. */
export interface Matter {
  readonly id: string
  readonly kind: "course" | "minutes" | "resolution"
  readonly title: string
  readonly since: Day
  readonly href: string
}

/** A day or an hour in a union's calendar, from the rooms above. */
export interface CalendarEntry {
  readonly id: string
  readonly title: string
  readonly at: Date
  readonly hours: number
  readonly place: string
}

/** What other rooms know about a union, told to this one by the assembly. */
export interface Neighbours {
  /** Whose procedures a course may be under, to lead to its room. */
  readonly kinds?: Kinds
  readonly openMatters: readonly ((ctx: Ctx, unionId: string) => Promise<readonly Matter[]>)[]
  readonly calendar: readonly ((ctx: Ctx, unionId: string) => Promise<readonly CalendarEntry[]>)[]
}

/** Courses of the union on their way, then what the rooms above tell of. */
export async function openMattersOf(ctx: Ctx, from: Neighbours, unionId: string): Promise<Matter[]> {
  const found = (await openCoursesOf(ctx.tx, unionId)).map(
    (course): Matter => ({
      id: course.id,
      kind: "course",
      title: course.title,
      since: course.since,
      href: hrefOf(course, from.kinds?.get(course.procedure)),
    }),
  )
  for (const source of from.openMatters) found.push(...(await source(ctx, unionId)))
  return found
}
