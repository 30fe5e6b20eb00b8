import type { Day } from "@qiaoliang/basics"
import { type RawSheet, type Recognised, recognise, type SheetSpec, type Workbook } from "@qiaoliang/sheets"
import type { DelegateRecord } from "#modules/congress/pure.ts"
import { delegates } from "#modules/congress/pure.ts"
import type { ReadContext } from "#modules/imports/index.ts"
import {
  type AcademicRecordRow,
  academics,
  type RowProblem,
  type SocietyRecord,
  type StudentRecord,
  societies,
  students,
  twice,
} from "#modules/people/pure.ts"
import type { RosterRecord } from "#modules/unions/pure.ts"
import { rosters } from "#modules/unions/pure.ts"
import { statedDay, statedUniversity } from "./stated.ts"

/** All that a set of workbooks says, row by row, before anything is judged. */
export interface FilesRead {
  readonly asOf: Day
  /** "" where no title names it. */
  readonly university: string
  /** By 学号; empty where no register was given. */
  readonly students: ReadonlyMap<string, StudentRecord>
  readonly academics: ReadonlyMap<string, AcademicRecordRow>
  readonly societies: readonly SocietyRecord[]
  readonly rosters: readonly RosterRecord[]
  readonly delegates: readonly DelegateRecord[]
  readonly problems: readonly RowProblem[]
  /** Sheets that were understood and have no clause resting on them, and sheets left out. */
  readonly asides: readonly string[]
  /** Files in which no table was recognised, and tables without a column they need: nothing can be judged. */
  readonly unreadable: readonly { readonly file: string; readonly because: string }[]
}

export interface ReadOptions {
  readonly today: Day
  /** None: what the titles state. */
  readonly asOf?: Day
  readonly university?: string
  readonly facultyAliases?: Readonly<Record<string, string>>
}

/** 诉求登记: recognised so that it can be told apart, but no clause is judged by it. */
const needsSpec: SheetSpec = {
  id: "needs",
  label: "诉求登记",
  hints: ["诉求登记", "诉求"],
  columns: [
    { key: "day", label: "登记日期", synonyms: ["日期", "反映时间", "登记时间", "反映日期"], required: true },
    {
      key: "need",
      label: "诉求内容",
      synonyms: ["内容", "问题描述", "反映内容", "反映问题"],
      required: true,
    },
    { key: "by", label: "反映人", synonyms: ["提出人", "同学"] },
    { key: "faculty", label: "学院", synonyms: ["院系"] },
    { key: "category", label: "类别", synonyms: ["诉求类别"] },
    { key: "office", label: "转办部门", synonyms: ["责任部门", "承办部门"] },
    { key: "status", label: "办理状态", synonyms: ["状态", "办理情况"] },
  ],
}

const specs = [
  students.studentsSpec,
  academics.academicsSpec,
  societies.societiesSpec,
  rosters.rostersSpec,
  delegates.delegatesSpec,
  needsSpec,
]

interface Found {
  readonly file: string
  readonly sheet: RawSheet
  readonly recognised: Recognised
}

/** Reads opened workbooks: registers first, so that rosters can be matched to their faculties. */
export function readFiles(workbooks: readonly Workbook[], options: ReadOptions): FilesRead {
  const asides: string[] = []
  const unreadable: { file: string; because: string }[] = []
  const found = workbooks.flatMap((book) => recogniseAll(book, asides, unreadable))
  const texts = found.flatMap(({ file, recognised }) => [
    ...recognised.titles.map((t) => t.text),
    recognised.sheet ?? "",
    file,
  ])
  const asOf = options.asOf ?? statedDay(texts, options.today)
  const university = options.university ?? statedUniversity(texts)
  const base = { asOf, university, faculties: [] as string[], facultyAliases: options.facultyAliases ?? {} }
  const problems: RowProblem[] = []
  const contextOf = ({ file, sheet }: Found): ReadContext => ({ ...base, file, sheet: sheet.name })
  const records = <R>(
    id: string,
    read: (r: Recognised, c: ReadContext) => { records: R[]; problems: RowProblem[] },
  ): R[] =>
    found
      .filter(({ recognised }) => recognised.spec === id)
      .flatMap((one) => {
        const got = read(one.recognised, contextOf(one))
        problems.push(...got.problems)
        return got.records
      })

  const register = merge(records("students", students.read), problems)
  base.faculties = [...new Set(Array.from(register.values(), (s) => s.faculty))]
  const results = new Map(records("academics", academics.read).map((r) => [r.number, r]))
  return {
    asOf,
    university,
    students: register,
    academics: results,
    societies: records("societies", societies.read),
    rosters: records("rosters", rosters.read),
    delegates: records("delegates", delegates.read),
    problems,
    asides,
    unreadable,
  }
}

function recogniseAll(
  book: Workbook,
  asides: string[],
  unreadable: { file: string; because: string }[],
): Found[] {
  const file = book.fileName
  const found: Found[] = []
  const named = (sheet: RawSheet) => (sheet.name === null ? `“${file}”` : `“${file}”的工作表“${sheet.name}”`)
  let known = 0
  for (const sheet of book.sheets) {
    if (sheet.cells.length === 0) continue
    const recognised = recognise(sheet, specs)
    if (!recognised) asides.push(`${named(sheet)}没有认出是哪一种名单，没有采用`)
    else if (sheet.hidden) asides.push(`${named(sheet)}是隐藏的，没有采用`)
    else if (recognised.spec === needsSpec.id) {
      known++
      asides.push(`${named(sheet)}是诉求登记，条款的研判不依据它，没有计入`)
    } else {
      known++
      for (const key of recognised.missing)
        unreadable.push({ file, because: `${named(sheet)}缺少必需的列“${labelOf(recognised.spec, key)}”` })
      found.push({ file, sheet, recognised })
    }
  }
  if (known === 0) unreadable.push({ file, because: `“${file}”里没有认出任何一种名单` })
  return found
}

const labelOf = (spec: string, key: string) =>
  specs.find((s) => s.id === spec)?.columns.find((c) => c.key === key)?.label ?? key

/** Several registers, or several sheets of one: a number that comes again is one student, the later row's. */
function merge(records: readonly StudentRecord[], problems: RowProblem[]): Map<string, StudentRecord> {
  const register = new Map<string, StudentRecord>()
  for (const student of records) {
    const before = register.get(student.number)
    if (before)
      problems.push({
        ...student.place,
        kind: "notice",
        because: twice(before, student),
        report: "register-duplicate-number",
        name: student.name,
        studentId: student.number,
        other: before.place,
      })
    register.set(student.number, student)
  }
  return register
}
