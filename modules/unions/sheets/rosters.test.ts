import { unwrap } from "@qiaoliang/basics"
import { openWorkbook, recognise } from "@qiaoliang/sheets"
import { describe, expect, it } from "vitest"
import { read, rostersSpec } from "./rosters.ts"

const faculties = ["计算机科学与技术学院", "化学学院", "化学工程学院", "文学院"]

function roster(text: string, fileName = "名单.csv") {
  const book = unwrap(openWorkbook(fileName, new TextEncoder().encode(text)))
  const recognised = recognise(book.sheets[0]!, [rostersSpec])
  expect(recognised).toBeDefined()
  return read(recognised!, {
    file: fileName,
    sheet: null,
    asOf: "2025-11-15",
    university: "明湖大学",
    faculties,
    facultyAliases: {},
  })
}

describe("whose roster it is", () => {
  it("is a school's, by its title", () => {
    const { records } = roster(
      "明湖大学学生会工作人员名单\n姓名,学号,职务,部门\n李梅,202401010101,部长,综合部\n",
    )
    expect(records[0]).toMatchObject({
      union: { name: "明湖大学学生会", level: "school", kind: "undergraduate" },
      kind: "head",
      department: "综合部",
      place: { row: 3 },
      at: { row: 3 },
    })
  })

  it("is one faculty's, by its title", () => {
    const { records } = roster("计算机学院研究生会名单\n姓名,学号,职务\n李梅,S20240101,主席团成员\n")
    expect(records[0]!.union).toEqual({
      name: "计算机学院研究生会",
      level: "faculty",
      kind: "graduate",
      faculty: "计算机科学与技术学院",
    })
    expect(records[0]!.department).toBeUndefined()
  })

  it("is many faculties', each written once above blanks", () => {
    const { records } = roster(
      "各学院学生会名单\n院系,部门,职务,姓名,学号\n文学院,主席团,执行主席,甲乙,20240001\n,,主席团成员,丙丁,20240002\n,学习部,部长,戊己,20240003\n,,干事,庚辛,20240004\n计算机学院,主席团,执行主席,壬癸,20240005\n",
    )
    expect(records.map((r) => [r.union.name, r.department ?? "", r.kind, r.at.row])).toEqual([
      ["文学院学生会", "", "presidium", 3],
      ["文学院学生会", "", "presidium", 3],
      ["文学院学生会", "学习部", "head", 3],
      ["文学院学生会", "学习部", "member", 3],
      ["计算机学院学生会", "", "presidium", 7],
    ])
    expect(records[3]!.departmentAt?.row).toBe(5)
  })

  it("asks which faculty is meant where several fit, and where none does", () => {
    const { problems } = roster(
      "各学院学生会名单\n院系,部门,职务,姓名,学号\n化院,主席团,执行主席,甲乙,20240001\n医学院,主席团,执行主席,丙丁,20240002\n",
    )
    expect(problems.map((p) => [p.kind, p.row])).toEqual([
      ["error", 3],
      ["error", 4],
    ])
    expect(problems[0]!.because).toContain("化学学院、化学工程学院")
  })
})

describe("its rows", () => {
  it("are grouped by rows that name a department and may state a count", () => {
    const { records, problems } = roster(
      "明湖大学学生会工作人员名单\n序号,姓名,学号,职务,来源\n主席团,,,,\n1,甲乙,20240001,执行主席,文学院学生会\n一、学习部（3人）,,,,\n2,丙丁,20240002,部长,校学生会\n3,戊己,20240003,秘书长,班级团支部推荐\n合计：3人,,,,\n",
    )
    expect(records.map((r) => [r.department ?? "", r.departmentAt?.row ?? 0, r.kind, r.origin])).toEqual([
      ["", 0, "presidium", "faculty-union"],
      ["学习部", 5, "head", "other"],
      ["学习部", 5, "listed", "other"],
    ])
    expect(records[0]!.at.row).toBe(3)
    expect(problems.map((p) => [p.kind, p.row, p.report ?? p.clause])).toEqual([
      ["refused", 7, "3.9"],
      ["notice", 5, "stated-total-wrong"],
    ])
    expect(problems[0]).toMatchObject({ column: "职务", cell: "D7" })
  })

  it("keep a person without a number or with an unreadable one", () => {
    const { records, problems } = roster(
      "明湖大学学生会工作人员名单\n姓名,学号,职务,部门,年级\n甲乙,,干事,综合部,大二\n丙丁,2.024E+11,干事,综合部,24级\n",
    )
    expect(records.map((r) => [r.number, r.grade])).toEqual([
      [null, 2024],
      [null, 2024],
    ])
    expect(problems.map((p) => [p.kind, p.cell])).toEqual([["notice", "B4"]])
  })
})
