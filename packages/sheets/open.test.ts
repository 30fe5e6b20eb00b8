import { utils, write } from "@e965/xlsx"
import { unwrap } from "@qiaoliang/basics"
import { strToU8, zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { type OpenOptions, openWorkbook, type RawCell } from "./index.ts"

const sheetBytes = (rows: unknown[][], bookType: "xlsx" | "biff8" = "xlsx", name = "名单") => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  return new Uint8Array(write(book, { type: "buffer", bookType }))
}

/** An .xlsx of the least parts, its sheet given as XML. */
function xlsx(sheet: string, more: Record<string, Uint8Array> = {}, styles = ""): Uint8Array {
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${styles}<cellXfs><xf numFmtId="0"/><xf numFmtId="58"/><xf numFmtId="57"/></cellXfs></styleSheet>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(sheetXml(sheet)),
    ...more,
  })
}
const sheetXml = (rows: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`

const cellsOf = (name: string, bytes: Uint8Array, options?: OpenOptions): RawCell[][] =>
  unwrap(openWorkbook(name, bytes, options)).sheets[0]!.cells
const refusal = (name: string, bytes: Uint8Array, options?: OpenOptions) => {
  const opened = openWorkbook(name, bytes, options)
  if (opened.ok) throw new Error("opened")
  expect(opened.error.because).toContain(name)
  expect(opened.error.cure).toBeTruthy()
  return opened.error
}

describe("workbooks", () => {
  const rows = [["姓名", "学号"], ["张三", 202301010101], [], ["李四", "S202515020", true]]
  it("are read from .xlsx and .xls alike", () => {
    const expected = [["姓名", "学号"], ["张三", 202301010101], [], ["李四", "S202515020", true]]
    expect(cellsOf("a.xlsx", sheetBytes(rows))).toEqual(expected)
    expect(cellsOf("a.xls", sheetBytes(rows, "biff8"))).toEqual(expected)
  })
  it("keep a rank that Chinese Excel made a date apart, with month and day", () => {
    const rows = `<row r="1"><c r="A1" s="1"><v>45795</v></c><c r="B1" s="2"><v>13028</v></c><c r="C1" s="0"><v>45795</v></c></row>`
    const formats = [
      "",
      `<numFmts count="1"><numFmt numFmtId="176" formatCode="0.0"/></numFmts>`,
      `<numFmts count="0"/>`,
      `<numFmts count="2"><numFmt numFmtId="58" formatCode="m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="57" formatCode="mmm-yy"/></numFmts>`,
    ]
    for (const styles of formats) {
      const [first] = cellsOf("a.xlsx", xlsx(rows, {}, styles))
      expect(first![0]).toMatchObject({ kind: "date", month: 5, day: 18, parts: "md", shown: "5月18日" })
      expect(first![1]).toMatchObject({ kind: "date", year: 1935, month: 9, parts: "ym" })
      expect(first![2]).toBe(45795)
    }
  })
  it("keep dates in .xls", () => {
    const sheet = utils.aoa_to_sheet([["x"]])
    sheet.A1 = { t: "n", v: 45795, z: 'm"月"d"日"' }
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, "甲")
    const bytes = new Uint8Array(write(book, { type: "buffer", bookType: "biff8" }))
    expect(cellsOf("a.xls", bytes)[0]![0]).toMatchObject({ kind: "date", month: 5, day: 18 })
  })
  it("give the saved value of a formula, and say when there is none", () => {
    const [row] = cellsOf(
      "a.xlsx",
      xlsx(
        `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1&amp;"x"</f></c><c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><v>7</v></c><c r="F1"><f t="shared" si="0"/></c><c r="G1"><f>B1</f><v></v></c></row>`,
      ),
    )
    expect(row).toEqual([
      2,
      { kind: "formula", formula: '=A1&"x"' },
      "a",
      { kind: "error", shown: "#DIV/0!" },
      7,
      { kind: "formula", formula: "=" },
      { kind: "formula", formula: "=B1" },
    ])
  })
  it("are not confused by an empty styled cell before a formula", () => {
    const bytes = xlsx(`<row r="1"><c r="A1" s="0"/><c r="B1"><f>A1</f></c><c r="C1"><v>3</v></c></row>`)
    expect(cellsOf("a.xlsx", bytes)).toEqual([[null, { kind: "formula", formula: "=A1" }, 3]])
  })
  it("are read as another program writes them, with pictures and comments", async () => {
    const { default: ExcelJs } = await import("exceljs")
    const book = new ExcelJs.Workbook()
    const sheet = book.addWorksheet("甲")
    sheet.addRow(["姓名", "日期", "公式"])
    sheet.addRow(["陈㛃", new Date(Date.UTC(2025, 8, 1)), { formula: "1+1", result: 2 }])
    sheet.addRow([
      { richText: [{ text: "张" }, { text: "三", font: { bold: true } }] },
      null,
      { formula: "A1" },
    ])
    sheet.getCell("A1").note = "批注"
    const pixel =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    sheet.addImage(book.addImage({ base64: pixel, extension: "png" }), "D1:E2")
    const cells = cellsOf("a.xlsx", new Uint8Array(await book.xlsx.writeBuffer()))
    expect(cells[1]).toMatchObject(["陈㛃", { kind: "date", shown: "2025-09-01", parts: "ymd" }, 2])
    expect(cells[2]).toEqual(["张三", null, { kind: "formula", formula: "=A1" }])
  })
  it("report merges and hidden sheets", () => {
    const sheet = utils.aoa_to_sheet([["标题"], ["姓名", "学号"]])
    sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, "甲")
    utils.book_append_sheet(book, utils.aoa_to_sheet([["x"]]), "乙")
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    const opened = unwrap(openWorkbook("a.xlsx", new Uint8Array(write(book, { type: "buffer" }))))
    expect(opened.sheets[0]).toMatchObject({ name: "甲", merges: [{ r1: 0, c1: 0, r2: 0, c2: 1 }] })
    expect(opened.sheets[0]!.hidden).toBeUndefined()
    expect(opened.sheets[1]!.hidden).toBe(true)
  })
  it("do not mind a dimension that promises a million rows, nor empty rows far below", () => {
    const bytes = xlsx(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"/>`)
    expect(cellsOf("a.xlsx", bytes)).toEqual([[1]])
  })
})

describe("refused with a sentence and a cure", () => {
  it("empty and blank files", () => {
    expect(refusal("a.xlsx", new Uint8Array(0)).code).toBe("unreadable")
    expect(refusal("a.csv", strToU8(" \r\n ")).code).toBe("unreadable")
    expect(refusal("a.xlsx", sheetBytes([[]])).because).toContain("没有任何内容")
  })
  it("files too big", () => {
    expect(refusal("a.csv", new Uint8Array(2_000_000), { maxBytes: 1 << 20 }).code).toBe("too-large")
  })
  it("garbage, whatever it calls itself", () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)
    for (const name of ["a.xlsx", "a.xls", "a.csv", "a.docx", "a"])
      expect(refusal(name, noise).code).toBe("unreadable")
    expect(refusal("a.xlsx", Uint8Array.of(0x50, 0x4b, 3, 4, ...noise)).code).toBe("unreadable")
    expect(
      refusal("a.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...noise)).code,
    ).toBe("unreadable")
    expect(refusal("a.xlsx", sheetBytes([["x"]]).slice(0, 900)).code).toBe("unreadable")
  })
  it("other kinds of file", () => {
    expect(refusal("a.xlsx", zipSync({ "word/document.xml": strToU8("<x/>") })).because).toContain(
      "不是电子表格",
    )
    expect(refusal("a.xls", strToU8("<html><table></table></html>")).because).toContain("网页")
    expect(refusal("a.xlsx", strToU8("姓名,学号")).because).toContain("不是 .xlsx")
    expect(refusal("a.xlsb", zipSync({ "xl/workbook.bin": strToU8("x") })).because).toContain("二进制")
    expect(refusal("a.pdf", strToU8("%PDF-1.7")).because).toContain("不是电子表格")
  })
  it("macros, by name or by content", () => {
    const clean = `<row r="1"><c r="A1"><v>1</v></c></row>`
    expect(openWorkbook("a.xlsx", xlsx(clean)).ok).toBe(true)
    expect(refusal("a.xlsm", xlsx(clean)).because).toContain("宏")
    expect(refusal("a.xlsx", xlsx(clean, { "xl/vbaProject.bin": strToU8("x") })).because).toContain("宏")
    const container = new TextDecoder("latin1").decode(sheetBytes([["x"]], "biff8"))
    expect(container).not.toContain("V\0B\0A")
  })
  it("an encrypted workbook", async () => {
    const { CFB } = await import("@e965/xlsx")
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, "/EncryptionInfo", Buffer.alloc(300))
    CFB.utils.cfb_add(container, "/EncryptedPackage", Buffer.alloc(3000))
    expect(refusal("a.xlsx", new Uint8Array(CFB.write(container, { type: "buffer" }))).because).toContain(
      "密码",
    )
    const macro = CFB.utils.cfb_new()
    CFB.utils.cfb_add(macro, "/Workbook", Buffer.alloc(300))
    CFB.utils.cfb_add(macro, "/_VBA_PROJECT_CUR/VBA/dir", Buffer.alloc(30))
    expect(refusal("a.xls", new Uint8Array(CFB.write(macro, { type: "buffer" }))).because).toContain("宏")
  })
  it("a zip bomb, declared or lying", () => {
    const zeros = new Uint8Array(30 << 20)
    const bomb = xlsx("", { "xl/media/big.bin": zeros })
    expect(bomb.length).toBeLessThan(100_000)
    expect(refusal("a.xlsx", bomb).code).toBe("too-large")
    expect(
      refusal("a.xlsx", xlsx("", { "xl/a.bin": new Uint8Array(5 << 20) }), { maxInflated: 4 << 20 }).code,
    ).toBe("too-large")
    const lying = xlsx(" ".repeat(3 << 20))
    const honest = openWorkbook(
      "a.xlsx",
      xlsx(`<row r="1"><c r="A1"><v>1</v></c></row>${" ".repeat(3 << 20)}`),
    )
    expect(honest.ok).toBe(true)
    understate(lying, "xl/worksheets/sheet1.xml", 1000)
    expect(refusal("a.xlsx", lying).code).toBe("too-large")
  })
  it("a sheet of a million rows, without reading it all", () => {
    const million = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i % 7919}</v></c></row>`,
    )
    const bytes = xlsx(million.join(""))
    const before = performance.now()
    const { code, because } = refusal("a.xlsx", bytes)
    expect(code).toBe("too-large")
    expect(because).toContain("200000 行")
    expect(performance.now() - before).toBeLessThan(5000)
    expect(refusal("a.csv", strToU8("1,2\n".repeat(1_000_000))).code).toBe("too-large")
  })
  it("cells with impossible addresses", () => {
    const before = performance.now()
    expect(refusal("a.xlsx", xlsx(`<row r="4000000000"><c><v>1</v></c></row>`)).code).toBe("unreadable")
    expect(refusal("a.xlsx", xlsx(`<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>`)).code).toBe("unreadable")
    expect(performance.now() - before).toBeLessThan(1000)
  })
  it("too many rows also where tags carry a prefix", () => {
    const row = "<x:row><x:c><x:v>1</x:v></x:c></x:row>"
    const prefixed = (count: number) =>
      xlsx("", {
        "xl/worksheets/sheet1.xml": strToU8(
          `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${row.repeat(count)}</x:sheetData></x:worksheet>`,
        ),
      })
    expect(cellsOf("a.xlsx", prefixed(3), { maxRows: 3 })).toEqual([[1], [1], [1]])
    expect(refusal("a.xlsx", prefixed(4), { maxRows: 3 }).code).toBe("too-large")
  })
  it("a row or a column beyond the limit, but not at it", () => {
    const at = (r: string) => xlsx(`<row r="1"><c r="${r}"><v>1</v></c></row>`)
    expect(openWorkbook("a.xlsx", at("GR1")).ok).toBe(true)
    expect(refusal("a.xlsx", at("GS1")).because).toContain("200 列")
    expect(refusal("a.xlsx", xlsx(`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`)).code).toBe(
      "too-large",
    )
    const far = xlsx(`<row r="11"><c r="A11"><v>1</v></c></row>`)
    expect(openWorkbook("a.xlsx", far, { maxRows: 11 }).ok).toBe(true)
    expect(refusal("a.xlsx", far, { maxRows: 10 }).because).toContain("10 行")
    expect(openWorkbook("a.csv", strToU8("1\n2\n3"), { maxRows: 3 }).ok).toBe(true)
    expect(refusal("a.csv", strToU8("1\n2\n3\n4"), { maxRows: 3 }).code).toBe("too-large")
    expect(refusal("a.csv", strToU8("1,2,3"), { maxColumns: 2 }).because).toContain("2 列")
  })
})

/** Makes an archive claim an entry is smaller than it is, in both its headers. */
function understate(bytes: Uint8Array, name: string, size: number) {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (view.getUint32(at - 30, true) === 0x04034b50) view.setUint32(at - 30 + 22, size, true)
    if (view.getUint32(at - 46, true) === 0x02014b50) view.setUint32(at - 46 + 24, size, true)
  }
}
