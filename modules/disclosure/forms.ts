import { chineseDay } from "@qiaoliang/basics"
import { computedRows } from "./assess.ts"
import type { DisclosureInput, RowAttested, UnionFacts } from "./input.ts"
import type { AssessedRow, Form, SectionOf, Tallied } from "./shape.ts"
import type { headings } from "./words-of.ts"

/** `row-06`: the key of a row in attestations, remarks and the evidence pack. */
export const rowKey = (number: string): string => `row-${number.padStart(2, "0")}`

/** The row as the records alone decide it, then as the union's own answer completes it. */
export function formRows(
  union: UnionFacts,
  schoolYear: number,
  attested: readonly RowAttested[],
  pending: Readonly<Record<string, string>>,
): AssessedRow[] {
  return computedRows(union, schoolYear).map(({ row, findings }) => {
    const word = attested.find((a) => a.row === rowKey(row.number))
    const left = pending[rowKey(row.number)]
    if (word && (row.conclusion === "open" || word.answer === "no")) {
      const rests = `据${word.source}（${chineseDay(word.on)}）`
      return {
        ...row,
        conclusion: word.answer,
        attested: true,
        remark: [row.conclusion === "open" ? "" : row.remark, word.remark ?? "", rests]
          .filter(Boolean)
          .join("；"),
      }
    }
    if (row.conclusion === "no" && !row.remark) {
      // A 否 without a word why helps nobody; these sentences count people and name none.
      const why =
        findings.find((f) => f.verdict === "violated") ?? findings.find((f) => f.verdict === "warning")
      return { ...row, remark: why?.because ?? "" }
    }
    if (row.conclusion === "open")
      return { ...row, remark: left ? `待证明：${left}` : join(row.remark, "待证明") }
    return row
  })
}

const join = (a: string, b: string): string => (a.includes(b) ? a : [a, b].filter(Boolean).join("；"))

export function assessmentSection(
  input: DisclosureInput,
  h: ReturnType<typeof headings>,
): SectionOf<"assessment"> {
  const { filer, faculties, own, schoolYear } = input
  const rows = formRows(filer, schoolYear, own.attested, own.pending)
  const forms = faculties.map((f) => facultyForm(f, schoolYear))
  const marks = new Set([...rows, ...forms.flatMap((f) => f.rows)].map((r) => r.mark))
  return {
    kind: "assessment",
    heading: h.assessment,
    legend: [
      ...(marks.has("core") ? ["标注“★”为核心指标"] : []),
      ...(marks.has("observed")
        ? [`标注“▲”为观测指标，${schoolYear}—${schoolYear + 1}学年暂不作硬性要求`]
        : []),
    ],
    own: {
      heading: filer.level === "school" ? h.own : h.own.replace("（一）", ""),
      union: filer.name,
      kind: filer.kind,
      below: filer.level === "school" ? faculties.length : null,
      rows,
      shortcomings: own.shortcomings,
    },
    faculties:
      filer.level === "school"
        ? { heading: h.faculties, total: forms.length, tally: tally(forms), forms }
        : null,
  }
}

function facultyForm(union: UnionFacts, schoolYear: number): Form {
  return {
    heading: `${union.name}改革自评表`,
    union: union.name,
    kind: union.kind,
    below: null,
    rows: formRows(union, schoolYear, union.attested, {}),
    shortcomings: union.shortcomings ?? "",
  }
}

/** How many faculties answer each row which way. */
function tally(forms: readonly Form[]): Tallied[] {
  return (forms[0]?.rows ?? []).map((row, i) => {
    const count = (of: string) => forms.filter((f) => f.rows[i]?.conclusion === of).length
    return {
      number: row.number,
      mark: row.mark,
      text: row.text,
      yes: count("yes"),
      no: count("no"),
      open: count("open"),
    }
  })
}
