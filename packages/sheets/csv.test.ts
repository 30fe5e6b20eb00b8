import { unwrap } from "@qiaoliang/basics"
import fc from "fast-check"
import { strToU8 } from "fflate"
import { describe, expect, it } from "vitest"
import { openWorkbook, type RawCell } from "./index.ts"

const cells = (bytes: Uint8Array, name = "a.csv"): RawCell[][] =>
  unwrap(openWorkbook(name, bytes)).sheets[0]!.cells
const ofText = (text: string) => cells(strToU8(text))

describe("encodings", () => {
  const expected = [
    ["姓名", "学号"],
    ["陈㛃", "1"],
  ]
  it("reads UTF-8 with and without its mark", () => {
    expect(ofText("姓名,学号\n陈㛃,1")).toEqual(expected)
    expect(ofText("\ufeff姓名,学号\n陈㛃,1")).toEqual(expected)
  })
  it("reads UTF-16 of either order by its mark", () => {
    const text = "姓名\t学号\r\n陈㛃\t1\r\n"
    const little = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"))
    const big = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16())
    expect(cells(little)).toEqual(expected)
    expect(cells(big)).toEqual(expected)
  })
  it("reads GB18030 with the characters GBK lacks", () => {
    // 姓名,学号⏎陈㛃,1⏎王𬭎,2: 㛃 and 𬭎 take four bytes
    const hex = "d0d5c3fb2cd1a7bac50d0ab3c28230b7312c310d0acdf59933a9322c32"
    const bytes = Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16))
    expect(cells(bytes)).toEqual([...expected, ["王𬭎", "2"]])
  })
  it("refuses bytes that are no text", () => {
    expect(openWorkbook("a.csv", Uint8Array.of(0x61, 0x2c, 0xff, 0xff, 0x0a)).ok).toBe(false)
    expect(openWorkbook("a.csv", Uint8Array.of(0x61, 0x00, 0x62)).ok).toBe(false)
    expect(openWorkbook("a.csv", strToU8("a\u0001b,c")).ok).toBe(false)
  })
})

describe("rows and columns", () => {
  it("finds the separator, also where another stands inside cells", () => {
    expect(ofText("a;b;c\n1,5;2;3")).toEqual([
      ["a", "b", "c"],
      ["1,5", "2", "3"],
    ])
    expect(ofText("a,b\n甲,\tS1\n乙,\tS2")).toEqual([
      ["a", "b"],
      ["甲", "\tS1"],
      ["乙", "\tS2"],
    ])
    expect(ofText("sep=;\na,x;b")).toEqual([[], ["a,x", "b"]])
  })
  it("reads quoted separators, doubled quotes and stray quotes", () => {
    expect(ofText('a,b\n1,"兼副书记,已述职"\n2,"曾用名""小宁"""\n3,曾用名"小宁"')).toEqual([
      ["a", "b"],
      ["1", "兼副书记,已述职"],
      ["2", '曾用名"小宁"'],
      ["3", '曾用名"小宁"'],
    ])
  })
  it("numbers rows by line, blank lines and quoted line breaks included", () => {
    const rows = ofText('题目\n\n姓名,备注\n张三,"一\n二\n三"\n李四,\n')
    expect(rows[0]).toEqual(["题目"])
    expect(rows[1]).toEqual([])
    expect(rows[3]).toEqual(["张三", "一\n二\n三"])
    expect(rows.slice(4, 6)).toEqual([[], []])
    expect(rows[6]).toEqual(["李四"])
    expect(rows).toHaveLength(7)
  })
  it("refuses a quote that never closes", () => {
    const opened = openWorkbook("a.csv", strToU8('a,b\n1,"二\n3,4\n'))
    expect(opened.ok ? "" : opened.error.because).toContain("引号")
  })
  it("gives back whatever was quoted", () => {
    const word = fc.string({ unit: fc.constantFrom("甲", "乙", " ", '"', ",", "\n", "1") })
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 8 }), (pairs) => {
        const quote = (s: string) => `"${s.replaceAll('"', '""')}"`
        const text = ["头,尾", ...pairs.map(([a, b]) => `${quote(a)},${quote(b)}`)].join("\r\n")
        let line = 1
        const rows = ofText(text)
        for (const [a, b] of pairs) {
          expect([rows[line]![0] ?? null, rows[line]![1] ?? null]).toEqual([a || null, b || null])
          line += 1 + [...a, ...b].filter((c) => c === "\n").length
        }
      }),
    )
  })
})
