import { newId } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { ImportKind } from "#modules/imports/index.ts"
import { studentsSpec } from "../sheets/students.ts"
import { countStudents } from "../student-body.ts"
import { applyRegister } from "./apply.ts"

const columns = [
  "name",
  "sex",
  "ethnicity",
  "faculty",
  "major",
  "class_name",
  "grade",
  "level",
  "political",
  "political_written",
  "campus",
]

const save = applyRegister({
  table: "student",
  key: ["number"],
  columns,
  ofFaculty: {
    foreign: `s.faculty is distinct from $2 or exists (
      select from student t where t.university_id = $1 and t.number = s.number
        and t.valid_to is null and t.faculty <> $2)`,
    own: (faculty) => `t.faculty = ${faculty}`,
  },
})

export const studentsImport: ImportKind = {
  id: "students",
  label: "学生名册",
  readerUrl: new URL("../sheets/students.ts", import.meta.url).href,
  spec: studentsSpec,
  order: 1,
  staging: {
    columns: [
      { name: "number", type: "text" },
      ...columns.map((name) => ({ name, type: name === "grade" ? ("integer" as const) : ("text" as const) })),
    ],
    fields: [
      "number",
      "name",
      "sex",
      "ethnicity",
      "faculty",
      "major",
      "className",
      "grade",
      "level",
      "political",
      "politicalWritten",
      "campus",
    ],
  },
  tables: ["student", "student_body"],
  apply: async (ctx, given) => {
    if (!given.dry && given.onlyFaculty === null) await openFaculties(ctx.tx, given.staged!, given.change)
    const applied = await save(ctx, given)
    if (!given.dry) await countStudents(ctx.tx, given.change)
    return applied
  },
}

/** Faculties are those the register names; a new name opens a new faculty. */
async function openFaculties(tx: Tx, staged: string, change: string): Promise<void> {
  const { rows } = await tx.client.query<{ faculty: string }>(
    `select distinct s.faculty from ${staged} s
     where not exists (select from faculty f where f.university_id = $1 and f.name = s.faculty)`,
    [tx.university],
  )
  for (const { faculty } of rows)
    await tx.client.query(
      "insert into faculty (university_id, id, name, opened_by) values ($1, $2, $3, $4)",
      [tx.university, newId(), faculty, change],
    )
}
