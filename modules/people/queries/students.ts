import { ok, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { mayReadStudents, ownFaculty } from "../abilities.ts"
import { peopleFaculties, peopleOne, peopleSearch } from "../contract.ts"
import type { StudentRecord } from "../records.ts"
import { type AcademicRow, academicOn, facultiesOn, findStudents, studentOn } from "../store.ts"

const presentStudent = ({ number, name, faculty, major, className, grade, level }: StudentRecord) => ({
  number,
  name,
  faculty,
  major,
  className,
  grade,
  level,
})

const rank = (rank: number | null, of: number | null) => (rank !== null && of !== null ? { rank, of } : null)

const presentRecord = (row: AcademicRow) => ({
  semester: rank(row.semester_rank, row.semester_of),
  year: rank(row.year_rank, row.year_of),
  overall: rank(row.overall_rank, row.overall_of),
  fails: row.fails,
  from: row.valid_from,
})

export const search = query(peopleSearch, {
  may: (actor, _, { faculty }) => mayReadStudents(actor, faculty),
  run: async (ctx, { page, size, asOf, ...filter }) => {
    const faculty = filter.faculty ?? ownFaculty(ctx.actor)
    const found = await findStudents(ctx.tx, asOf ?? ctx.today, { ...filter, faculty }, page, size)
    return ok({ items: found.items.map(presentStudent), total: found.total })
  },
})

export const one = query(peopleOne, {
  load: async (ctx, { number, asOf }) => {
    const student = await studentOn(ctx.tx, number, asOf ?? ctx.today)
    return student ? ok(student) : refuse("not-found", `名册中没有学号${number}`, { cure: "核对学号和日期" })
  },
  may: (actor, student) => mayReadStudents(actor, student.faculty),
  run: async (ctx, { number, asOf }, student) => {
    const record = await academicOn(ctx.tx, number, asOf ?? ctx.today)
    return ok({
      ...presentStudent(student),
      sex: student.sex,
      campus: student.campus,
      political: student.politicalWritten,
      record: record ? presentRecord(record) : null,
    })
  },
})

export const faculties = query(peopleFaculties, {
  may: (actor) => mayReadStudents(actor),
  run: async (ctx) => ok({ items: await facultiesOn(ctx.tx, ctx.today) }),
})
