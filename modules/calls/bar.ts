import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { charterOn } from "#modules/charter/index.ts"
import { recordOn, studentOn } from "#modules/people/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import type { Bar } from "#policy/index.ts"
import type { Student } from "#policy/vocabulary.ts"
import type { Call } from "./call.ts"

/** A student of the register with the class a branch recommends from (5.5). */
export interface Standing {
  readonly student: Student
  readonly className: string | null
}

/** Who a person is in the register and the results of a day; undefined: no student of this university. */
export async function standingOn(tx: Tx, number: string, day: Day): Promise<Standing | undefined> {
  const record = number ? await studentOn(tx, number, day) : undefined
  if (!record) return undefined
  const academic = await recordOn(tx, number, day)
  const { name, faculty, grade, level, political, politicalWritten, className } = record
  return {
    className,
    student: {
      studentId: number,
      name,
      faculty,
      grade,
      level,
      political,
      politicalWritten,
      ...(academic ? { record: academic } : {}),
    },
  }
}

/** The bar of each union on a day: the Opinions with what the union settled for itself. */
export async function barsOn(tx: Tx, unions: readonly UnionRow[], day: Day): Promise<Map<string, Bar>> {
  const ids = unions.map((u) => u.id)
  const charters = await charterOn(tx, ids, day)
  return new Map(
    unions.map((u) => {
      const own = charters.get(u.id)
      return [
        u.id,
        {
          asOf: day,
          unit: { id: u.id, name: u.name },
          union: {
            id: u.id,
            name: u.name,
            level: u.level,
            kind: u.kind,
            ...(u.faculty ? { faculty: u.faculty } : {}),
          },
          limits: own?.limits ?? {},
          readings: own?.readings ?? {},
        },
      ]
    }),
  )
}

export async function barOn(tx: Tx, unionId: string, day: Day): Promise<Bar> {
  const bar = (await barsOn(tx, await unionsOf(tx, [unionId]), day)).get(unionId)
  if (!bar) throw new Error(`no union ${unionId}`)
  return bar
}

/**
 * Whose union it is: a faculty's own students; postgraduates where the union is theirs, and undergraduates in
 * the other wherever the university has both. Null: the student is of this union, else why not.
 */
export function outside(
  call: Pick<Call, "unionName" | "level" | "kind" | "faculty">,
  student: Pick<Student, "faculty" | "level">,
  unions: readonly UnionRow[],
): string | null {
  if (call.level === "faculty" && call.faculty !== student.faculty)
    return `${call.unionName}由${call.faculty ?? "本学院（系）"}的学生组成，你在${student.faculty}`
  const graduate = student.level !== "undergraduate"
  if (call.kind === "graduate" && !graduate) return `${call.unionName}由研究生组成，你是本科生`
  const theirs = unions.some(
    (u) => u.kind === "graduate" && u.level === call.level && u.faculty === call.faculty,
  )
  if (call.kind === "undergraduate" && graduate && theirs)
    return `${call.unionName}由本科生组成，研究生可报研究生会`
  return null
}
