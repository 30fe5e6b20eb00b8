import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Political, Student, StudyLevel } from "#policy/vocabulary.ts"
import { academicRecordOf } from "./records.ts"

/** A student as the registers have them on a day: for the articles, and what a form asks besides. */
export interface Registered {
  readonly student: Student
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly major: string | null
  readonly className: string | null
}

interface Row {
  number: string
  name: string
  sex: string | null
  ethnicity: string | null
  faculty: string
  major: string | null
  className: string | null
  grade: number
  level: StudyLevel
  political: Political
  politicalWritten: string
  recorded: boolean
  semesterRank: number | null
  semesterOf: number | null
  yearRank: number | null
  yearOf: number | null
  overallRank: number | null
  overallOf: number | null
  fails: number | null
}

/** By 学号; who is not in the register has no entry. */
export async function registered(
  tx: Tx,
  numbers: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, Registered>> {
  if (!numbers.length) return new Map()
  const { rows } = await tx.client.query<Row>(
    `select s.number, s.name, s.sex, s.ethnicity, s.faculty, s.major, s.class_name as "className", s.grade, s.level,
            s.political, s.political_written as "politicalWritten", a.number is not null as recorded,
            a.semester_rank as "semesterRank", a.semester_of as "semesterOf", a.year_rank as "yearRank",
            a.year_of as "yearOf", a.overall_rank as "overallRank", a.overall_of as "overallOf", a.fails
     from student s left join academic_record a on a.university_id = s.university_id and a.number = s.number
       and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2)
     where s.university_id = $1 and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2)
       and s.number = any($3)`,
    [tx.university, day, numbers],
  )
  return new Map(
    rows.map((r) => [
      r.number,
      {
        student: {
          studentId: r.number,
          name: r.name,
          faculty: r.faculty,
          grade: r.grade,
          level: r.level,
          political: r.political,
          politicalWritten: r.politicalWritten,
          ...(r.recorded ? { record: academicRecordOf(r) } : {}),
        },
        sex: r.sex,
        ethnicity: r.ethnicity,
        major: r.major,
        className: r.className,
      },
    ]),
  )
}

/** The same as the articles alone see them. */
export async function studentsOn(
  tx: Tx,
  numbers: readonly string[],
  day: Day,
): Promise<Map<string, Student>> {
  const found = await registered(tx, numbers, day)
  return new Map([...found].map(([number, { student }]) => [number, student]))
}
