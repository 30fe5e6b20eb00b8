import type { Tx } from "#kit/server/db.ts"
import { type Course, coursesOf } from "#modules/courses/index.ts"

/** The procedures that take applications on, by id: told by the assembly, since the room that owns them comes after this one. */
export type Procedures = () => readonly string[]

/** The course each application walks, where the chain has it; the newest, where one was begun again. */
export async function courseOf(
  tx: Tx,
  procedures: Procedures,
  applications: readonly string[],
): Promise<ReadonlyMap<string, Course>> {
  const known = procedures()
  if (known.length === 0 || applications.length === 0) return new Map()
  return new Map((await coursesOf(tx, known, applications)).map((c) => [c.subject, c]))
}
