import type { Day } from "@qiaoliang/basics"
import type { Finding, Limit, Place, Row, Verdict } from "@qiaoliang/clause"
import type { Workbook } from "@qiaoliang/sheets"
import { academicRecordOf, type RowProblem, registerOf } from "#modules/people/pure.ts"
import { acrossUnions, unionFacts } from "#modules/unions/pure.ts"
import { judgeUnion } from "#policy/index.ts"
import type { CongressRecord, Facts, UnionKind } from "#policy/vocabulary.ts"
import {
  asRoster,
  gatherCongresses,
  gatherUnions,
  notGiven,
  summary,
  type UnionJudged,
  type UnionRead,
  universityOf,
  withoutRoster,
} from "./gather-files.ts"
import { type FilesRead, type ReadOptions, readFiles } from "./read-files.ts"

export type { DepartmentJudged, UnionJudged } from "./gather-files.ts"

export interface JudgeOptions extends ReadOptions {
  readonly readings?: Readonly<Record<string, string>>
  /** Stricter local limits, each already passed through `stricter`. */
  readonly limits?: Readonly<Record<string, Limit>>
  /** The unions have adopted the rotating executive chair (2.2). */
  readonly rotation?: boolean
}

export interface FilesJudged {
  readonly asOf: Day
  readonly unions: readonly UnionJudged[]
  readonly findings: readonly FileFinding[]
  readonly refused: readonly RowProblem[]
  /** What stands out besides, and rows that could not be taken. */
  readonly reported: readonly RowProblem[]
  /** Lesser remarks about single cells. */
  readonly noticed: readonly RowProblem[]
  readonly asides: FilesRead["asides"]
  readonly unreadable: FilesRead["unreadable"]
}

export interface FileFinding {
  readonly clause: string
  /** The union's name. */
  readonly union: string
  readonly subject: string | null
  readonly verdict: Verdict
  readonly value: Finding["value"]
  readonly limit: string
  readonly reading: string | null
  readonly because: string
  readonly cure: string | null
  readonly at: Place | null
  readonly rows: readonly (Place & {
    readonly name: string
    readonly studentId: string | null
    readonly note?: string
  })[]
}

/** Opened workbooks → what they say, judged: no server, no database, nothing kept. */
export const judgeFiles = (workbooks: readonly Workbook[], options: JudgeOptions): FilesJudged =>
  judgeRead(readFiles(workbooks, options), options)

export function judgeRead(read: FilesRead, options: Omit<JudgeOptions, keyof ReadOptions>): FilesJudged {
  const register = registerOf(read.students.values())
  const unions = gatherUnions(read.rosters, register)
  const problems = [
    ...read.problems,
    ...unions.flatMap((u) => u.problems),
    ...acrossUnions(unions.map(asRoster)),
  ]
  const congresses = gatherCongresses(read, register, unions, problems)
  unions.unshift(...withoutRoster(read, unions))
  const university = universityOf(read)
  const facts = unions.map((union) => factsOf(union, university, read, congresses, options))
  const findings = facts.flatMap((f) => judgeUnion(f).map((finding) => fileFinding(finding, f)))
  // Without a register nobody can be found in it: said once, not of everyone.
  const telling = read.students.size > 0 ? problems : problems.filter((p) => p.report !== "identity-no-match")
  return {
    asOf: read.asOf,
    unions: unions.map(summary),
    findings,
    refused: telling.filter((p) => p.kind === "refused"),
    reported: telling.filter((p) => p.report !== undefined),
    noticed: telling.filter((p) => p.kind === "notice" && p.report === undefined),
    asides: [...read.asides, ...notGiven(read)],
    unreadable: read.unreadable,
  }
}

function factsOf(
  { union, at, posts, departments }: UnionRead,
  university: Facts["university"],
  read: FilesRead,
  congresses: ReadonlyMap<UnionKind, CongressRecord>,
  options: Omit<JudgeOptions, keyof ReadOptions>,
): Facts {
  const congress = union.level === "school" ? congresses.get(union.kind) : undefined
  return unionFacts({
    asOf: read.asOf,
    university,
    union: { id: union.name, ...union },
    at,
    posts,
    departments,
    student: (number) => read.students.get(number),
    academic: (number) => {
      const row = read.academics.get(number)
      return row && academicRecordOf(row)
    },
    ...(congress ? { congress } : {}),
    ...(options.rotation ? { charter: { adopted: read.asOf, public: true, rotation: true } } : {}),
    ...(options.readings ? { readings: options.readings } : {}),
    ...(options.limits ? { limits: options.limits } : {}),
  })
}

function fileFinding(finding: Finding, facts: Facts): FileFinding {
  const { clause, verdict, value, limit, because, rows } = finding
  return {
    clause,
    union: facts.union.name,
    subject: finding.subject ?? null,
    verdict,
    value,
    limit,
    reading: finding.reading ?? null,
    because,
    cure: finding.cure ?? null,
    at: finding.at ?? null,
    rows: rows.map(rowOf),
  }
}

const rowOf = (row: Row): FileFinding["rows"][number] => ({
  file: row.file ?? "",
  sheet: row.sheet ?? null,
  row: row.row ?? null,
  name: row.name,
  studentId: row.studentId ?? null,
  ...(row.note ? { note: row.note } : {}),
})
