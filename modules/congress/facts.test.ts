import { unwrap } from "@qiaoliang/basics"
import { openWorkbook, recognise } from "@qiaoliang/sheets"
import { expect, it } from "vitest"
import { registerOf, type StudentRecord } from "#modules/people/pure.ts"
import { congressFacts, settleDelegates } from "./facts.ts"
import { delegatesSpec, read } from "./sheets/delegates.ts"

const student = (number: string, name: string, faculty: string, grade: number): StudentRecord => ({
  place: { file: "名册", sheet: null, row: null },
  number,
  name,
  sex: null,
  ethnicity: null,
  faculty,
  major: null,
  className: null,
  grade,
  level: "undergraduate",
  political: "league",
  politicalWritten: "团员",
  campus: null,
})
const students = [
  student("20240001", "甲乙", "文学院", 2024),
  student("20230002", "丙丁", "法学院", 2023),
  student("20230003", "戊己", "法学院", 2023),
]

const text =
  "清江大学第三次学生代表大会代表名单（2025年10月26日）\n代表团,姓名,学号,年级,来源,所属社团,是否学生会骨干\n文学院,甲乙,20240001,大二,学生社团,文学社,否\n法学院,丙丁,20230002,2023级,学生会组织,棋社,是\n法学院,丙丁,20230002,2023级,学生会组织,,是\n法学院,辛壬,20239999,2023级,基层团支部,,\n合计：5名\n"

const recognised = recognise(unwrap(openWorkbook("代表.csv", new TextEncoder().encode(text))).sheets[0]!, [
  delegatesSpec,
])!
const { records, problems: written } = read(recognised, {
  file: "代表.csv",
  sheet: null,
  asOf: "2026-06-01",
  university: "清江大学",
  faculties: ["文学院", "法学院"],
  facultyAliases: {},
})
const onRosters = (number: string) =>
  number === "20240001" ? { union: "文学院学生会", place: { file: "名单", sheet: null, row: 9 } } : undefined
const settled = settleDelegates(records, registerOf(students), onRosters)

it("reads the congress from the title and each delegate once", () => {
  expect(records[0]!.congress).toEqual({
    name: "清江大学第三次学生代表大会",
    held: "2025-10-26",
    kind: "undergraduate",
  })
  // 大二 on the day of the congress, whenever the list is read.
  expect(records[0]!.grade).toBe(2024)
  expect(settled.delegates.map((d) => d.student?.number ?? null)).toEqual(["20240001", "20230002", null])
})

it("tells of strangers, doubles, marks the rosters deny and a wrong total", () => {
  expect([...written, ...settled.problems].map((p) => [p.report, p.row])).toEqual([
    ["stated-total-wrong", 7],
    ["cadre-flag-contradicts-rosters", 3],
    ["duplicate-person", 5],
    ["identity-no-match", 6],
  ])
})

it("says whom the congress stands for and who sits in it", () => {
  const { record, problems } = congressFacts({
    congress: { ...records[0]!.congress, held: "2025-10-26" },
    delegates: settled.delegates,
    represented: students,
    mainSocieties: ["文学社"],
  })
  expect(record).toMatchObject({ represented: 3, faculties: ["文学院", "法学院"], grades: [2023, 2024] })
  expect(record.delegates.map((d) => [d.faculty, d.grade, d.society, d.cadre])).toEqual([
    ["文学院", 2024, "文学社", false],
    // Named by a union, not by the society he also belongs to.
    ["法学院", 2023, undefined, true],
    ["法学院", 2023, undefined, false],
  ])
  // 2 of 3 are no cadres: above three fifths.
  expect(problems).toEqual([])
})

it("reports fewer than three fifths of non-cadres", () => {
  const { problems } = congressFacts({
    congress: { ...records[0]!.congress, held: "2025-10-26" },
    delegates: settled.delegates.slice(0, 2),
    represented: students,
    mainSocieties: [],
    at: { file: "代表.csv", sheet: null, row: null },
  })
  expect(problems).toMatchObject([{ report: "practice-non-cadre-60", measured: "1/2", row: null }])
})
