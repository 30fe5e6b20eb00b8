import ExcelJS from "exceljs"
import { breadth } from "./measure.ts"
import { printable } from "./words.ts"
import { rezipped } from "./zip.ts"

/** A table for people who go on working in Excel or WPS. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly Value[])[]
}

export interface SheetColumn {
  readonly header: string
  /** In characters of Chinese; without it, as wide as what stands in it, within reason. */
  readonly width?: number
}

/** A Date is written as its calendar day in UTC. Text stays text whatever it begins with. */
export type Value = string | number | boolean | Date | null | undefined

const longest = 32_767
const grey = "FFF0F0F0"
const line: Partial<ExcelJS.Border> = { style: "thin", color: { argb: "FFBFBFBF" } }

/**
 * A workbook: headers styled and frozen, columns filterable. Words that look like formulas (= + - @) are
 * stored as text in text cells, so that neither Excel nor a later export to CSV computes them; student
 * numbers keep their zeros and never turn into powers of ten.
 */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  // A fixed moment: equal sheets give equal properties.
  book.created = book.modified = new Date(Date.UTC(2020, 0, 1))
  const taken = new Set<string>()
  for (const sheet of sheets) add(book, sheet, taken)
  return rezipped(new Uint8Array(await book.xlsx.writeBuffer()))
}

function add(book: ExcelJS.Workbook, sheet: Sheet, taken: Set<string>): void {
  const page = book.addWorksheet(sheetName(sheet.name, taken), {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: sheet.columns.length > 7 ? "landscape" : "portrait",
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: "1:1",
    },
    headerFooter: { oddFooter: "&C— &P —" },
  })
  const head = page.addRow(sheet.columns.map((column) => written(column.header)))
  head.height = 22
  head.eachCell((cell) => {
    cell.font = { name: "黑体", size: 11 }
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: grey } }
    cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true }
    cell.border = { top: line, bottom: line, left: line, right: line }
  })
  for (const values of sheet.rows) {
    const row = page.addRow(values.map(written))
    row.eachCell((cell) => {
      cell.font = { name: "宋体", size: 11 }
      cell.alignment = { vertical: "middle", wrapText: true }
      cell.border = { top: line, bottom: line, left: line, right: line }
      if (typeof cell.value === "string") cell.numFmt = "@"
      else if (cell.value instanceof Date) cell.numFmt = "yyyy-mm-dd"
    })
  }
  for (const [i, column] of sheet.columns.entries()) {
    const widest = () =>
      sheet.rows
        .slice(0, 500)
        .reduce((most, row) => Math.max(most, breadth(cut(row[i]))), breadth(column.header))
    // Excel counts in digits, two to a Chinese character.
    page.getColumn(i + 1).width = 2 * (column.width ?? Math.min(30, Math.max(4, widest()))) + 3
  }
  if (sheet.columns.length > 0)
    page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columns.length } }
}

/** Never an object: exceljs reads { formula } and { hyperlink } into one. */
function written(value: Value): string | number | boolean | Date | null {
  if (value === null || value === undefined) return null
  if (typeof value === "string") return printable(value).slice(0, longest)
  if (typeof value === "number") return Number.isFinite(value) ? value : null
  if (typeof value === "boolean") return value ? "是" : "否"
  if (value instanceof Date) return value
  throw new Error("A cell of a sheet holds a text, a number, a date or nothing.")
}

const cut = (value: Value): string =>
  value instanceof Date ? "2026-01-01" : String(value ?? "").slice(0, 60)

/** Excel's rules: 31 characters, none of []:*?/\, no quote at the ends, no name twice whatever the case. */
function sheetName(name: string, taken: Set<string>): string {
  const safe =
    printable(name)
      .replace(/[[\]:*?/\\\n]/g, "_")
      .replace(/^'+|'+$/g, "")
      .trim() || "表"
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : `（${n}）`
    const candidate = safe.slice(0, 31 - suffix.length) + suffix
    if (taken.has(candidate.toLowerCase())) continue
    taken.add(candidate.toLowerCase())
    return candidate
  }
}
