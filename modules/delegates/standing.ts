import { hashOf } from "@qiaoliang/ledger"
import type { Ctx } from "#kit/server/world.ts"
import type { OfAssembly } from "#modules/assembly/index.ts"
import { coursesByIds } from "#modules/courses/index.ts"
import { studentsOfKind } from "#modules/people/index.ts"
import { type Check, checksOf, type Ground } from "./checks.ts"
import { type Composition, compose } from "./composition.ts"
import { type ListRow, listsOfAssembly, planOf, reportsOf, statesOf } from "./lists.ts"
import { classesOf, composedOf, societiesOn } from "./register.ts"
import { delegatesOf, delegationRows } from "./store.ts"

export const labelOf = (list: Pick<ListRow, "unit" | "faculty" | "className" | "society">): string =>
  (list.unit === "society" ? list.society : list.unit === "class" ? list.className : list.faculty) ?? ""

/** How full each list is. */
export interface Fill {
  readonly list: ListRow
  readonly filled: number
  readonly nominated: number
  /** Elected and published, to be reviewed. */
  readonly awaiting: number
}

export async function fillsOf(ctx: Ctx, assemblyId: string): Promise<Fill[]> {
  // Without seats: called off by a later allocation.
  const all = (await listsOfAssembly(ctx.tx, assemblyId)).filter((l) => l.seats > 0)
  const states = await statesOf(ctx.tx, assemblyId)
  const { rows } = await ctx.tx.client.query<{ id: string; n: string }>(
    `select list_id as id, count(*) as n from assembly_delegate
     where university_id = $1 and assembly_id = $2 and to_day is null and list_id is not null group by list_id`,
    [ctx.tx.university, assemblyId],
  )
  const seated = new Map(rows.map((r) => [r.id, Number(r.n)]))
  const courses = new Map(
    (
      await coursesByIds(
        ctx.tx,
        all.flatMap((l) => l.courseId ?? []),
      )
    ).map((c) => [c.id, c]),
  )
  return all.map((list) => {
    const own = states.filter((s) => s.listId === list.id)
    const passed = list.courseId !== null && courses.get(list.courseId)?.state.status === "passed"
    return {
      list,
      filled: seated.get(list.id) ?? 0,
      nominated: own.reduce((n, s) => n + s.n, 0),
      awaiting: passed ? (own.find((s) => s.state === "elected")?.n ?? 0) : 0,
    }
  })
}

export interface Standing {
  readonly composition: Composition
  readonly checks: readonly Check[]
}

/** What the delegates of an assembly are held against, by today's registers. */
export async function groundOf(ctx: Ctx, { assembly, union }: OfAssembly): Promise<Ground> {
  const groups = (await studentsOfKind(ctx.tx, ctx.today, union.kind)).filter(
    (g) => union.level === "school" || g.faculty === union.faculty,
  )
  const fills = await fillsOf(ctx, assembly.id)
  const classes = union.faculty
    ? (await classesOf(ctx.tx, union.faculty, union.kind, ctx.today)).map((c) => c.className)
    : []
  return {
    level: union.level,
    kind: assembly.kind,
    represented: groups.reduce((n, g) => n + g.students, 0),
    faculties: [...new Set(groups.map((g) => g.faculty))],
    grades: [...new Set(groups.map((g) => g.grade))].sort((a, b) => a - b),
    classes,
    mainSocieties: (await societiesOn(ctx.tx, ctx.today)).filter((s) => s.main).map((s) => s.name),
    allocation: (await planOf(ctx.tx, assembly.id))?.allocation ?? null,
    vacancies: fills.flatMap((f) =>
      f.filled < f.list.seats ? [{ label: labelOf(f.list), missing: f.list.seats - f.filled }] : [],
    ),
    awaiting: fills.reduce((n, f) => n + f.awaiting, 0),
    headless: (await delegationRows(ctx.tx, assembly.id))
      .filter((d) => d.voting > 0 && d.head === null)
      .map((d) => d.name),
  }
}

/** The delegates with a vote as they are now: counted, and held against 6.3, 6.4 and practice. */
export async function standingOf(ctx: Ctx, of: OfAssembly): Promise<Standing> {
  const seats = (await delegatesOf(ctx.tx, of.assembly.id)).filter((d) => d.voting)
  const composed = await composedOf(ctx.tx, seats, ctx.today)
  return { composition: compose(composed), checks: checksOf(composed, await groundOf(ctx, of)) }
}

/** One value for who has a vote: another as soon as anybody comes or goes. */
export async function votersHash(tx: Ctx["tx"], assemblyId: string): Promise<string> {
  const seats = (await delegatesOf(tx, assemblyId)).filter((d) => d.voting)
  return hashOf(seats.map((s) => s.id).sort())
}

/** The credentials report of an assembly, for the rooms above. */
export async function credentialsReport(
  tx: Ctx["tx"],
  assemblyId: string,
): Promise<{ state: "none" | "draft" | "adopted"; adoptedOn: string | null }> {
  const all = await reportsOf(tx, assemblyId)
  const adopted = all.find((r) => r.adoptedOn !== null)
  return adopted
    ? { state: "adopted", adoptedOn: adopted.adoptedOn }
    : { state: all.length > 0 ? "draft" : "none", adoptedOn: null }
}

/** The delegates with a vote, counted. */
export async function compositionOf(tx: Ctx["tx"], assemblyId: string, day: string): Promise<Composition> {
  const seats = (await delegatesOf(tx, assemblyId)).filter((d) => d.voting)
  return compose(await composedOf(tx, seats, day))
}
