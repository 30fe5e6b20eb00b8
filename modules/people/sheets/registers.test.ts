import { unwrap } from "@qiaoliang/basics"
import { openWorkbook, recognise, type SheetSpec } from "@qiaoliang/sheets"
import { describe, expect, it } from "vitest"
import type { ReadContext } from "#modules/imports/index.ts"
import { academicRecordOf } from "../records.ts"
import * as academics from "./academics.ts"
import * as societies from "./societies.ts"
import * as students from "./students.ts"

const context: ReadContext = {
  file: "表.csv",
  sheet: null,
  asOf: "2025-11-15",
  university: "明湖大学",
  faculties: [],
  facultyAliases: {},
}

function recognised(spec: SheetSpec, text: string) {
  const book = unwrap(openWorkbook("表.csv", new TextEncoder().encode(text)))
  const found = recognise(book.sheets[0]!, [spec])
  expect(found).toBeDefined()
  return found!
}

describe("the register", () => {
  const read = (text: string) => students.read(recognised(students.spec, text), context)
  const header = "学号,姓名,性别,民族,院（系）,专业名称,行政班,所在年级,培养层次,政治面貌,校区\n"

  it("is read whole, padded and full-width cells alike", () => {
    const { records, problems } = read(
      `${header}２０２４０１０１, 张 三 ,男,汉,文学院,汉语言,2401班,大二,本科,团员,东校区\n`,
    )
    expect(problems).toEqual([])
    expect(records[0]).toEqual({
      place: { file: "表.csv", sheet: null, row: 2 },
      number: "20240101",
      name: "张三",
      sex: "男",
      ethnicity: "汉族",
      faculty: "文学院",
      major: "汉语言",
      className: "2401班",
      grade: 2024,
      level: "undergraduate",
      political: "league",
      politicalWritten: "团员",
      campus: "东校区",
    })
  })

  it("takes a number that comes twice for one student, as the later row has them, and tells", () => {
    const row = (major: string) => `20240101,张三,男,汉族,文学院,${major},,2024级,本科,团员,\n`
    const { records, problems } = read(header + row("汉语言") + row("秘书学"))
    expect(records.map((r) => r.major)).toEqual(["秘书学"])
    expect(problems).toMatchObject([
      { kind: "notice", row: 3, report: "register-duplicate-number", other: { row: 2 } },
    ])
  })

  it("refuses rows it cannot place, each with its cell", () => {
    const { records, problems } = read(
      `${header}20240101,,男,汉族,文学院,,,2024级,本科,团员,\n,李四,女,汉族,,,,xx,本科,团员,\n20240103,王五,女,汉族,文学院,,,2024级,旁听,团员,\n`,
    )
    expect(records).toEqual([])
    expect(problems.map((p) => [p.kind, p.cell])).toEqual([
      ["error", "B2"],
      ["error", "A3"],
      ["error", "H3"],
      ["error", "E3"],
      ["error", "I4"],
    ])
  })

  it("tells of political words it does not know", () => {
    const { records, problems } = read(`${header}20240101,张三,男,汉族,文学院,,,2024级,本科,待核实,\n`)
    expect(records[0]).toMatchObject({ political: "other", politicalWritten: "待核实" })
    expect(problems).toMatchObject([{ kind: "notice", cell: "J2" }])
  })
})

describe("the results", () => {
  const read = (text: string) => academics.read(recognised(academics.spec, text), context)

  it("keep exact shares and leave unsaid what the cell leaves unsaid", () => {
    const { records, problems } = read(
      "学号,姓名,最近一学期排名,最近一学年排名,入学以来排名,不及格门数\n20240101,张三,3 / 10,4.17%,前30%,无\n20250101,李四,新生,—,/,—\n20240103,王五,12/40,,5,有\n",
    )
    expect(records.map(academicRecordOf)).toEqual([
      { windows: { semester: { rank: 3, of: 10 }, year: { rank: 417, of: 10_000 } }, fails: 0 },
      { windows: {} },
      { windows: { semester: { rank: 12, of: 40 } }, fails: 1 },
    ])
    expect(problems.map((p) => [p.kind, p.cell])).toEqual([
      ["notice", "E2"],
      ["notice", "E4"],
    ])
  })

  it("take the size of the major from its own column", () => {
    const { records } = read("学号,姓名,学年排名,专业人数,挂科门数\n20240101,张三,3,10,0\n")
    expect(records[0]).toMatchObject({ yearRank: 3, yearOf: 10, fails: 0 })
  })
})

it("societies say whether they are main ones in many ways", () => {
  const { records } = societies.read(
    recognised(
      societies.spec,
      "社团名称,类别,负责人,负责人学号,会员人数,是否主要社团\n文学社,文化体育类,张三,20240101,35人,√\n棋社,文化体育类,李四,20240102,20,\n登山协会,文化体育类,王五,20240103,20,是\n",
    ),
    context,
  )
  expect(records.map((s) => [s.name, s.members, s.main])).toEqual([
    ["文学社", 35, true],
    ["棋社", 20, false],
    ["登山协会", 20, true],
  ])
})
