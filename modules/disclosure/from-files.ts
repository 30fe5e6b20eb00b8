import { schoolYearOf } from "@qiaoliang/basics"
import type { Finding } from "@qiaoliang/clause"
import type { Workbook } from "@qiaoliang/sheets"
import { congressFacts, settleDelegates } from "#modules/congress/pure.ts"
import {
  type FileFinding,
  type FilesJudged,
  type FilesRead,
  type JudgeOptions,
  judgeRead,
  readFiles,
} from "#modules/findings/pure.ts"
import { academicRecordOf, registerOf } from "#modules/people/pure.ts"
import { settleRoster, unionFacts } from "#modules/unions/pure.ts"
import { sheetFor } from "#policy/practice/self-assessment/index.ts"
import { blankOwn, type CongressFacts, type DisclosureInput, type UnionFacts } from "./input.ts"

/** Workbooks → the data of a disclosure for every union in them, without server or database. */
export function inputsFromFiles(
  workbooks: readonly Workbook[],
  options: JudgeOptions,
): { judged: FilesJudged; inputs: DisclosureInput[] } {
  const read = readFiles(workbooks, options)
  const judged = judgeRead(read, options)
  const unions = unionsIn(read, judged)
  const inputs = unions.map(
    (filer): DisclosureInput => ({
      schoolYear: schoolYearOf(read.asOf),
      asOf: read.asOf,
      sheet: sheetFor(schoolYearOf(read.asOf)),
      university: { name: read.university },
      filer,
      faculties:
        filer.level === "school" ? unions.filter((u) => u.level === "faculty" && u.kind === filer.kind) : [],
      charter: null,
      congress: filer.level === "school" ? congressIn(read, filer) : null,
      responsible: [],
      reviews: [],
      own: blankOwn,
    }),
  )
  return { judged, inputs }
}

/** The unions as judged, in their order, with their people. */
function unionsIn(read: FilesRead, judged: FilesJudged): UnionFacts[] {
  const register = registerOf(read.students.values())
  return judged.unions.map((union) => {
    const records = read.rosters.filter(({ union: u }) =>
      u.kind !== union.kind || u.level !== union.level
        ? false
        : union.level === "school" || (u.faculty ?? u.name) === (union.faculty ?? union.name),
    )
    const facts = unionFacts({
      asOf: read.asOf,
      university: { name: read.university, students: read.students.size, campuses: [] },
      union: {
        id: union.id,
        name: union.name,
        level: union.level,
        kind: union.kind,
        ...(union.faculty === null ? {} : { faculty: union.faculty }),
      },
      posts: settleRoster(records, register).posts,
      departments: union.departments.map(({ name }) => ({ name })),
      student: (number) => read.students.get(number),
      academic: (number) => {
        const row = read.academics.get(number)
        return row && academicRecordOf(row)
      },
    })
    return {
      ...facts.union,
      posts: facts.posts,
      departments: facts.departments,
      findings: judged.findings
        .filter((f) => f.union === union.name)
        .map((f) => findingOf(f, union.id, read.asOf)),
      answers: {},
      attested: [],
    }
  })
}

const findingOf = (f: FileFinding, unit: string, asOf: string): Finding => ({
  clause: f.clause,
  unit,
  ...(f.subject === null ? {} : { subject: f.subject }),
  verdict: f.verdict,
  value: f.value,
  limit: f.limit,
  ...(f.reading === null ? {} : { reading: f.reading }),
  because: f.because,
  ...(f.cure === null ? {} : { cure: f.cure }),
  rows: f.rows,
  ...(f.at === null ? {} : { at: f.at }),
  asOf,
})

/** Delegates counted as `check` counts them: each person once. */
function congressIn(read: FilesRead, filer: UnionFacts): CongressFacts | null {
  const records = read.delegates.filter((d) => d.congress.kind === filer.kind)
  const first = records[0]
  if (!first?.congress.held) return null
  const { name, held } = first.congress
  const { delegates } = settleDelegates(records, registerOf(read.students.values()), () => undefined)
  const { record } = congressFacts({
    congress: { ...first.congress, held },
    delegates,
    represented: [],
    mainSocieties: [],
  })
  return { name, held, delegates: record.delegates.length, agenda: [] }
}
