import { chineseDay } from "@qiaoliang/basics"
import type { Finding } from "@qiaoliang/clause"
import { assess, type Sheet } from "#policy/practice/self-assessment/index.ts"
import type { UnionFacts } from "./input.ts"
import { nameless } from "./nameless.ts"
import type { AssessedRow } from "./shape.ts"

/** The rows of the union's form of the year as the records alone decide them, with what they rest on. */
export function computedRows(
  union: UnionFacts,
  sheet: Sheet,
): { row: AssessedRow; findings: readonly Finding[] }[] {
  return assess(sheet, union.level, union.findings, union.answers).map((a) => {
    // A row that measures a clause is no better known than the clause.
    const { measured } = a.row
    const unsure = measured && a.findings.some((f) => f.clause === measured.clause && f.verdict === "unknown")
    // What rests on an office-holder's word says so, once for each paper.
    const words = new Set(a.attested.map((w) => `据${w.source}（${chineseDay(w.on)}）`))
    return {
      row: {
        number: a.row.no,
        mark: a.row.mark ?? null,
        text: a.row.text,
        conclusion: unsure && a.conclusion === "yes" ? "open" : a.conclusion,
        remark: [nameless(a.remark, a.findings, union.posts), ...words].filter(Boolean).join("；"),
        attested: a.attested.length > 0,
        confirmed: a.row.confirmed,
      },
      findings: a.findings,
    }
  })
}
