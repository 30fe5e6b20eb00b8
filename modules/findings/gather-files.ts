import type { Place } from "@qiaoliang/clause"
import { congressFacts, settleDelegates } from "#modules/congress/pure.ts"
import type { Register, RowProblem, StudentRecord } from "#modules/people/pure.ts"
import { type RosterRecord, type RosterUnion, type SettledPost, settleRoster } from "#modules/unions/pure.ts"
import type { CongressRecord, Department, Facts, UnionKind, UnionLevel } from "#policy/vocabulary.ts"
import type { FilesRead } from "./read-files.ts"

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

/** What cannot be decided because a workbook was not among those given. */
export function notGiven({ students, academics, rosters, delegates, societies }: FilesRead): string[] {
  const missing: string[] = []
  if (rosters.length === 0) missing.push("没有学生会、研究生会名单，机构和人员的条款不能研判")
  if (rosters.length > 0 && students.size === 0) missing.push("没有学生名册，名单上的人员无从核对")
  if (rosters.length > 0 && academics.size === 0) missing.push("没有学业成绩，第四条的成绩要求无从核对")
  if (delegates.length > 0 && students.size === 0) missing.push("没有学生名册，代表的名额和覆盖面不能研判")
  if (delegates.length > 0 && societies.length === 0)
    missing.push("没有社团名录，主要学生社团是否有代表不能研判")
  return missing
}

export function universityOf({ university: name, students }: FilesRead): Facts["university"] {
  const campuses = new Set(Array.from(students.values(), (s) => s.campus).filter((c) => c !== null))
  return { name, students: students.size, campuses: [...campuses] }
}

export interface UnionRead {
  readonly union: RosterUnion
  readonly at: Place
  /** Null: its congress is known, its roster is not. */
  readonly posts: readonly SettledPost[] | null
  readonly departments: readonly Department[]
  readonly problems: readonly RowProblem[]
}

export const asRoster = ({ union, posts }: UnionRead) => ({ union: union.name, posts: posts ?? [] })

/** School unions known by their congress only: of them the sixth article can still be judged. */
export function withoutRoster(
  { delegates, university }: FilesRead,
  unions: readonly UnionRead[],
): UnionRead[] {
  const kinds = new Map(delegates.map((d) => [d.congress.kind, d.place] as const))
  return [...kinds].flatMap(([kind, { file, sheet }]) => {
    if (unions.some(({ union }) => union.level === "school" && union.kind === kind)) return []
    const name = `${university || "校"}${kind === "graduate" ? "研究生会" : "学生会"}`
    return [
      {
        union: { name, level: "school", kind },
        at: { file, sheet, row: null },
        posts: null,
        departments: [],
        problems: [],
      } satisfies UnionRead,
    ]
  })
}

/** School unions first, then as the files have them. One union may be spread over sheets and spellings. */
export function gatherUnions(records: readonly RosterRecord[], register: Register): UnionRead[] {
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

export function gatherCongresses(
  read: FilesRead,
  register: Register,
  unions: readonly UnionRead[],
  problems: RowProblem[],
): Map<UnionKind, CongressRecord> {
  const onRosters = new Map<string, { union: string; place: Place }>()
  for (const { union, posts } of unions)
    for (const { number, place } of posts ?? [])
      if (number !== null && !onRosters.has(number)) onRosters.set(number, { union: union.name, place })
  const congresses = new Map<UnionKind, CongressRecord>()
  for (const [kind, records] of Map.groupBy(read.delegates, (d) => d.congress.kind)) {
    const { congress, place } = records[0]!
    const settled = settleDelegates(records, register, (number) => onRosters.get(number))
    problems.push(...settled.problems)
    const held = congress.held ?? read.asOf
    const facts = congressFacts({
      congress: { ...congress, held },
      delegates: settled.delegates,
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

export function summary({ union, posts: roster, departments }: UnionRead): UnionJudged {
  const posts = roster ?? []
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
