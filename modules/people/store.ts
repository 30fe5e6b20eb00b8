import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { AcademicRecord, Political, StudyLevel } from "#policy/vocabulary.ts"
import { type Register, registerOf } from "./matching.ts"
import { academicRecordOf, type StudentRecord } from "./records.ts"

interface StudentRow {
  number: string
  name: string
  sex: string | null
  ethnicity: string | null
  faculty: string
  major: string | null
  class_name: string | null
  grade: number
  level: StudyLevel
  political: Political
  political_written: string
  campus: string | null
}

const columns =
  "number, name, sex, ethnicity, faculty, major, class_name, grade, level, political, political_written, campus"
const onDay = "valid_from <= $2 and (valid_to is null or valid_to > $2)"

const recordOf = (row: StudentRow): StudentRecord => ({
  place: { file: "", sheet: null, row: null },
  number: row.number,
  name: row.name,
  sex: row.sex,
  ethnicity: row.ethnicity,
  faculty: row.faculty,
  major: row.major,
  className: row.class_name,
  grade: row.grade,
  level: row.level,
  political: row.political,
  politicalWritten: row.political_written,
  campus: row.campus,
})

/** The part of the register in which these people may be found: their numbers, and everybody of their names. */
export async function registerFor(
  tx: Tx,
  sought: readonly { number: string | null; name: string }[],
  day: Day,
): Promise<Register> {
  const { rows } = await tx.client.query<StudentRow>(
    `select ${columns} from student where university_id = $1 and ${onDay} and (number = any($3) or name = any($4))`,
    [tx.university, day, sought.flatMap((s) => s.number ?? []), sought.map((s) => s.name)],
  )
  return registerOf(rows.map(recordOf))
}

export async function studentOn(tx: Tx, number: string, day: Day): Promise<StudentRecord | undefined> {
  const { rows } = await tx.client.query<StudentRow>(
    `select ${columns} from student where university_id = $1 and ${onDay} and number = $3`,
    [tx.university, day, number],
  )
  return rows[0] && recordOf(rows[0])
}

export interface StudentFilter {
  readonly text?: string | undefined
  readonly faculty?: string | undefined
  readonly grade?: number | undefined
}

/** Students by number or name (from its beginning), faculty and grade; one page and how many there are. */
export async function findStudents(tx: Tx, day: Day, filter: StudentFilter, page: number, size: number) {
  const where = `university_id = $1 and ${onDay}
    and ($3::text is null or number like $3 || '%' or name like $3 || '%')
    and ($4::text is null or faculty = $4) and ($5::int is null or grade = $5)`
  const values = [tx.university, day, filter.text || null, filter.faculty ?? null, filter.grade ?? null]
  const { rows } = await tx.client.query<StudentRow>(
    `select ${columns} from student where ${where} order by number limit $6 offset $7`,
    [...values, size, (page - 1) * size],
  )
  const total = await tx.client.query<{ n: string }>(
    `select count(*) as n from student where ${where}`,
    values,
  )
  return { items: rows.map(recordOf), total: Number(total.rows[0]?.n ?? 0) }
}

export interface AcademicRow {
  semester_rank: number | null
  semester_of: number | null
  year_rank: number | null
  year_of: number | null
  overall_rank: number | null
  overall_of: number | null
  fails: number | null
  valid_from: Day
}

export async function academicOn(tx: Tx, number: string, day: Day): Promise<AcademicRow | undefined> {
  const { rows } = await tx.client.query<AcademicRow>(
    `select * from academic_record where university_id = $1 and ${onDay} and number = $3`,
    [tx.university, day, number],
  )
  return rows[0]
}

/** A student's results as the articles ask for them; undefined: none on record. */
export async function recordOn(tx: Tx, number: string, day: Day): Promise<AcademicRecord | undefined> {
  const row = await academicOn(tx, number, day)
  return (
    row &&
    academicRecordOf({
      semesterRank: row.semester_rank,
      semesterOf: row.semester_of,
      yearRank: row.year_rank,
      yearOf: row.year_of,
      overallRank: row.overall_rank,
      overallOf: row.overall_of,
      fails: row.fails,
    })
  )
}

/** Faculties with how many students and grades each has on a day. */
export async function facultiesOn(tx: Tx, day: Day): Promise<{ name: string; students: number }[]> {
  const { rows } = await tx.client.query<{ name: string; students: string }>(
    `select f.name, count(s.number) as students from faculty f
     left join student s on s.university_id = f.university_id and s.faculty = f.name
       and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2)
     where f.university_id = $1 group by f.name order by f.name`,
    [tx.university, day],
  )
  return rows.map((r) => ({ name: r.name, students: Number(r.students) }))
}
