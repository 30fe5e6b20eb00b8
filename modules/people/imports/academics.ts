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
  apply: applyRegister({ table: "academic_record", key: ["number"], columns }),
}
