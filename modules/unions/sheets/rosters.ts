import { schoolYearOf } from "@qiaoliang/basics"
import type { Place } from "@qiaoliang/clause"
import {
  parseGrade,
  parsePersonName,
  parseStudentNumber,
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
  readGroup,
} from "#modules/people/pure.ts"
import type { ClauseId } from "#policy/vocabulary.ts"
import type { RosterRecord, RosterUnion } from "../records.ts"
import { isPresidiumGroup, postKindOf } from "../titles.ts"
import { facultyUnion, type Named, originOf, unionsNamed } from "./unions-named.ts"

export const rostersSpec: SheetSpec = {
  id: "rosters",
  label: "工作人员名单",
  hints: ["工作人员名单", "学生会", "研究生会", "学生会名单", "学生会成员", "学生干部名单"],
  columns: [
    columns.serial,
    columns.name,
    columns.number,
    {
      key: "title",
      label: "职务",
      synonyms: ["职位", "现任职务", "担任职务", "岗位", "所任职务", "职务名称"],
    },
    { key: "department", label: "部门", synonyms: ["工作部门", "所在部门", "部门名称", "所属部门", "机构"] },
    columns.political,
    columns.faculty,
    columns.major,
    columns.className,
    columns.grade,
    columns.rank,
    columns.fails,
    { key: "origin", label: "来源", synonyms: ["人员来源", "推荐来源", "来源渠道", "推荐单位", "产生来源"] },
    columns.sex,
    columns.ethnicity,
    columns.remark,
  ],
}

export const spec = rostersSpec

const closedList = "3.9" satisfies ClauseId

interface Where {
  readonly union: RosterUnion
  readonly at: Place
  readonly department?: string
  readonly departmentAt?: Place
}

/** A school's, a faculty's or many faculties' roster; grouping rows, merged cells and columns alike. */
export function read(recognised: Recognised, context: ReadContext): Readout<RosterRecord> {
  const cells = new Cells(recognised, context)
  const find = facultyFinder(context.faculties, context.facultyAliases)
  const walk = new Walk(unionsNamed(recognised, context, find), cells, find, context.faculties.length > 0)
  const records: RosterRecord[] = []
  if (!cells.has("title") && recognised.rows.length > 0)
    cells.tellAt(
      "notice",
      recognised.headerRows.at(-1) ?? null,
      "没有“职务”列：主席团以外的人员都按部门成员记",
    )
  for (const row of recognised.rows) {
    const where = walk.at(row)
    const record = where && readPost(row, where, cells, find, context)
    if (record) records.push(record)
  }
  compareTotals(recognised, cells)
  return { records, problems: cells.problems }
}

/** Which union and department each row belongs to, going down the sheet. */
class Walk {
  readonly #named: Named
  readonly #cells: Cells
  readonly #find: (written: string) => FacultyMatch
  readonly #asks: boolean
  /** By faculty as the register has it, else as written; and the school's own, under "". */
  readonly #unions = new Map<string, { union: RosterUnion; at: Place; departments: Map<string, Place> }>()
  #faculty = ""
  #department = ""
  #group: number | undefined

  constructor(named: Named, cells: Cells, find: (written: string) => FacultyMatch, asks: boolean) {
    this.#named = named
    this.#cells = cells
    this.#find = find
    this.#asks = asks
  }

  at(row: SheetRow): Where | undefined {
    const begins = row.group && row.group.row !== this.#group ? row.group : undefined
    this.#group = row.group?.row
    const group = row.group ? readGroup(row.group.text).name : ""
    const groupIsFaculty = group !== "" && this.#named.of === "faculties" && this.#isFaculty(group)
    const unit = this.#unit(row, groupIsFaculty ? group : "", begins?.row)
    if (!unit) return undefined
    const own = this.#cells.text(row, "department").replace(/\s/g, "")
    if (own !== "") this.#department = own
    const name = own || (group !== "" && !groupIsFaculty ? group : this.#department)
    if (name === "" || isPresidiumGroup(name)) return { union: unit.union, at: unit.at }
    const title = this.#cells.text(row, "title")
    // Blank beside a presidium's title: the cell is empty because a presidium has no department.
    if (own === "" && group === "" && postKindOf(title) === "presidium")
      return { union: unit.union, at: unit.at }
    let departmentAt = unit.departments.get(name)
    if (!departmentAt) {
      departmentAt = this.#cells.place(own === "" && begins && !groupIsFaculty ? begins.row : row.row)
      unit.departments.set(name, departmentAt)
    }
    return { union: unit.union, at: unit.at, department: name, departmentAt }
  }

  #isFaculty(name: string): boolean {
    return /(学生会|研究生会)$/.test(name) || (this.#find(name).found !== "none" && /(院|系|所)$/.test(name))
  }

  #unit(row: SheetRow, groupFaculty: string, groupRow: number | undefined) {
    if (this.#named.of === "one") return this.#open("", this.#named.union, groupRow ?? row.row)
    const written = groupFaculty || this.#cells.text(row, "faculty").replace(/\s/g, "") || this.#faculty
    if (written === "") {
      this.#cells.tell("error", row, "faculty", "看不出是哪个学院的学生会", { cure: "补填学院" })
      return undefined
    }
    const { union, match } = facultyUnion(written, this.#named.kind, this.#find)
    if (written !== this.#faculty) {
      this.#department = ""
      this.#faculty = written
      if (this.#asks) this.#ask(row, written, match)
    }
    return this.#open(`${union.kind} ${union.faculty ?? written}`, union, groupRow ?? row.row)
  }

  #open(key: string, union: RosterUnion, row: number) {
    let unit = this.#unions.get(key)
    if (!unit) {
      unit = { union, at: this.#cells.place(row), departments: new Map() }
      this.#unions.set(key, unit)
    }
    return unit
  }

  #ask(row: SheetRow, written: string, match: FacultyMatch): void {
    if (match.found === "several")
      this.#cells.tell("error", row, "faculty", `“${written}”可能是${match.names.join("、")}`, {
        cure: "请选择是哪个学院，系统会记住",
      })
    if (match.found === "none")
      this.#cells.tell("error", row, "faculty", `学生名册中没有与“${written}”相应的学院`, {
        cure: "请选择是哪个学院，或先在名册中补上",
      })
  }
}

function readPost(
  row: SheetRow,
  where: Where,
  cells: Cells,
  find: (written: string) => FacultyMatch,
  context: ReadContext,
): RosterRecord | undefined {
  const name = cells.value(row, "name", parsePersonName, "error")
  if (!name) return undefined
  const written = cells.text(row, "title")
  const title = written || (where.department ? "部门成员" : "主席团成员")
  const kind = postKindOf(title, where.department)
  if (kind === "listed") refuse(row, title, where, cells)
  const numberWritten = cells.text(row, "number")
  const number =
    numberWritten === "" ? null : (cells.value(row, "number", parseStudentNumber, "notice") ?? null)
  const gradeWritten = cells.text(row, "grade")
  const asOfSchoolYear = schoolYearOf(context.asOf)
  const grade =
    gradeWritten === ""
      ? null
      : (cells.value(row, "grade", (raw) => parseGrade(raw, { asOfSchoolYear }), "notice")?.year ?? null)
  const facultyWritten = cells.text(row, "faculty")
  const originWritten = cells.text(row, "origin")
  const origin = originOf(originWritten, context.university, find)
  return {
    place: cells.place(row.row),
    ...where,
    kind,
    title,
    name,
    number,
    faculty: where.union.faculty ?? facultyNamed(facultyWritten, find),
    grade,
    claimed: {
      ...said("political", cells.text(row, "political")),
      ...said("rank", cells.text(row, "rank")),
      ...said("fails", cells.text(row, "fails")),
      ...said("faculty", facultyWritten),
      ...said("grade", gradeWritten),
    },
    ...(origin ? { origin, originWritten } : {}),
  }
}

const said = (key: string, text: string) => (text === "" ? {} : { [key]: text })

function facultyNamed(written: string, find: (written: string) => FacultyMatch): string | null {
  const match = find(written)
  return match.found === "none" || match.found === "several" ? null : match.name
}

function refuse(row: SheetRow, title: string, where: Where, cells: Cells): void {
  const department = where.department ? `${where.department}干事` : "部门成员"
  cells.tell(
    "refused",
    row,
    "title",
    `“${title}”不是主席团成员或工作部门成员的职务，《意见》不设其他任何职务`,
    {
      clause: closedList,
      cure: `取消该职务，或改任主席团成员、部门负责人、${department}`,
      name: cells.text(row, "name").replace(/\s/g, ""),
      written: title,
    },
  )
}
