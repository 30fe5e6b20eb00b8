import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { studentsOfKind } from "#modules/people/index.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import { smallFaculty } from "#policy/practice/congress-rules.ts"
import type { Kind } from "./assembly.ts"

/** The students a union stands for on a day, by the register: of its faculty, undergraduates or postgraduates. */
export async function studentsFor(tx: Tx, union: UnionRow, day: Day): Promise<number> {
  const groups = await studentsOfKind(tx, day, union.kind)
  return groups
    .filter((g) => union.level === "school" || g.faculty === union.faculty)
    .reduce((n, g) => n + g.students, 0)
}

/** A general assembly stands open to small faculties only; one the register knows nobody of is not known to be small. */
export const kindsFor = (union: Pick<UnionRow, "level">, students: number): readonly Kind[] =>
  union.level === "faculty" && students > 0 && students < smallFaculty
    ? ["congress", "general"]
    : ["congress"]
