import { describe, expect, it } from "vitest"
import { parseCount, parseFails, parseYesNo, type RawCell } from "./index.ts"

describe("numbers of people", () => {
  it.each<[RawCell, number | null]>([
    ["35人", 35],
    ["18 人", 18],
    ["３５", 35],
    [122, 122],
    ["1,204", 1204],
    ["共48个", 48],
    [0, 0],
    [null, null],
    ["—", null],
  ])("reads %j", (raw, expected) => expect(parseCount(raw)).toEqual({ value: expected }))
  it.each<[RawCell]>([["约五十"], ["3.5"], [-3], ["35/40"], ["12,34"], ["三十"]])("refuses %j", (raw) =>
    expect(parseCount(raw)).toHaveProperty("problem"),
  )
})

describe("yes or no", () => {
  it.each<[RawCell, boolean | null]>([
    ["是", true],
    ["√", true],
    ["✔", true],
    ["☑", true],
    ["有", true],
    ["Y", true],
    ["Ｙ", true],
    [1, true],
    [true, true],
    ["否", false],
    ["×", false],
    ["无", false],
    ["N", false],
    ["□", false],
    [0, false],
    [false, false],
    ["R是 £否", true],
    ["£是 R否", false],
    ["☑是 □否", true],
    ["□是 ☑否", false],
    ["□是 □否", null],
    ["是☑ 否□", true],
    ["是□否√", false],
    ["是（√）否（ ）", true],
    ["是（ ）否（√）", false],
    ["√是 否", true],
    ["", null],
    [null, null],
    ["/", null],
    ["—", null],
  ])("reads %j", (raw, expected) => expect(parseYesNo(raw)).toEqual({ value: expected }))
  it.each<[RawCell]>([["可能"], ["☑是 ☑否"], [2], ["是否"], ["群众"]])("does not decide %j", (raw) => {
    const parsed = parseYesNo(raw)
    expect("problem" in parsed || parsed.value === null).toBe(true)
  })
})

describe("不及格门数", () => {
  it.each<[RawCell, number | "some" | null]>([
    [0, 0],
    ["0门", 0],
    ["1", 1],
    ["２门", 2],
    ["共3门", 3],
    ["无", 0],
    ["否", 0],
    ["有", "some"],
    ["是", "some"],
    ["—", null],
    ["/", null],
    ["", null],
    [null, null],
    ["缓考", null],
  ])("reads %j", (raw, expected) => expect(parseFails(raw)).toEqual({ value: expected }))
  it.each<[RawCell]>([["良好"], [-1], [1.5], ["1/3"]])("refuses %j", (raw) =>
    expect(parseFails(raw)).toHaveProperty("problem"),
  )
})
