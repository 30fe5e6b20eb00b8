import ExcelJS from "exceljs"
import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "vitest"
import { toXlsx } from "./sheet.ts"

const sheets = [
  {
    name: "名单[一]:?",
    columns: [{ header: "学号" }, { header: "姓名" }, { header: "排名", width: 6 }, { header: "日期" }],
    rows: [
      ["0020220001", "=cmd|' /C calc'!A0", 5, new Date("2026-03-30T00:00:00Z")],
      ["202200000000000001", "+1+1", Number.NaN, null],
      ["-1", "@SUM(A1)", 0.25, undefined],
    ],
  },
  { name: "名单[一]:?", columns: [], rows: [] },
]

test("words stay words: nothing is computed, no zero is lost", async () => {
  const bytes = await toXlsx(sheets)
  const parts = unzipSync(bytes)
  for (const [path, part] of Object.entries(parts))
    if (path.endsWith(".xml")) expect(strFromU8(part)).not.toMatch(/<f[ >]/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer)
  const page = book.worksheets[0]!
  expect(page.getCell("A2").value).toBe("0020220001")
  expect(page.getCell("A2").numFmt).toBe("@")
  expect(page.getCell("B2").value).toBe("=cmd|' /C calc'!A0")
  expect(page.getCell("B2").type).toBe(ExcelJS.ValueType.String)
  expect(page.getCell("A3").value).toBe("202200000000000001")
  expect(page.getCell("C2").value).toBe(5)
  expect(page.getCell("C3").value).toBeNull()
  expect(page.getCell("D2").value).toEqual(new Date("2026-03-30T00:00:00Z"))
})

test("headers are frozen, names of sheets lawful and different", async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(await toXlsx(sheets)) as unknown as ExcelJS.Buffer)
  expect(book.worksheets.map(({ name }) => name)).toEqual(["名单_一___", "名单_一___（2）"])
  expect(book.worksheets[0]!.views[0]).toMatchObject({ state: "frozen", ySplit: 1 })
})

test("the same sheets give the same bytes, and objects are refused", async () => {
  expect(Buffer.compare(await toXlsx(sheets), await toXlsx(sheets))).toBe(0)
  const formula = { formula: "1+1" } as unknown as string
  await expect(toXlsx([{ name: "a", columns: [{ header: "a" }], rows: [[formula]] }])).rejects.toThrow()
})
