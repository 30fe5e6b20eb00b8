import type { Day } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type HolderFact, leadershipOn } from "#modules/offices/index.ts"
import { findStudents, registered } from "#modules/people/index.ts"
import type { UnionRow } from "#modules/unions/index.ts"

/** Somebody who may be given a duty: a student of the register, or a holder of a League or Party post. */
export interface Known {
  readonly number: string
  readonly name: string
  /** 文学院 2023级, or the post. */
  readonly says: string
  readonly student: boolean
  /** Holds a deciding or clerk's post of the League organisation of the union's level. */
  readonly leagueCadre: boolean
}

/** A post of the League organisation over the union; a part-time or clerk's post does not count. */
const isCadre = (h: HolderFact, union: Pick<UnionRow, "level" | "faculty">): boolean =>
  h.post !== "clerk" &&
  h.fullTime !== false &&
  (union.level === "school"
    ? h.office === "school-league"
    : h.office === "faculty-league" && h.faculty === union.faculty)

const concernsUnion = (h: HolderFact, union: Pick<UnionRow, "level" | "faculty">): boolean =>
  h.office !== "class-branch" && (h.faculty === null || h.faculty === union.faculty)

function officers(holders: readonly HolderFact[], union: UnionRow): Known[] {
  const by = Map.groupBy(
    holders.filter((h) => concernsUnion(h, union)),
    (h) => h.number,
  )
  return [...by].map(([number, held]) => ({
    number,
    name: held[0]!.name,
    says: held.map((h) => `${h.officeName} ${h.title}`).join("、"),
    student: false,
    leagueCadre: held.some((h) => isCadre(h, union)),
  }))
}

/** These people by number; whom nothing knows has no entry. */
export async function peopleKnown(
  ctx: Ctx,
  union: UnionRow,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const { holders } = await leadershipOn(ctx.tx, ctx.university, ctx.today)
  const out = new Map<string, Known>()
  for (const p of officers(holders, union)) if (numbers.includes(p.number)) out.set(p.number, p)
  for (const [number, { student }] of await registered(ctx.tx, numbers, ctx.today))
    out.set(number, {
      number,
      name: student.name,
      says: `${student.faculty} ${student.grade}级`,
      student: true,
      leagueCadre: out.get(number)?.leagueCadre ?? false,
    })
  return out
}

/** How many are offered to choose from. */
const offered = 12

/** By number or the beginning of a name: a faculty's union among its own students. */
export async function searchPeople(ctx: Ctx, union: UnionRow, text: string, day: Day): Promise<Known[]> {
  const { holders } = await leadershipOn(ctx.tx, ctx.university, day)
  const cadres = officers(holders, union).filter((p) => p.number.startsWith(text) || p.name.startsWith(text))
  const filter = { text, faculty: union.level === "faculty" ? (union.faculty ?? undefined) : undefined }
  const { items } = await findStudents(ctx.tx, day, filter, 1, offered)
  const students = items.map((s) => ({
    number: s.number ?? "",
    name: s.name,
    says: [s.faculty, `${s.grade}级`, s.className].filter(Boolean).join(" "),
    student: true,
    leagueCadre: false,
  }))
  return [...cadres, ...students].slice(0, offered)
}
