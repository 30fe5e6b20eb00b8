import type { Day } from "@qiaoliang/basics"
import type { Finding, Limit, Place, Row, Verdict } from "@qiaoliang/clause"
import type { Workbook } from "@qiaoliang/sheets"
import { congressFacts, type SettledDelegate, settleDelegates } from "#modules/congress/pure.ts"
import {
  academicRecordOf,
  type Register,
  type RowProblem,
  registerOf,
  type StudentRecord,
} from "#modules/people/pure.ts"
import {
  acrossUnions,
  type RosterRecord,
  type RosterUnion,
  type SettledPost,
  settleRoster,
  unionFacts,
} from "#modules/unions/pure.ts"
import { judgeUnion } from "#policy/index.ts"
import type { CongressRecord, Department, Facts, UnionKind, UnionLevel } from "#policy/vocabulary.ts"
import { type FilesRead, type ReadOptions, readFiles } from "./read-files.ts"

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

export interface UnionJudged {
  readonly id: string
  readonly name: string
  readonly level: UnionLevel
  readonly kind: UnionKind
  readonly faculty: string | null
  /** Different persons, those listed under other titles included. */
  readonly staff: number
  readonly presidium: number
  readonly departments: readonly DepartmentJudged[]
}

/** Rows of one department, by the kind of title. */
export interface DepartmentJudged {
  readonly name: string
  readonly heads: number
  readonly members: number
  readonly otherTitles: number
  readonly total: number
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
  const university = universityOf(read)
  const facts = unions.map((union) => factsOf(union, university, read, congresses, options))
  const findings = facts.flatMap((f) => judgeUnion(f).map((finding) => fileFinding(finding, f)))
  const reported = problems.filter((p) => p.report !== undefined)
  return {
    asOf: read.asOf,
    unions: unions.map(summary),
    findings,
    refused: problems.filter((p) => p.kind === "refused"),
    reported,
    noticed: problems.filter((p) => p.kind === "notice" && !reported.includes(p)),
    asides: read.asides,
    unreadable: read.unreadable,
  }
}

function universityOf({ university: name, students }: FilesRead): Facts["university"] {
  const campuses = new Set(Array.from(students.values(), (s) => s.campus).filter((c) => c !== null))
  return { name, students: students.size, campuses: [...campuses] }
}

interface UnionRead {
  readonly union: RosterUnion
  readonly at: Place
  readonly posts: readonly SettledPost[]
  readonly departments: readonly Department[]
  readonly problems: readonly RowProblem[]
}

const asRoster = ({ union, posts }: UnionRead) => ({ union: union.name, posts })

/** School unions first, then as the files have them. One union may be spread over sheets and spellings. */
function gatherUnions(records: readonly RosterRecord[], register: Register): UnionRead[] {
  const byUnion = Map.groupBy(records, ({ union }) =>
    union.level === "school" ? `${union.kind} school` : `${union.kind} ${union.faculty ?? union.name}`,
  )
  const unions = Array.from(byUnion.values(), (of) => {
    const { posts, problems } = settleRoster(of, register)
    const departments = new Map<string, Department>()
    for (const { department: name, departmentAt: at } of of)
      if (name !== undefined && !departments.has(name)) departments.set(name, { name, ...(at ? { at } : {}) })
    const { union, at } = of[0]!
    return { union, at, posts, departments: [...departments.values()], problems }
  })
  const order = ({ union }: UnionRead) => (union.level === "faculty" ? 2 : union.kind === "graduate" ? 1 : 0)
  return unions.sort((a, b) => order(a) - order(b))
}

/** Undergraduates elect the congress of the 学生会, postgraduates that of the 研究生会. */
const isOf = (kind: UnionKind) => (student: StudentRecord) =>
  (student.level === "undergraduate") === (kind === "undergraduate")

function gatherCongresses(
  read: FilesRead,
  register: Register,
  unions: readonly UnionRead[],
  problems: RowProblem[],
): Map<UnionKind, CongressRecord> {
  const onRosters = new Map<string, { union: string; place: Place }>()
  for (const { union, posts } of unions)
    for (const { number, place } of posts)
      if (number !== null && !onRosters.has(number)) onRosters.set(number, { union: union.name, place })
  const congresses = new Map<UnionKind, CongressRecord>()
  for (const [kind, records] of Map.groupBy(read.delegates, (d) => d.congress.kind)) {
    const { congress, place } = records[0]!
    const settled = settleDelegates(records, register, (number) => onRosters.get(number))
    problems.push(...settled.problems)
    const held = congress.held ?? read.asOf
    const facts = congressFacts({
      congress: { ...congress, held },
      delegates: settled.delegates satisfies readonly SettledDelegate[],
      represented: [...read.students.values()].filter(isOf(kind)),
      mainSocieties: read.societies.filter((s) => s.main).map((s) => s.name),
      at: { file: place.file, sheet: place.sheet, row: null },
    })
    problems.push(...facts.problems)
    // Without the register there is nothing to measure the delegates against.
    if (read.students.size > 0) congresses.set(kind, facts.record)
  }
  return congresses
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

function summary({ union, posts, departments }: UnionRead): UnionJudged {
  const persons = new Set(posts.map((p) => p.number ?? p.numberWritten ?? `${p.name} ${p.place.row}`))
  const presidium = new Set(posts.filter((p) => p.kind === "presidium").map((p) => p.number ?? p.place.row))
  return {
    id: union.name,
    name: union.name,
    level: union.level,
    kind: union.kind,
    faculty: union.faculty ?? null,
    staff: persons.size,
    presidium: presidium.size,
    departments: departments.map(({ name }) => {
      const own = posts.filter((p) => p.department === name)
      const count = (kind: SettledPost["kind"]) => own.filter((p) => p.kind === kind).length
      return {
        name,
        heads: count("head"),
        members: count("member"),
        otherTitles: count("listed"),
        total: own.length,
      }
    }),
  }
}
