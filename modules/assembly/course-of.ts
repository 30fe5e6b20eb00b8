import type { Tx } from "#kit/server/db.ts"
import { type Course, coursesOf } from "#modules/courses/index.ts"
import type { Assembly } from "./assembly.ts"
import { assemblyProcedures } from "./procedure.ts"

/** The request of an assembly on its way: each has one. */
export const courseFor = async (tx: Tx, { id }: Pick<Assembly, "id">): Promise<Course | undefined> =>
  (await coursesFor(tx, [id])).get(id)

export async function coursesFor(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Course>> {
  const found = await coursesOf(
    tx,
    assemblyProcedures.map((p) => p.id),
    ids,
  )
  return new Map(found.map((c) => [c.subject, c]))
}
