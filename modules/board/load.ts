import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { courseById } from "#modules/courses/index.ts"
import { deskOf } from "#modules/handling/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import type { Desk } from "./abilities.ts"
import { type Briefing, briefingOf } from "./briefing.ts"
import { type BriefingRow, briefingById } from "./briefing-store.ts"
import { allEntries, countsBetween } from "./store.ts"

export interface UnionDesk extends Desk {
  readonly union: UnionRow
}

/** The unions the actor has a post in, each with its desk. */
export async function desksFor(ctx: Ctx): Promise<{ readonly desks: readonly UnionDesk[] }> {
  const own = ctx.actor.capacities.filter((c) => c.office === "union").map((c) => c.officeId)
  const unions = await unionsOf(ctx.tx, [...new Set(own)])
  const desks: UnionDesk[] = []
  for (const union of unions) desks.push({ union, department: await deskOf(ctx.tx, union.id) })
  return { desks }
}

export const theDesks = async (ctx: Ctx) => ok(await desksFor(ctx))

export async function theUnion(
  ctx: Ctx,
  { union: id }: { union: string },
): Promise<Result<UnionDesk, Refusal>> {
  const [union] = await unionsOf(ctx.tx, [id])
  return union
    ? ok({ union, department: await deskOf(ctx.tx, union.id) })
    : refuse("not-found", "没有这个学生会")
}

export interface OfBriefing extends UnionDesk {
  readonly briefing: BriefingRow
}

const find =
  (hold: boolean) =>
  async (ctx: Ctx, { id }: { id: string }): Promise<Result<OfBriefing, Refusal>> => {
    const seen = await briefingById(ctx.tx, id)
    // The course first, as every move locks it first.
    if (hold && seen?.course) await courseById(ctx.tx, seen.course, true)
    const briefing = hold ? await briefingById(ctx.tx, id, true) : seen
    if (!briefing) return refuse("not-found", "没有这期简报")
    const of = await theUnion(ctx, { union: briefing.unionId })
    return of.ok ? ok({ ...of.value, briefing }) : of
  }

export const theBriefing = find(false)

/** Held until the transaction ends. */
export const theBriefingHeld = find(true)

/** Its content: as handed in, or as the records say today while it is a draft. */
export async function contentOf(ctx: Ctx, row: BriefingRow, union: string): Promise<Briefing> {
  if (row.content && row.state !== "draft") return row.content
  return briefingOf({
    month: row.month,
    union,
    university: ctx.university.name,
    today: ctx.today,
    words: row.words,
    counts: await countsBetween(ctx.tx, null, null),
    entries: await allEntries(ctx.tx),
  })
}
