import { compareTemporal, type Merge, mergeTemporal } from "#kit/server/temporal.ts"
import type { ImportKind } from "#modules/imports/index.ts"
import { academicsSpec } from "../sheets/academics.ts"

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
  apply: async (ctx, { staged, asOf, change, dry, complete }) => {
    const merge: Merge = {
      table: "academic_record",
      staging: staged!,
      key: ["number"],
      columns,
      asOf,
      change,
      ...(complete ? { closeMissing: "true" } : {}),
    }
    const outcome = dry ? await compareTemporal(ctx.tx, merge) : await mergeTemporal(ctx.tx, merge)
    return { outcome, problems: [], unions: "all" }
  },
}
