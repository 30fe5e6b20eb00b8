import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parsePersonName, parseSex, parseStudentNumber, type RawCell } from "./index.ts"

const value = (parsed: unknown) => (parsed as { value: unknown }).value
const refused = (parsed: object) => "problem" in parsed

describe("学号", () => {
  it.each<[RawCell, string]>([
    ["202307010106", "202307010106"],
    [202307010106, "202307010106"],
    ["２０２４１２０２０１０１", "202412020101"],
    ["202314030119 ", "202314030119"],
    ["\tS202517034", "S202517034"],
    ["'202307010106", "202307010106"],
    ["2023 0701 0106", "202307010106"],
    ["s202515020", "S202515020"],
    ["Ｂ202512006", "B202512006"],
    ["2.02307010106E+11", "202307010106"],
    ["202307010106.0", "202307010106"],
    ["\u200b202307010106\ufeff", "202307010106"],
  ])("reads %j", (raw, expected) => expect(value(parseStudentNumber(raw))).toBe(expected))

  it.each<[RawCell]>([
    [null],
    [""],
    ["2.02307E+11"],
    ["2.023070101060E+11x"],
    ["2.0230701010601E+11"],
    [2.02307010106e17],
    [20230701.5],
    [12],
    ["张三"],
    ["110101200501011234"],
    ["11010120050101123X"],
    ["无"],
    ["abcdef"],
    [{ kind: "date", year: 2025, month: 5, day: 18, minutes: 0, parts: "md", shown: "5月18日" }],
  ])("refuses %j", (raw) => expect(refused(parseStudentNumber(raw))).toBe(true))

  it("reads any number a spreadsheet keeps, as number or as text, alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999_999_999 }), (n) => {
        expect(parseStudentNumber(n)).toEqual({ value: String(n) })
        expect(parseStudentNumber(`\t${n} `)).toEqual({ value: String(n) })
      }),
    )
  })
  it("reads scientific notation exactly when no digit is lost, and refuses it else", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 999_999_999_999 }),
        fc.integer({ min: 1, max: 12 }),
        (n, kept) => {
          const digits = String(n)
          const cut = digits.slice(0, kept)
          const parsed = parseStudentNumber(`${cut[0]}.${cut.slice(1) || "0"}E+${digits.length - 1}`)
          if (kept >= digits.length) expect(parsed).toEqual({ value: digits })
          else expect(refused(parsed)).toBe(true)
        },
      ),
    )
  })
})

describe("姓名", () => {
  it.each<[RawCell, string]>([
    ["张 三", "张三"],
    ["李  昊", "李昊"],
    ["任　伟", "任伟"],
    ["胡子涵 ", "胡子涵"],
    ["王 𬭎", "王𬭎"],
    ["陈㛃", "陈㛃"],
    ["李䶮", "李䶮"],
    ["张三（女）", "张三"],
    ["张三 (女,回族)", "张三"],
    ["艾山江·吐尔逊", "艾山江·吐尔逊"],
    ["艾山江 • 吐尔逊", "艾山江·吐尔逊"],
    ["艾山江．吐尔逊", "艾山江·吐尔逊"],
    ["Anna  Maria Lee", "Anna Maria Lee"],
    ["吕〇", "吕〇"],
    ["﨎", "﨎"],
  ])("reads %j", (raw, expected) => expect(value(parsePersonName(raw))).toBe(expected))

  it.each<[RawCell]>([
    [null],
    ["  "],
    ["（女）"],
    ["张三1"],
    ["12"],
    [12],
    ["填表人：张三"],
    ["张\ufffd"],
    ["张".repeat(41)],
  ])("refuses %j", (raw) => expect(refused(parsePersonName(raw))).toBe(true))

  it("finds the same name however it is padded", () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code))
    const gap = fc.constantFrom("", " ", "  ", "　", "\t", "\u00a0")
    fc.assert(
      fc.property(fc.array(han, { minLength: 2, maxLength: 4 }), gap, (chars, space) => {
        expect(parsePersonName(`${space}${chars.join(space)}${space}`)).toEqual({ value: chars.join("") })
      }),
    )
  })
})

describe("性别", () => {
  it.each<[RawCell, unknown]>([
    ["男", "male"],
    [" 女 ", "female"],
    ["女性", "female"],
    [1, "male"],
    ["F", "female"],
    [null, null],
    ["—", null],
  ])("reads %j", (raw, expected) => expect(value(parseSex(raw))).toBe(expected))
  it.each<[RawCell]>([["汉族"], [3], ["男女"]])("refuses %j", (raw) =>
    expect(refused(parseSex(raw))).toBe(true),
  )
})
