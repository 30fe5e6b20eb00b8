import { chineseDay } from "@qiaoliang/basics"
import type { Sheet } from "#policy/practice/self-assessment/index.ts"
import { computedRows } from "./assess.ts"
import type { DisclosureInput, RowAttested, UnionFacts } from "./input.ts"
import { nameless } from "./nameless.ts"
import type { AssessedRow, Form, SectionOf, Tallied } from "./shape.ts"
import type { headings } from "./words-of.ts"

/** `row-06`: the key of a row in attestations, remarks and the evidence pack. */
export const rowKey = (number: string): string => `row-${number.padStart(2, "0")}`

/** The row as the records alone decide it, then as the union's own answer completes it. */
export function formRows(
  union: UnionFacts,
  sheet: Sheet,
  attested: readonly RowAttested[],
  pending: Readonly<Record<string, string>>,
): AssessedRow[] {
  return computedRows(union, sheet).map(({ row, findings }) => {
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
      // A 否 without a word why helps nobody.
      const why =
        findings.find((f) => f.verdict === "violated") ?? findings.find((f) => f.verdict === "warning")
      return { ...row, remark: nameless(why?.because ?? "", findings, union.posts) }
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
  const { filer, faculties, own, sheet } = input
  const rows = formRows(filer, sheet, own.attested, own.pending)
  const forms = faculties.map((f) => facultyForm(f, sheet))
  return {
    kind: "assessment",
    heading: h.assessment,
    legend: legendOf(sheet, [...rows, ...forms.flatMap((f) => f.rows)]),
    columns: [...sheet.columns],
    answers: sheet.conclusions,
    source: sheet.source,
    carriedFrom: sheet.carriedFrom ?? null,
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

function facultyForm(union: UnionFacts, sheet: Sheet): Form {
  return {
    heading: `${union.name}改革自评表`,
    union: union.name,
    kind: union.kind,
    below: null,
    rows: formRows(union, sheet, union.attested, {}),
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

/** Only the marks that stand in the form need explaining. */
function legendOf(sheet: Sheet, rows: readonly AssessedRow[]): string[] {
  const sign = { core: "★", observed: "▲" }
  const used = new Set(rows.flatMap((r) => (r.mark ? [sign[r.mark]] : [])))
  return (sheet.legend ?? "").split("；").filter((part) => [...used].some((mark) => part.includes(mark)))
}
