import { schoolYearOf } from "@qiaoliang/basics"
import {
  type Level,
  narrowText,
  parseGrade,
  parsePersonName,
  parseSex,
  parseStudentNumber,
  type Recognised,
  type SheetRow,
  type SheetSpec,
} from "@qiaoliang/sheets"
import type { ReadContext } from "#modules/imports/index.ts"
import { readPolitical } from "../political.ts"
import type { Readout, StudentRecord } from "../records.ts"
import { Cells } from "./cells.ts"
import * as columns from "./columns.ts"

export const studentsSpec: SheetSpec = {
  id: "students",
  label: "学生名册",
  hints: ["学生名册", "学籍", "在校生", "学生信息", "学生基本信息"],
  columns: [
    { ...columns.number, required: true },
    columns.name,
    columns.sex,
    columns.ethnicity,
    { ...columns.faculty, required: true },
    columns.major,
    columns.className,
    { ...columns.grade, required: true },
    {
      key: "level",
      label: "学历层次",
      synonyms: ["培养层次", "层次", "学生类别", "学历", "学位层次", "学生类型", "培养类别"],
    },
    { ...columns.political, required: true },
    { key: "campus", label: "校区", synonyms: ["所在校区", "校区名称"] },
    { ...columns.serial, required: false },
    columns.remark,
  ],
}

export const spec = studentsSpec

/** The register. A number that comes twice is one student, as the later row has them. */
export function read(recognised: Recognised, context: ReadContext): Readout<StudentRecord> {
  const cells = new Cells(recognised, context)
  const byNumber = new Map<string, StudentRecord>()
  const asOfSchoolYear = schoolYearOf(context.asOf)
  for (const row of recognised.rows) {
    const student = readStudent(row, cells, asOfSchoolYear)
    if (!student) continue
    const before = byNumber.get(student.number)
    if (before) {
      cells.tell("notice", row, "number", twice(before, student), {
        report: "register-duplicate-number",
        name: student.name,
        studentId: student.number,
        other: before.place,
        cure: "请教务部门删去转专业前的旧行",
      })
      byNumber.delete(student.number)
    }
    byNumber.set(student.number, student)
  }
  return { records: [...byNumber.values()], problems: cells.problems }
}

/** Also said where two registers, or two sheets of one, name the same number. */
export function twice(before: StudentRecord, later: StudentRecord): string {
  const same = before.name === later.name
  const from = before.major ?? before.faculty
  const to = later.major ?? later.faculty
  const who = same ? `均为${later.name}` : `分别为${before.name}、${later.name}`
  const moved = same && from !== to ? `，由“${from}”转入“${to}”` : ""
  const alike = before.place.file === later.place.file && before.place.sheet === later.place.sheet
  const where = alike ? "" : `“${before.place.sheet ?? before.place.file}”`
  return `学号${later.number}与${where}第${before.place.row}行重复（${who}${moved}），按同一名学生计，以本行为准`
}

function readStudent(row: SheetRow, cells: Cells, asOfSchoolYear: number): StudentRecord | undefined {
  const number = cells.value(row, "number", parseStudentNumber, "error")
  const name = cells.value(row, "name", parsePersonName, "error")
  const grade = cells.value(row, "grade", (raw) => parseGrade(raw, { asOfSchoolYear }), "error")
  const faculty = cells.text(row, "faculty").replace(/\s/g, "")
  if (faculty === "") cells.tell("error", row, "faculty", "没有填写学院")
  const level = readLevel(cells.text(row, "level"), grade?.level, number)
  if (!level) cells.tell("error", row, "level", `“${cells.text(row, "level")}”看不出学历层次`)
  const written = cells.text(row, "political")
  const { political, sure } = readPolitical(written)
  if (!sure)
    cells.tell(
      "notice",
      row,
      "political",
      written ? `不认识政治面貌“${written}”，按非党员、非团员记` : "没有填写政治面貌",
    )
  const sex = cells.value(row, "sex", parseSex, "notice") ?? null
  if (!number || !name || !grade || faculty === "" || !level) return undefined
  return {
    place: cells.place(row.row),
    number,
    name,
    sex: sex === null ? null : sex === "male" ? "男" : "女",
    ethnicity: readEthnicity(cells.words(row, "ethnicity")),
    faculty,
    major: cells.words(row, "major"),
    className: cells.words(row, "className"),
    grade: grade.year,
    level,
    political,
    politicalWritten: written,
    campus: cells.words(row, "campus"),
  }
}

/** By its own column; else by what the grade says (2024级硕士); else by the number's letter; else 本科. */
function readLevel(
  written: string,
  ofGrade: Level | undefined,
  number: string | undefined,
): Level | undefined {
  const text = narrowText(written)
  if (/博士|博/.test(text)) return "doctor"
  if (/硕士|硕|研究生/.test(text)) return "master"
  if (/本科|专科|本|高职|预科|学士|第二学位/.test(text)) return "undergraduate"
  if (text !== "") return undefined
  if (ofGrade) return ofGrade
  if (number && /^[BD]\d/.test(number)) return "doctor"
  return number && /^[SMY]\d/.test(number) ? "master" : "undergraduate"
}

/** 汉 and 汉族 are one. */
export const readEthnicity = (written: string | null): string | null =>
  written === null || written.endsWith("族") || [...written].length > 4 || written === "其他"
    ? written
    : `${written}族`
