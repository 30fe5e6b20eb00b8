import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { registered } from "#modules/people/index.ts"
import type { UnionKind } from "#policy/vocabulary.ts"
import type { Composed } from "./composition.ts"
import type { Seat } from "./store.ts"

const onDay = "valid_from <= $2 and (valid_to is null or valid_to > $2)"

export interface Enrolled {
  readonly number: string
  readonly name: string
  readonly faculty: string
  readonly className: string | null
  readonly grade: number
}

const columns = `number, name, faculty, class_name as "className", grade`

/** 全日制在校生 of these numbers. Looser than 4.x: being in the register is all a delegate needs. */
export async function enrolled(
  tx: Tx,
  numbers: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, Enrolled>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await tx.client.query<Enrolled>(
    `select ${columns} from student where university_id = $1 and ${onDay} and number = any($3)`,
    [tx.university, day, numbers],
  )
  return new Map(rows.map((r) => [r.number, r]))
}

export async function classmates(tx: Tx, faculty: string, className: string, day: Day): Promise<Enrolled[]> {
  const { rows } = await tx.client.query<Enrolled>(
    `select ${columns} from student where university_id = $1 and ${onDay} and faculty = $3 and class_name = $4
     order by number`,
    [tx.university, day, faculty, className],
  )
  return rows
}

/** Everybody of a faculty whom a union of this kind stands for. */
export async function facultyStudents(
  tx: Tx,
  faculty: string,
  kind: UnionKind,
  day: Day,
): Promise<Enrolled[]> {
  const { rows } = await tx.client.query<Enrolled>(
    `select ${columns} from student where university_id = $1 and ${onDay} and faculty = $3
       and (level = 'undergraduate') = ($4 = 'undergraduate') order by class_name, number`,
    [tx.university, day, faculty, kind],
  )
  return rows
}

interface ClassRow {
  readonly className: string
  readonly grade: number
  readonly students: number
}

export async function classesOf(tx: Tx, faculty: string, kind: UnionKind, day: Day): Promise<ClassRow[]> {
  const { rows } = await tx.client.query<{ className: string; grade: number; n: string }>(
    `select class_name as "className", min(grade) as grade, count(*) as n from student
     where university_id = $1 and ${onDay} and faculty = $3 and class_name is not null
       and (level = 'undergraduate') = ($4 = 'undergraduate')
     group by class_name order by class_name`,
    [tx.university, day, faculty, kind],
  )
  return rows.map((r) => ({ className: r.className, grade: r.grade, students: Number(r.n) }))
}

/** Who of these holds a post in a union: 校、院级学生会组织骨干. */
export async function cadresAmong(
  tx: Tx,
  numbers: readonly string[],
  day: Day,
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set()
  const { rows } = await tx.client.query<{ number: string }>(
    `select distinct number from post where university_id = $1 and ${onDay} and number = any($3)`,
    [tx.university, day, numbers],
  )
  return new Set(rows.map((r) => r.number))
}

interface SocietyRow {
  readonly name: string
  readonly guidedBy: string | null
  readonly headNumber: string | null
  readonly main: boolean
}

export async function societiesOn(tx: Tx, day: Day): Promise<SocietyRow[]> {
  const { rows } = await tx.client.query<SocietyRow>(
    `select name, guided_by as "guidedBy", head_number as "headNumber", main from society
     where university_id = $1 and ${onDay} order by name`,
    [tx.university, day],
  )
  return rows
}

/** Delegates with what the register says of them on a day. */
export async function composedOf(tx: Tx, seats: readonly Seat[], day: Day): Promise<Composed[]> {
  const known = await registered(
    tx,
    seats.map((s) => s.number),
    day,
  )
  return seats.map((s) => {
    const found = known.get(s.number)
    return {
      number: s.number,
      name: s.name,
      source: s.source,
      society: s.society,
      cadre: s.cadre,
      delegation: s.delegation,
      faculty: s.faculty,
      grade: s.grade,
      className: s.className,
      registered: found
        ? {
            sex: found.sex,
            ethnicity: found.ethnicity,
            political: found.student.political,
            major: found.major,
          }
        : null,
    }
  })
}
