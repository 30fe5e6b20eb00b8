import { type Day, isDay, schoolYearOf } from "@qiaoliang/basics"
import {
  narrowText,
  parseGrade,
  parsePersonName,
  parseSex,
  parseStudentNumber,
  parseYesNo,
  type Recognised,
  type SheetRow,
  type SheetSpec,
} from "@qiaoliang/sheets"
import type { ReadContext } from "#modules/imports/index.ts"
import {
  Cells,
  columns,
  compareTotals,
  type FacultyMatch,
  facultyFinder,
  type Readout,
  readEthnicity,
  readPolitical,
} from "#modules/people/pure.ts"
import type { CongressNamed, DelegateRecord } from "../records.ts"

export const delegatesSpec: SheetSpec = {
  id: "delegates",
  label: "代表名单",
  hints: ["代表名单", "代表大会", "学代会", "研代会", "正式代表"],
  columns: [
    columns.serial,
    {
      key: "delegation",
      label: "代表团",
      synonyms: [...columns.faculty.synonyms, columns.faculty.label, "所在代表团", "代表团名称"],
      required: true,
    },
    columns.name,
    columns.number,
    columns.sex,
    columns.ethnicity,
    columns.political,
    columns.grade,
    { key: "source", label: "来源", synonyms: ["代表来源", "代表类别", "代表类型", "产生单位", "身份"] },
    { key: "society", label: "所属社团", synonyms: ["社团", "社团名称", "代表社团", "所在社团"] },
    {
      key: "cadre",
      label: "是否学生会骨干",
      synonyms: ["学生会骨干", "是否校院级学生会组织骨干", "是否骨干", "是否学生会工作人员", "是否学生干部"],
    },
    columns.className,
    columns.major,
    columns.remark,
  ],
}

export const spec = delegatesSpec

export function read(recognised: Recognised, context: ReadContext): Readout<DelegateRecord> {
  const cells = new Cells(recognised, context)
  const find = facultyFinder(context.faculties, context.facultyAliases)
  const congress = congressNamed(recognised, context)
  const asked = new Set<string>()
  const records: DelegateRecord[] = []
  for (const row of recognised.rows) {
    const record = readDelegate(row, congress, cells, find, context)
    if (!record) continue
    records.push(record)
    if (context.faculties.length > 0 && record.faculty === null && !asked.has(record.delegation)) {
      asked.add(record.delegation)
      ask(row, record.delegation, cells, find)
    }
  }
  compareTotals(recognised, cells)
  return { records, problems: cells.problems }
}

function readDelegate(
  row: SheetRow,
  congress: CongressNamed,
  cells: Cells,
  find: (written: string) => FacultyMatch,
  context: ReadContext,
): DelegateRecord | undefined {
  const name = cells.value(row, "name", parsePersonName, "error")
  if (!name) return undefined
  const delegation = cells.text(row, "delegation").replace(/\s/g, "")
  const match = find(delegation.replace(/(分团|代表团)$/, ""))
  const sex = cells.value(row, "sex", parseSex, "notice") ?? null
  const asOfSchoolYear = schoolYearOf(congress.held ?? context.asOf)
  const written = cells.text(row, "political")
  return {
    place: cells.place(row.row),
    congress,
    name,
    number:
      cells.text(row, "number") === ""
        ? null
        : (cells.value(row, "number", parseStudentNumber, "notice") ?? null),
    delegation,
    faculty: match.found === "none" || match.found === "several" ? null : match.name,
    grade:
      cells.text(row, "grade") === ""
        ? null
        : (cells.value(row, "grade", (raw) => parseGrade(raw, { asOfSchoolYear }), "notice")?.year ?? null),
    sex: sex === null ? null : sex === "male" ? "男" : "女",
    ethnicity: readEthnicity(cells.words(row, "ethnicity")),
    political: readPolitical(written).political,
    politicalWritten: written,
    source: cells.words(row, "source"),
    society: cells.words(row, "society"),
    cadre: cells.has("cadre") ? (cells.value(row, "cadre", parseYesNo, "notice") ?? false) : null,
    cadreWritten: cells.text(row, "cadre"),
  }
}

/** What stands for no faculty here may be a delegation of an office or of societies: told, not blocking. */
function ask(row: SheetRow, written: string, cells: Cells, find: (written: string) => FacultyMatch): void {
  const match = find(written)
  if (match.found === "several")
    cells.tell("error", row, "delegation", `“${written}”可能是${match.names.join("、")}`, {
      cure: "请选择是哪个学院，系统会记住",
    })
  else cells.tell("notice", row, "delegation", `学生名册中没有与代表团“${written}”相应的学院`)
}

/** The congress as the title, the sheet or the file names it, and the day it was held. */
export function congressNamed(recognised: Recognised, context: ReadContext): CongressNamed {
  const texts = [...recognised.titles.map((t) => t.text), recognised.sheet ?? "", context.file].map((text) =>
    narrowText(text).replace(/\s/g, ""),
  )
  const naming = texts.find((text) => /代表大会|学代会|研代会/.test(text)) ?? texts[0] ?? ""
  const name = /^.*?(?:代表大会|学代会|研代会)/.exec(naming)?.[0]
  const graduate = texts.some((text) => /研究生代表大会|研代会|研究生会/.test(text))
  return {
    name: name ?? `${context.university}${graduate ? "研究生" : "学生"}代表大会`,
    held: texts.map(dayIn).find((day) => day !== null) ?? null,
    kind: graduate ? "graduate" : "undergraduate",
  }
}

function dayIn(text: string): Day | null {
  const match = /(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?/.exec(text)
  if (!match) return null
  const day = `${match[1]}-${match[2]!.padStart(2, "0")}-${match[3]!.padStart(2, "0")}`
  return isDay(day) ? day : null
}
