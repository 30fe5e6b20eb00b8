import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { University } from "#kit/server/world.ts"
import { studentBodyOn } from "#modules/people/index.ts"
import { departmentsOn, rostersOn, unionsOf } from "#modules/unions/index.ts"
import type { Facts } from "#policy/vocabulary.ts"
import { sources } from "./sources.ts"

/** What a module adds to the facts about unions on a day; several sources' answers and explanations add up. */
export type FactSource = (tx: Tx, unions: readonly string[], day: Day) => Promise<Map<string, Partial<Facts>>>

/**
 * The facts about these unions (null: all) as they stood on a day. A handful of statements however many
 * unions there are; for one union, only its own rows are read.
 */
export async function gather(
  tx: Tx,
  university: University,
  ids: readonly string[] | null,
  day: Day,
): Promise<Facts[]> {
  const unions = await unionsOf(tx, ids ?? undefined)
  const all = unions.map((u) => u.id)
  const rosters = await rostersOn(tx, ids, day)
  const departments = await departmentsOn(tx, all, day)
  const body = await studentBodyOn(tx, day)
  const added: Map<string, Partial<Facts>>[] = []
  for (const source of sources) added.push(await source(tx, all, day))
  return unions.map((union) => {
    const parts = added.map((m) => m.get(union.id) ?? {})
    const posts = rosters.get(union.id) ?? null
    return {
      asOf: day,
      unit: { id: union.id, name: union.name },
      union: {
        id: union.id,
        name: union.name,
        level: union.level,
        kind: union.kind,
        ...(union.faculty ? { faculty: union.faculty } : {}),
      },
      university: { name: university.name, ...body },
      posts,
      departments: departments
        .filter((d) => d.unionId === union.id)
        .map((d) => ({ name: d.name, ...(d.duties ? { duties: d.duties } : {}) })),
      ...Object.assign({}, ...parts),
      explanations: parts.flatMap((p) => p.explanations ?? []),
      answers: Object.assign({}, ...parts.map((p) => p.answers ?? {})),
      limits: Object.assign({}, ...parts.map((p) => p.limits ?? {})),
      readings: Object.assign({}, ...parts.map((p) => p.readings ?? {})),
    }
  })
}
