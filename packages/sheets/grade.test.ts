import { describe, expect, it } from "vitest"
import { dateCell, datePartsOf } from "./dates.ts"
import { parseDay, parseGrade, type RawCell } from "./index.ts"

describe("年级", () => {
  it.each<[RawCell, object]>([
    ["2022级", { year: 2022 }],
    ["22级", { year: 2022 }],
    ["２０２２级", { year: 2022 }],
    [2022, { year: 2022 }],
    ["2022", { year: 2022 }],
    ["大一", { year: 2025, level: "undergraduate" }],
    ["大三", { year: 2023, level: "undergraduate" }],
    ["研一", { year: 2025, level: "master" }],
    ["硕二", { year: 2024, level: "master" }],
    ["博二", { year: 2024, level: "doctor" }],
    ["2024级硕士", { year: 2024, level: "master" }],
    ["2023级 博士", { year: 2023, level: "doctor" }],
    ["硕士2024级", { year: 2024, level: "master" }],
    ["2022级本科", { year: 2022, level: "undergraduate" }],
    ["2024级硕士研究生", { year: 2024, level: "master" }],
    ["一年级", { year: 2025 }],
    ["大一新生", { year: 2025, level: "undergraduate" }],
  ])("reads %j", (raw, expected) =>
    expect(parseGrade(raw, { asOfSchoolYear: 2025 })).toEqual({ value: expected }),
  )
  it.each<[RawCell]>([
    [null],
    [""],
    ["2099级"],
    ["1999级"],
    ["预科"],
    ["2026届"],
    ["法学2201班"],
    ["大"],
    [true],
  ])("refuses %j", (raw) => expect(parseGrade(raw, { asOfSchoolYear: 2025 })).toHaveProperty("problem"))
})

describe("日期", () => {
  it.each<[RawCell, string | null]>([
    ["2025.9.1", "2025-09-01"],
    ["2025-09-01", "2025-09-01"],
    ["2025/9/1", "2025-09-01"],
    ["2025年9月1日", "2025-09-01"],
    ["２０２５年９月１日", "2025-09-01"],
    ["2025 年 9 月 1 日", "2025-09-01"],
    ["20250901", "2025-09-01"],
    ["25.9.1", "2025-09-01"],
    ["9月1日", "2025-09-01"],
    ["9.1", "2025-09-01"],
    ["2025-09-01 08:30", "2025-09-01"],
    ["9月1日 下午3点", "2025-09-01"],
    ["2025年9月1日（星期一）", "2025-09-01"],
    [45_901, "2025-09-01"],
    [dateCell(45_901, "ymd"), "2025-09-01"],
    [dateCell(45_901, "md"), "2025-09-01"],
    ["3月1日", "2026-03-01"],
    [null, null],
    ["—", null],
  ])("reads %j", (raw, expected) => expect(parseDay(raw, { schoolYear: 2025 })).toEqual({ value: expected }))
  it.each<[RawCell]>([
    ["2025.13.1"],
    ["2025年2月30日"],
    ["下周"],
    ["2025年9月"],
    [12],
    [dateCell(0.5, "time")],
  ])("refuses %j", (raw) => expect(parseDay(raw, { schoolYear: 2025 })).toHaveProperty("problem"))
  it("asks for the year when nobody says it", () => {
    expect(parseDay("9月1日")).toHaveProperty("problem")
    expect(parseDay("9月1日", { year: 2024 })).toEqual({ value: "2024-09-01" })
  })
})

describe("date formats", () => {
  it.each([
    ['m"月"d"日"', "md"],
    ["yyyy-mm-dd", "ymd"],
    ['[$-804]yyyy"年"m"月"d"日";@', "ymd"],
    ["d-mmm", "md"],
    ["mmm-yy", "ym"],
    ["h:mm", "time"],
    ["General", null],
    ["0", null],
    ["0.00%", null],
    ["0.00E+00", null],
    ['#,##0"年"', null],
    ["[Red]0.00", null],
    ["@", null],
  ])("%s shows %s", (format, parts) => expect(datePartsOf(format)).toBe(parts))
  it("counts days as Excel does", () => {
    expect(dateCell(1, "ymd")).toMatchObject({ year: 1900, month: 1, day: 1 })
    expect(dateCell(59, "ymd")).toMatchObject({ year: 1900, month: 2, day: 28 })
    expect(dateCell(61, "ymd")).toMatchObject({ year: 1900, month: 3, day: 1 })
    expect(dateCell(45_901.5, "ymd")).toMatchObject({ shown: "2025-09-01 12:00" })
    expect(dateCell(-1, "ymd")).toBeNull()
  })
})
