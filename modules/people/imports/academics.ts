import type { ImportKind } from "#modules/imports/index.ts"
import { academicsSpec } from "../sheets/academics.ts"
import { applyRegister } from "./apply.ts"

const columns = [
  "semester_rank",
  "semester_of",
  "year_rank",
  "year_of",
  "overall_rank",
  "overall_of",
  "fails",
]

/** SQL: `st` is the student a line of results is about, now on the faculty's register. */
const studentOf = (line: string, university: string, faculty: string) =>
  `st.university_id = ${university} and st.number = ${line}.number and st.valid_to is null and st.faculty = ${faculty}`

export const academicsImport: ImportKind = {
  id: "academics",
  label: "学业成绩",
  readerUrl: new URL("../sheets/academics.ts", import.meta.url).href,
  spec: academicsSpec,
  order: 2,
  staging: {
    columns: [
      { name: "number", type: "text" },
      ...columns.map((name) => ({ name, type: "integer" as const })),
    ],
    fields: [
      "number",
      "semesterRank",
      "semesterOf",
      "yearRank",
      "yearOf",
      "overallRank",
      "overallOf",
      "fails",
    ],
  },
  tables: ["academic_record"],
  apply: applyRegister({
    table: "academic_record",
    key: ["number"],
    columns,
    ofFaculty: {
      foreign: `not exists (select from student st where ${studentOf("s", "$1", "$2")})`,
      own: (faculty) => `exists (select from student st where ${studentOf("t", "t.university_id", faculty)})`,
    },
  }),
}
