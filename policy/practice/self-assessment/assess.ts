import { addMonths, chineseDay, type Day, isDay } from "@qiaoliang/basics"
import { type Attested, type Finding, fitCount } from "@qiaoliang/clause"
import type { Answered, ClauseId, Facts, QuestionId } from "../../vocabulary.ts"
import type { Sheet, SheetRow } from "./sheet.ts"

/** A row with its tick. `open`: the records do not decide it; nothing is ticked for the union. */
export interface AssessedRow {
  readonly row: SheetRow
  readonly conclusion: "yes" | "no" | "open"
  readonly remark: string
  readonly findings: readonly Finding[]
  readonly attested: readonly Attested[]
}

type Answers = Facts["answers"]

/**
 * The rows of the union's level. A row is stricter than its clause: a deviation is 否 even where an
 * explanation is on file, unless the row's own words admit it (row 3: 60 with a reason).
 */
export function assess(
  sheet: Sheet,
  level: SheetRow["level"],
  findings: readonly Finding[],
  answers: Answers,
): AssessedRow[] {
  return sheet.rows
    .filter((row) => row.level === level)
    .map((row) => {
      const used = findings.filter((f) => row.clauses.some((id) => id === f.clause))
      const conclusion = concluded(row, used, answers, findings[0]?.asOf)
      const attested = [...used.map((f) => f.attested), ...row.questions.map((id) => answers[id]?.attested)]
      return {
        row,
        conclusion,
        remark: remark(row, conclusion, used, answers),
        findings: used,
        attested: attested.filter((a) => a !== undefined),
      }
    })
}

function concluded(
  row: SheetRow,
  used: readonly Finding[],
  answers: Answers,
  asOf: Day | undefined,
): AssessedRow["conclusion"] {
  const lapsed = (id: QuestionId) => {
    const [value, months] = [answers[id]?.value, row.within?.[id]]
    if (months === undefined || asOf === undefined || typeof value !== "string" || !isDay(value)) return false
    return addMonths(value, months) < asOf
  }
  const parts = [
    ...byFindings(row, used),
    ...row.questions.map((id) => (lapsed(id) ? ("no" as const) : byAnswer(answers[id]?.value))),
  ]
  if (parts.includes("no")) return "no"
  return parts.includes("open") || parts.length === 0 ? "open" : "yes"
}

function byFindings(row: SheetRow, used: readonly Finding[]): AssessedRow["conclusion"][] {
  const { measured } = row
  if (measured) {
    const found = used.find((f) => f.clause === measured.clause)
    if (typeof found?.value !== "number") return ["open"]
    const { value, verdict } = found
    const within = fitCount(measured.limit, value).within
    const admitted =
      measured.withReason && verdict === "explained" && fitCount(measured.withReason, value).within
    return [within || admitted ? "yes" : "no"]
  }
  return row.clauses.flatMap((clause) => {
    const own = used.filter((f) => f.clause === clause)
    return own.length === 0
      ? ["open" as const]
      : own.map((f) => (f.verdict === "met" ? "yes" : f.verdict === "unknown" ? "open" : "no"))
  })
}

/** A `yes-no` by its value; a day (unless the row says within how long) or a name is enough to have. */
const byAnswer = (value: boolean | number | string | undefined): AssessedRow["conclusion"] =>
  value === undefined || value === "" ? "open" : value === false ? "no" : "yes"

const blank = "____"

function remark(
  row: SheetRow,
  conclusion: AssessedRow["conclusion"],
  used: readonly Finding[],
  answers: Answers,
): string {
  const value = (key: string) => used.find((f) => f.clause === key)?.value ?? said(answers[key as QuestionId])
  const filled = (row.remark ?? "").replace(/\{([\w.-]+)\}/g, (_, key: string) => shown(value(key)))
  const reasons = used.flatMap((f) =>
    f.verdict === "explained" && f.explanation ? [`情况说明：${f.explanation.reason}`] : [],
  )
  const why =
    conclusion === "no" && !row.remark
      ? used.filter((f) => f.verdict === "violated" || f.verdict === "warning").map((f) => f.because)
      : []
  return [filled, ...reasons, ...why].filter(Boolean).join("；")
}

/** What an answer fills in: of a name that will not do, the name all the same. */
const said = (answered: Answered | undefined): Finding["value"] | boolean =>
  answered?.value === false && answered.rows
    ? answered.rows.map((r) => r.name).join("、")
    : (answered?.value ?? null)

const shown = (value: Finding["value"] | boolean): string =>
  value === null || value === ""
    ? blank
    : typeof value === "string" && isDay(value)
      ? chineseDay(value)
      : `${value}`

/** Clauses a row leans on, by its findings and by its questions: for citing beside it. */
export const citedBy = (row: SheetRow, clausesOf: (id: QuestionId) => readonly ClauseId[]): ClauseId[] => [
  ...new Set([...row.clauses, ...row.questions.flatMap((id) => [...clausesOf(id)])]),
]

/** The facts with every reading that the form's wording does not allow replaced by the one it means. */
export function asSheetReads(sheet: Sheet, f: Facts): Facts {
  const readings: Record<string, string> = { ...f.readings }
  for (const row of sheet.rows)
    for (const [clause, allowed] of Object.entries(row.readings ?? {}))
      if (allowed?.[0] && !allowed.includes(readings[clause] ?? "")) readings[clause] = allowed[0]
  return { ...f, readings }
}
