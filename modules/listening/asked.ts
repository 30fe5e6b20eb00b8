import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { studentsOfKind } from "#modules/people/index.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import type { Listening } from "./listening.ts"
import { sharesOf } from "./store.ts"
import { type Shares, sharesFrom } from "./survey.ts"

/** How many students a union stands for on a day, by faculty and grade. */
export const standsFor = async (tx: Tx, union: UnionRow, day: Day) =>
  (await studentsOfKind(tx, day, union.kind)).filter(
    (s) => union.level === "school" || s.faculty === union.faculty,
  )

/** Who of those asked has answered, as sums; of a questionnaire held elsewhere nothing is known. */
export async function participation(
  tx: Tx,
  { listening: l, union }: { readonly listening: Listening; readonly union: UnionRow },
  today: Day,
): Promise<Shares | null> {
  if (l.importedFrom) return null
  const asked = (await standsFor(tx, union, today < l.untilDay ? today : l.untilDay)).filter(
    (s) =>
      (l.faculties.length === 0 || l.faculties.includes(s.faculty)) &&
      (l.grades.length === 0 || l.grades.includes(s.grade)),
  )
  return sharesFrom(asked, await sharesOf(tx, l.id))
}
