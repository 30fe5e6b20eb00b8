import { readdirSync, readFileSync } from "node:fs"
import { unwrap } from "@qiaoliang/basics"
import { openWorkbook, type Workbook } from "@qiaoliang/sheets"
import { describe, expect, it } from "vitest"
import { type FileFinding, judgeFiles } from "./judge-files.ts"

/** The sample university, problem by problem, in both directions: nothing missing, nothing more. */

const folder = new URL("../../examples/minghu/", import.meta.url)
const workbooks: Workbook[] = readdirSync(folder)
  .filter((name) => /\.(xlsx|csv)$/.test(name))
  .map((name) => unwrap(openWorkbook(name, readFileSync(new URL(name, folder)))))

interface Problem {
  readonly id: string
  readonly clause: string | null
  readonly kind?: string
  readonly file: string
  readonly sheet: string | null
  readonly row: number | null
  readonly unit?: string
  readonly department?: string
  readonly name?: string
  readonly studentNo?: string | null
  readonly expected: string
  readonly measured?: unknown
}

interface Answers {
  readonly asOf: string
  readonly facultyAliases: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  readonly traps: readonly { file: string; sheet?: string; row?: number; clause?: string; unit?: string }[]
  readonly people: readonly {
    file: string
    sheet: string | null
    row: number
    union: string
    name: string
    studentNo: string | null
    v4_1: string
    v4_3: string
  }[]
  readonly counts: {
    readonly schoolUnion: UnionCounts
    readonly graduateUnion: UnionCounts
    readonly facultyUnions: readonly UnionCounts[]
    readonly delegates: { persons: number; represented: number }
  }
}

interface UnionCounts {
  readonly name: string
  readonly faculty?: string
  readonly persons: number
  readonly presidium: number
  readonly departments: readonly unknown[]
}

const answers = JSON.parse(readFileSync(new URL("answers.json", folder), "utf8")) as Answers
const options = { today: "2026-11-23", asOf: answers.asOf }
const judged = judgeFiles(workbooks, options)
const rotating = judgeFiles(workbooks, { ...options, rotation: true })

const spot = (p: { file?: string; sheet?: string | null; row?: number | null }) =>
  `${p.file} ${p.sheet ?? ""} ${p.row ?? ""}`.trim()
/** Clauses judged person by person: the finding is one, the problems are its rows. */
const personal = new Set(["4.1", "4.3", "2.2b"])
const matters = (f: FileFinding) =>
  f.verdict === "violated" || f.verdict === "warning" || (f.verdict === "unknown" && f.rows.length > 0)

/** One line for everything found that is not met, to compare as sets. */
function lines(findings: readonly FileFinding[]): string[] {
  return findings.filter(matters).flatMap((f) => {
    const head = `${f.clause} ${f.verdict} ${f.union}`
    if (personal.has(f.clause)) return f.rows.map((row) => `${head} ${spot(row)} ${row.name}`)
    return [`${head} ${f.subject ?? ""} ${spot(f.at ?? {})} = ${f.value}`]
  })
}

function expected({ clause, expected, unit, ...p }: Problem): string[] {
  const verdict = expected.startsWith("violated") ? "violated" : expected
  // 6.4 is the school union's to answer for; the answers name what has no delegate.
  const union = clause === "6.4" ? "明湖大学学生会" : unit
  const subject = clause === "6.4" ? unit : (p.department ?? "")
  const head = `${clause} ${verdict} ${union}`
  if (personal.has(clause!)) return [`${head} ${spot(p)} ${p.name}`]
  return [`${head} ${subject} ${spot(p)} = ${clause === "2.1" ? subject : p.measured}`]
}

const planted = answers.problems.filter((p) => p.clause !== null && p.expected !== "refused")
/** Until the charter speaks of rotation, an old title is a question, not a violation. */
const onlyRotating = (p: Problem) => p.expected.includes("rotation")
const undecidedTitle = (p: Problem): Problem => (onlyRotating(p) ? { ...p, expected: "unknown" } : p)
/** Nobody in the register: two clauses that cannot be decided for one planted problem. */
const undecided = answers.problems
  .filter((p) => p.kind === "identity-no-match" && p.unit !== undefined)
  .flatMap((p) => ["4.1", "4.3"].flatMap((clause) => expected({ ...p, clause })))

describe("findings", () => {
  const found = lines(judged.findings).filter((line) => !line.startsWith("3.9"))

  it("are those planted, no fewer and no more", () => {
    const all = [...planted.map(undecidedTitle).flatMap(expected), ...undecided]
    expect(found.toSorted()).toEqual(all.toSorted())
  })

  it("make the old titles violations once rotation is adopted, and nothing else", () => {
    const before = new Set(lines(judged.findings))
    const added = lines(rotating.findings).filter((line) => !before.has(line))
    expect(added.toSorted()).toEqual(planted.filter(onlyRotating).flatMap(expected).toSorted())
  })

  it("carry a reading, a limit, rows and a cure where they deviate", () => {
    for (const f of judged.findings.filter((f) => f.verdict === "violated" || f.verdict === "warning")) {
      expect(f.because, f.clause).not.toBe("")
      expect(f.cure, `${f.clause} ${f.union}`).not.toBeNull()
      expect(f.rows.length > 0 || f.at !== null, f.clause).toBe(true)
    }
    expect(judged.findings.filter((f) => f.clause === "4.3").every((f) => f.reading !== null)).toBe(true)
  })
})

it("refuses the titles outside the closed list, each with 3.9 and its cell", () => {
  const refused = answers.problems.filter((p) => p.expected === "refused")
  expect(judged.refused.map((p) => `${p.clause} ${spot(p)} ${p.name}`).toSorted()).toEqual(
    refused.map((p) => `3.9 ${spot(p)} ${p.name}`).toSorted(),
  )
  // The clause itself is violated by the same rows, and by no others.
  const violated = judged.findings.filter((f) => f.clause === "3.9" && f.verdict !== "met")
  expect(violated.flatMap((f) => f.rows.map(spot)).toSorted()).toEqual(refused.map(spot).toSorted())
  expect(judged.refused.every((p) => p.column === "职务" && p.cell !== undefined && p.cure)).toBe(true)
})

it("reports what no clause asks but an importer must tell, no fewer and no more", () => {
  const reported = judged.reported.map((p) => `${p.report} ${spot(p)} ${p.name ?? ""} ${p.measured ?? ""}`)
  const planted = answers.problems
    .filter((p) => p.clause === null)
    .map((p) => `${p.kind} ${spot(p)} ${p.name ?? ""} ${p.measured ?? ""}`)
  expect(reported.toSorted()).toEqual(planted.toSorted())
})

it("counts every union's people and departments", () => {
  const { schoolUnion, graduateUnion, facultyUnions } = answers.counts
  const truth = [schoolUnion, graduateUnion, ...facultyUnions]
  expect(judged.unions.map((u) => [u.name, u.staff, u.presidium, u.departments])).toEqual(
    truth.map((u) => [u.name, u.persons, u.presidium, u.departments]),
  )
  expect(judged.unions.slice(2).map((u) => u.faculty)).toEqual(facultyUnions.map((u) => u.faculty))
})

describe("each of the roster's rows", () => {
  /** Verdicts by place, of the persons each finding names. A person in two departments is named once. */
  const verdictsOf = (clause: string) => {
    const at = new Map<string, string>()
    for (const f of judged.findings.filter((f) => f.clause === clause))
      for (const row of f.rows) at.set(`${f.union} ${row.studentId ?? spot(row)}`, f.verdict)
    return at
  }
  const key = (p: Answers["people"][number], written: ReadonlyMap<string, string>) =>
    `${p.union} ${p.studentNo ?? written.get(spot(p)) ?? spot(p)}`
  const written = new Map(
    judged.reported.flatMap((p) =>
      p.report === "identity-no-match" ? [[spot(p), String(p.written)] as const] : [],
    ),
  )

  it.each([
    ["4.1", (p: Answers["people"][number]) => p.v4_1],
    ["4.3", (p: Answers["people"][number]) => (p.v4_3 === "exempt-freshman" ? "met" : p.v4_3)],
  ])("has its verdict on %s", (clause, truth) => {
    const verdicts = verdictsOf(clause)
    const wrong = answers.people.filter((p) => verdicts.get(key(p, written)) !== truth(p))
    expect(wrong).toEqual([])
    expect(answers.people).toHaveLength(534)
  })
})

it("is not deceived by what only looks wrong", () => {
  for (const trap of answers.traps.filter((t) => t.row !== undefined)) {
    const met = judged.findings.find(
      (f) => f.clause === trap.clause && f.rows.some((row) => spot(row) === spot(trap)),
    )
    expect(met?.verdict, spot(trap)).toBe("met")
  }
  for (const trap of answers.traps.filter((t) => t.unit !== undefined)) {
    const of = judged.findings.filter((f) => f.clause === trap.clause && f.union === trap.unit)
    expect(
      of.map((f) => f.verdict),
      trap.unit,
    ).toEqual(["met"])
  }
  expect(
    judged.findings
      .filter((f) => f.union === "明湖大学学生会" && f.clause === "3.7")
      .every((f) => f.verdict === "met"),
  ).toBe(true)
  // Ranks turned into dates and names outside GBK are read without a word.
  expect(judged.noticed).toEqual([])
  const names = judged.findings
    .filter((f) => f.union === "明湖大学研究生会")
    .flatMap((f) => f.rows.map((r) => r.name))
  for (const name of ["陈㛃", "李䶮", "王𬭎"]) expect(names).toContain(name)
})

it("takes the day from the titles where none is given", () => {
  expect(judgeFiles(workbooks, { today: "2026-11-23" }).asOf).toBe("2025-11-30")
})

it("judges 4.3 otherwise under another reading", () => {
  const under = (reading: string) =>
    lines(judgeFiles(workbooks, { ...options, readings: { "4.3": reading } }).findings).filter((line) =>
      line.startsWith("4.3 violated"),
    )
  expect(under("practice-year").length).toBeGreaterThan(7)
})
