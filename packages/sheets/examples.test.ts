import { readFileSync } from "node:fs"
import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import {
  openWorkbook,
  parseCount,
  parseDay,
  parseFails,
  parseGrade,
  parsePersonName,
  parseRank,
  parseSex,
  parseStudentNumber,
  parseYesNo,
  type Recognised,
  recognise,
} from "./index.ts"
import { allSpecs } from "./sample-specs.test-data.ts"

const folder = new URL("../../examples/minghu/", import.meta.url)
const file = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))
const answers = JSON.parse(readFileSync(new URL("answers.json", folder), "utf8"))
const { counts } = answers

function tables(name: string): Recognised[] {
  return unwrap(openWorkbook(name, file(name))).sheets.map((sheet) => {
    const found = recognise(sheet, allSpecs)
    if (!found) throw new Error(`${name} ${sheet.name}`)
    return found
  })
}
const only = (name: string): Recognised => tables(name)[0]!

describe("the sample university", () => {
  it.each([
    [counts.register.file, "register", [counts.register.rows]],
    ["明湖大学-学业成绩.xlsx", "academic", [9399]],
    [counts.schoolUnion.file, "roster", [counts.schoolUnion.listed]],
    ["明湖大学-院系学生会名单.xlsx", "roster", [178, 147, 130]],
    [counts.graduateUnion.file, "roster", [counts.graduateUnion.listed]],
    [counts.societies.file, "societies", [counts.societies.total]],
    [counts.needs.file, "needs", [counts.needs.rows]],
    [counts.delegates.file, "delegates", [counts.delegates.rowsListed]],
  ])("%s is %s with %j rows", (name, spec, rows) => {
    const found = tables(name)
    expect(found.map((t) => t.spec)).toEqual(found.map(() => spec))
    expect(found.map((t) => t.rows.length)).toEqual(rows)
    expect(found.flatMap((t) => t.missing)).toEqual([])
    expect(found.flatMap((t) => t.columns.filter((c) => c.key === null))).toEqual([])
  })

  it("has as many listed in each faculty union as the answers say", () => {
    const listed = new Map<string, number>()
    for (const { rows } of tables("明湖大学-院系学生会名单.xlsx"))
      for (const { cells } of rows)
        listed.set(cells.faculty!.text, (listed.get(cells.faculty!.text) ?? 0) + 1)
    const aliases: Record<string, string> = answers.facultyAliases
    const counted = Object.fromEntries([...listed].map(([name, n]) => [aliases[name] ?? name, n]))
    const expected = counts.facultyUnions.map((u: { faculty: string; listed: number }) => [
      u.faculty,
      u.listed,
    ])
    expect(counted).toEqual(Object.fromEntries(expected))
  })

  it("names every person of the answers in the row they say", () => {
    const cache = new Map<string, Recognised[]>()
    for (const person of answers.people) {
      if (!cache.has(person.file)) cache.set(person.file, tables(person.file))
      const table = cache.get(person.file)!.find((t) => t.sheet === person.sheet)!
      const row = table.rows.find((r) => r.row === person.row)!
      expect(parsePersonName(row.cells.name!.raw)).toEqual({ value: person.name })
      if (person.studentNo)
        expect(parseStudentNumber(row.cells.studentNo!.raw)).toEqual({ value: person.studentNo })
    }
  })

  it("understands every value of the register", () => {
    const { rows } = only(counts.register.file)
    const students = new Map<string, { grade: number; sex: string }>()
    for (const { cells } of rows) {
      const no = parseStudentNumber(cells.studentNo!.raw)
      const grade = parseGrade(cells.grade!.raw, { asOfSchoolYear: 2025 })
      const sex = parseSex(cells.sex!.raw)
      if (
        "problem" in no ||
        "problem" in grade ||
        "problem" in sex ||
        "problem" in parsePersonName(cells.name!.raw)
      )
        throw new Error(JSON.stringify(cells))
      students.set(no.value, { grade: grade.value.year, sex: sex.value! })
    }
    expect(students.size).toBe(counts.register.students)
    expect([...students.values()].filter((s) => s.sex === "female")).toHaveLength(counts.register.bySex.女)
  })

  it("counts ranks and fails as the answers do once every form is understood", () => {
    const { rows } = only(counts.academic.file)
    const within = { semester: 0, year: 0, overall: 0 }
    let any = 0
    let noFails = 0
    let dates = 0
    for (const { cells } of rows) {
      let inside = false
      for (const window of ["semester", "year", "overall"] as const) {
        const cell = cells[window]!
        if (typeof cell.raw === "object" && cell.raw !== null) dates++
        const parsed = parseRank(cell.raw)
        if ("problem" in parsed) throw new Error(`${cell.ref}: ${parsed.problem}`)
        const { value } = parsed
        if (value.kind !== "rank" || value.of === undefined || value.rank * 10 > value.of * 3) continue
        within[window]++
        inside = true
      }
      if (inside) any++
      const fails = parseFails(cells.fails!.raw)
      if ("problem" in fails) throw new Error(`${cells.fails!.ref}: ${fails.problem}`)
      if (fails.value === 0) noFails++
    }
    const { sem, year, all } = counts.academic.within30
    expect(within).toEqual({ semester: sem, year, overall: all })
    expect(any).toBe(counts.academic.within30InAnyWindow)
    expect(noFails).toBe(counts.academic.noFails)
    expect(dates).toBe(9)
  })

  it("understands what officers wrote of rank, fails and grade in every roster", () => {
    for (const name of [counts.schoolUnion.file, "明湖大学-院系学生会名单.xlsx", counts.graduateUnion.file])
      for (const { rows } of tables(name))
        for (const { cells } of rows) {
          expect(parseRank(cells.rank!.raw)).toHaveProperty("value")
          expect(parseFails(cells.fails!.raw)).toHaveProperty("value")
          expect(parseGrade(cells.grade!.raw, { asOfSchoolYear: 2025 })).toHaveProperty("value")
        }
  })

  it("counts members and main societies, cadres and days", () => {
    const societies = only(counts.societies.file).rows
    const members = societies.map((r) => parseCount(r.cells.members!.raw) as { value: number })
    expect(members.reduce((sum, m) => sum + m.value, 0)).toBe(counts.societies.members)
    const main = societies.filter((r) => (parseYesNo(r.cells.main!.raw) as { value: unknown }).value === true)
    expect(main.map((r) => r.cells.society!.text).sort()).toEqual([...counts.societies.mainNames].sort())
    for (const { cells } of only(counts.needs.file).rows)
      expect(parseDay(cells.day!.raw, { schoolYear: 2025 })).toMatchObject({
        value: expect.stringMatching(/^2025-(09|10|11)-/),
      })
  })

  it("keeps groups, titles and closing lines apart from people", () => {
    const school = only(counts.schoolUnion.file)
    expect([...new Set(school.rows.map((r) => r.group!.text))]).toEqual([
      "主席团",
      "综合事务部（6人）",
      "学业发展部",
      "权益服务部",
      "文体活动部（6人）",
      "新媒体宣传部",
      "志愿实践部",
    ])
    expect(school.titles.map((t) => t.row)).toEqual([1, 2])
    expect(school.notes.map((n) => n.row)).toEqual([51, 52])
    expect(only(counts.delegates.file).notes).toEqual([{ row: 154, text: "合计：152名" }])
  })
})
