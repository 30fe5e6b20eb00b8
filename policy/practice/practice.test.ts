import type { Finding, Verdict } from "@qiaoliang/clause"
import { describe, expect, it } from "vitest"
import { type ClauseId, isClause, isQuestion, judgeUnion, questionOf, ruleOf } from "../index.ts"
import type { CongressRecord, Facts } from "../vocabulary.ts"
import { congressPractice, leastDelegates, reaches, thresholds } from "./congress-rules.ts"
import { asSheetReads, assess, citedBy, sheetFor, sheets, withOverrides } from "./self-assessment/index.ts"

const finding = (clause: ClauseId, verdict: Verdict, value: Finding["value"] = null): Finding => ({
  clause,
  unit: "u",
  verdict,
  value,
  limit: "",
  because: `${clause}的情况`,
  rows: [],
  asOf: "2025-11-15",
  ...(verdict === "explained" ? { explanation: { clause, reason: "三个校区", approved: false } } : {}),
})

const school = (findings: readonly Finding[], answers: Facts["answers"] = {}) =>
  new Map(assess(sheetFor(2025), "school", findings, answers).map((r) => [r.row.no, r]))

describe("the forms", () => {
  it("name clauses and questions that exist, each number once a level", () => {
    for (const sheet of sheets) {
      const keys = sheet.rows.map((r) => `${r.level}/${r.no}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const row of sheet.rows) {
        expect(row.clauses.every(isClause) && row.questions.every(isQuestion)).toBe(true)
        expect(row.clauses.length + row.questions.length).toBeGreaterThan(0)
        for (const [, key = ""] of row.remark?.matchAll(/\{([\w.-]+)\}/g) ?? [])
          expect(isClause(key) || isQuestion(key), key).toBe(true)
      }
    }
  })
  it("have 16 rows for a school and 13 for a faculty, and mark what is only remembered", () => {
    const { rows } = sheetFor(2023)
    expect(rows.filter((r) => r.level === "school")).toHaveLength(16)
    expect(rows.filter((r) => r.level === "faculty")).toHaveLength(13)
    expect(rows.filter((r) => !r.confirmed).map((r) => r.no)).toEqual(["12", "13", "14", "15", "16"])
  })
  it("word row 6 as the year did, and carry the last one forward saying so", () => {
    const row6 = (year: number) => sheetFor(year).rows.find((r) => r.no === "6" && r.level === "school")?.text
    expect(row6(2022)).toContain("副主席")
    expect(row6(2023)).not.toContain("副主席")
    expect(sheetFor(2023).carriedFrom).toBeUndefined()
    expect(sheetFor(2024)).toMatchObject({ schoolYear: 2024, carriedFrom: 2023 })
    expect(sheetFor(2026)).toMatchObject({ schoolYear: 2026, carriedFrom: 2023 })
  })
})

describe("assessing", () => {
  it("ticks nothing the records do not decide", () => {
    for (const row of school([]).values()) expect(row.conclusion).toBe("open")
    expect(school([finding("5.1", "unknown")]).get("10")?.conclusion).toBe("open")
  })
  it.each([
    [40, "met", "yes"],
    [41, "warning", "no"],
    [41, "explained", "yes"],
    [60, "explained", "yes"],
    [61, "explained", "no"],
  ] as const)("row 3: %i persons, %s: %s", (n, verdict, conclusion) => {
    const row = school([finding("3.2", verdict, n)]).get("3")
    expect(row?.conclusion).toBe(conclusion)
    expect(row?.remark).toContain(`实有${n}人`)
  })
  it("is stricter than a clause that says 一般: an explanation does not excuse a seventh department", () => {
    expect(school([finding("3.4", "explained", 7)]).get("5")?.conclusion).toBe("no")
    expect(school([finding("2.1", "explained", "办公室")]).get("2")?.conclusion).toBe("no")
  })
  it("holds a faculty of 18 against the row's 30, not the clause's 20", () => {
    const rows = assess(sheetFor(2025), "faculty", [finding("3.8a", "warning", 18)], {})
    expect(rows.find((r) => r.row.no === "3")).toMatchObject({ conclusion: "yes", remark: "实有18人" })
  })
  it.each([
    ["2024-11-15", "yes"],
    ["2024-11-14", "no"],
  ] as const)("faculty row 12: heard on %s, twelve months and no more: %s", (day, conclusion) => {
    const heard = { "faculty-party-hearing": { value: day, on: day } }
    const rows = assess(sheetFor(2025), "faculty", [finding("2.1", "met")], heard)
    expect(rows.find((r) => r.row.no === "12")?.conclusion).toBe(conclusion)
  })
  it("prints days and names in the remark, and says whose word it was", () => {
    const attested = { id: "a", by: "王老师", on: "2025-10-01", source: "文件" }
    const rows = school([finding("6.1", "met", "2025-03-30"), finding("10.3", "met", "孙某")], {
      "secretary-general": { value: "李某", on: "2025-10-01", attested },
      "no-administrative-duties": { value: false, on: "2025-10-01" },
    })
    expect(rows.get("11")?.remark).toBe("召开日期为：2025年3月30日")
    expect(rows.get("16")).toMatchObject({ conclusion: "yes", remark: "专职副书记：孙某；秘书长：李某" })
    expect(rows.get("16")?.attested).toEqual([attested])
    expect(rows.get("1")?.conclusion).toBe("no")
  })
  it("ticks no for a secretary-general on record as part-time, and names the person", () => {
    const rows = school([finding("10.3", "met", "孙某")], {
      "secretary-general": { value: false, on: "2025-10-01", rows: [{ id: "h", name: "李某" }] },
    })
    expect(rows.get("16")).toMatchObject({ conclusion: "no", remark: "专职副书记：孙某；秘书长：李某" })
  })
  it("needs every finding of a row: 4.1 met for some and unknown for others stays open", () => {
    const both = [finding("4.1", "met"), finding("4.1", "unknown")]
    expect(school(both).get("7")?.conclusion).toBe("open")
    expect(school([...both, finding("4.1", "violated")]).get("7")?.conclusion).toBe("no")
  })
  it("cites the clauses of its questions too", () => {
    const row = sheetFor(2025).rows.find((r) => r.level === "school" && r.no === "16")!
    expect(citedBy(row, (id) => questionOf(id).clauses)).toEqual(["10.3"])
  })
  it("reads 4.3 as the form does where the union chose the text", () => {
    const f = { readings: { "4.3": "text", "3.6": "including-heads" } } as unknown as Facts
    expect(asSheetReads(sheetFor(2025), f).readings).toEqual({
      "4.3": "practice-any",
      "3.6": "including-heads",
    })
    const year = { readings: { "4.3": "practice-year" } } as unknown as Facts
    expect(asSheetReads(sheetFor(2025), year).readings["4.3"]).toBe("practice-year")
  })
})

describe("a university's changes", () => {
  const sheet = sheetFor(2025)
  it("reword, remove and add unconfirmed rows", () => {
    const got = withOverrides(sheet, {
      "school/12": { text: "每学期述职。", confirmed: true },
      "school/13": { removed: true },
      "school/18": { text: "建立功能型团支部。", mark: "observed" },
    })
    expect(got.ok && got.value.rows.find((r) => r.no === "12" && r.level === "school")?.text).toBe(
      "每学期述职。",
    )
    expect(got.ok && got.value.rows.some((r) => r.no === "13" && r.level === "school")).toBe(false)
    expect(got.ok && got.value.rows.at(-1)).toMatchObject({ no: "18", mark: "observed", confirmed: false })
  })
  it("leave alone what published forms say", () => {
    expect(withOverrides(sheet, { "school/3": { text: "不超过80人" } }).ok).toBe(false)
    expect(withOverrides(sheet, { "school/18": {} }).ok).toBe(false)
    expect(withOverrides(sheet, { "class/1": { text: "x" } }).ok).toBe(false)
  })
})

describe("the congress's working rules", () => {
  const congress = (cadres: number, others: number): CongressRecord => ({
    name: "学代会",
    held: "2025-10-26",
    represented: 9400,
    faculties: [],
    grades: [],
    mainSocieties: [],
    delegates: [
      ...Array.from({ length: cadres }, () => ({ row: { name: "甲" }, cadre: true })),
      ...Array.from({ length: others }, () => ({ row: { name: "乙" }, cadre: false })),
    ],
  })
  it("want 60% who are no cadres, exactly", () => {
    expect(congressPractice(congress(40, 60))[0]).toMatchObject({ verdict: "met", value: "60/100" })
    expect(congressPractice(congress(64, 86))[0]).toMatchObject({ verdict: "deviates", value: "86/150" })
    expect(congressPractice(congress(64, 86))[0]?.cure).toContain("4名")
    expect(congressPractice(congress(0, 0))[0]?.verdict).toBe("unknown")
  })
  it("count two thirds as a quorum and exactly half as not elected", () => {
    expect(reaches(thresholds.quorum, 100, 150)).toBe(true)
    expect(reaches(thresholds.quorum, 99, 150)).toBe(false)
    expect(reaches(thresholds.elected, 75, 150)).toBe(false)
    expect(reaches(thresholds.elected, 76, 150)).toBe(true)
    expect(reaches(thresholds.elected, 0, 0)).toBe(false)
  })
  it("are no findings", () => {
    const clauses: string[] = judgeUnion({
      asOf: "2025-11-15",
      unit: { id: "u", name: "u" },
      union: { id: "u", name: "u", level: "school", kind: "undergraduate" },
      university: { name: "u", students: 1, campuses: [] },
      posts: null,
      departments: [],
      congress: congress(64, 86),
      answers: {},
      explanations: [],
      limits: {},
      readings: {},
    }).map((f) => f.clause)
    expect(clauses.every(isClause)).toBe(true)
  })
})

describe("seats", () => {
  it("6.3 asks for the share that allocations start from", () => {
    expect(ruleOf("6.3")?.spec).toMatchObject({ limit: { atLeast: leastDelegates } })
  })
})
