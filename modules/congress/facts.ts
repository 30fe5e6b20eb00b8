import type { Day } from "@qiaoliang/basics"
import { fitShare, type Place, spell } from "@qiaoliang/clause"
import { identify, type Register, type RowProblem, type StudentRecord } from "#modules/people/pure.ts"
import { about, nameDiffers, noMatch } from "#modules/unions/pure.ts"
import { nonCadre } from "#policy/practice/congress-rules.ts"
import type { CongressRecord, Delegate } from "#policy/vocabulary.ts"
import type { CongressNamed, DelegateRecord } from "./records.ts"

/** A delegate once the register has said who it is. */
export interface SettledDelegate {
  readonly record: DelegateRecord
  readonly student: StudentRecord | null
}

/** Where a person stands on a union's roster, by 学号. */
export type OnRosters = (number: string) => { readonly union: string; readonly place: Place } | undefined

/** Who the delegates are, each once; tells whom the register does not know and whose mark the rosters deny. */
export function settleDelegates(
  records: readonly DelegateRecord[],
  register: Register,
  onRosters: OnRosters,
): { delegates: SettledDelegate[]; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const seen = new Map<string, DelegateRecord>()
  const delegates: SettledDelegate[] = []
  for (const record of records) {
    const identity = identify(register, record)
    const student = identity.by === null ? null : identity.student
    const person = {
      place: record.place,
      name: record.name,
      number: student?.number ?? null,
      numberWritten: record.number,
    }
    if (identity.by === null) problems.push(noMatch(person))
    else if (identity.nameDiffers) problems.push(nameDiffers(person, identity.student.name))
    const key = person.number ?? record.number
    const before = key === null ? undefined : seen.get(key)
    if (before) {
      problems.push(
        about(
          person,
          "duplicate-person",
          `代表${record.name}重复列出（另见第${before.place.row}行），只计一席`,
          {
            other: before.place,
            cure: "删去重复的一行，或增补一名代表",
          },
        ),
      )
      continue
    }
    if (key !== null) seen.set(key, record)
    const post = person.number === null ? undefined : onRosters(person.number)
    if (post && record.cadre === false)
      problems.push(
        about(
          person,
          "cadre-flag-contradicts-rosters",
          `${record.name}在${post.union}名单上（第${post.place.row}行），代表名单却${record.cadreWritten ? `将“学生会骨干”填为“${record.cadreWritten}”` : "没有标为学生会骨干"}`,
          { written: record.cadreWritten, other: post.place, cure: "更正代表名单的“是否学生会骨干”" },
        ),
      )
    delegates.push({ record, student })
  }
  return { delegates, problems }
}

export interface CongressKnown {
  readonly congress: CongressNamed & { readonly held: Day }
  readonly delegates: readonly SettledDelegate[]
  /** The students the congress represents. */
  readonly represented: Iterable<StudentRecord>
  readonly mainSocieties: readonly string[]
  readonly at?: Place
}

/** What the articles may ask about a congress, and what its working rules ask besides. */
export function congressFacts(known: CongressKnown): { record: CongressRecord; problems: RowProblem[] } {
  const faculties = new Set<string>()
  const grades = new Set<number>()
  let represented = 0
  for (const student of known.represented) {
    represented++
    faculties.add(student.faculty)
    grades.add(student.grade)
  }
  const record: CongressRecord = {
    name: known.congress.name,
    held: known.congress.held,
    represented,
    faculties: [...faculties],
    grades: [...grades].sort((a, b) => a - b),
    mainSocieties: known.mainSocieties,
    delegates: known.delegates.map(delegateOf),
    ...(known.at ? { at: known.at } : {}),
  }
  return { record, problems: nonCadreShare(record) }
}

function delegateOf({ record, student }: SettledDelegate): Delegate {
  const faculty = record.faculty ?? student?.faculty
  const grade = record.grade ?? student?.grade
  const society = record.source === null || record.source.includes("社团") ? record.society : null
  return {
    row: { ...record.place, name: record.name, studentId: student?.number ?? record.number },
    ...(faculty ? { faculty } : {}),
    ...(grade ? { grade } : {}),
    ...(society ? { society } : {}),
    ...(record.cadre === null ? {} : { cadre: record.cadre }),
  }
}

function nonCadreShare({ delegates, at }: CongressRecord): RowProblem[] {
  const known = delegates.filter((d) => d.cadre !== undefined)
  const others = known.filter((d) => d.cadre === false)
  if (fitShare(nonCadre.limit, others.length, known.length)) return []
  const measured = `${others.length}/${known.length}`
  return [
    {
      file: at?.file ?? "",
      sheet: at?.sheet ?? null,
      row: null,
      kind: "notice",
      because: `非学生会骨干的代表${measured}，${nonCadre.source}一般要求${spell(nonCadre.limit)}`,
      report: "practice-non-cadre-60",
      measured,
      cure: "增加非学生会骨干的代表",
    },
  ]
}
