import { type CellObject, read, type WorkBook, type WorkSheet } from "@e965/xlsx"
import { chineseFormats, dateCell, datePartsOf } from "./dates.ts"
import type { Merge, RawCell, RawSheet } from "./raw.ts"

/** Marks a cell whose formula had no result while it passes through the reader. */
const unsolved = "\uf8ff\uf8fe公式"

const options = {
  dense: true,
  cellText: false,
  cellHTML: false,
  cellNF: true,
  cellFormula: false,
  sheetStubs: false,
} as const

/** The last row and column a spreadsheet can have: beyond them a cell's address is a lie. */
const lastRow = 1_048_576
const lastColumn = 16_384

/** Reads the bytes of one workbook; throws what the reader throws, and on impossible addresses. */
export function readSheets(bytes: Uint8Array, fileName: string): RawSheet[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const book = read(buffer, { ...options, type: "buffer" })
  const leap = book.Workbook?.WBProps?.date1904 ? 1462 : 0
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name]
    if (sheet?.["!data"] === undefined) return []
    const hidden = isHidden(book, i)
    return [toRaw(sheet, name, fileName, leap, hidden)]
  })
}

const isHidden = (book: WorkBook, i: number) => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0

function toRaw(sheet: WorkSheet, name: string, fileName: string, leap: number, hidden: boolean): RawSheet {
  const data = sheet["!data"] as (CellObject | undefined)[][]
  let last = data.length
  if (last > lastRow) throw new RangeError(`row ${last}`)
  while (last > 0 && !holdsAnything(data[last - 1])) last--
  const cells: RawCell[][] = []
  for (let r = 0; r < last; r++) {
    const row = data[r] ?? []
    if (row.length > lastColumn) throw new RangeError(`column ${row.length}`)
    const out: RawCell[] = []
    for (let c = 0; c < row.length; c++) out.push(toCell(row[c], leap))
    while (out.length > 0 && out.at(-1) === null) out.pop()
    cells.push(out)
    delete data[r]
  }
  const merges = (sheet["!merges"] ?? []).map(({ s, e }): Merge => ({ r1: s.r, c1: s.c, r2: e.r, c2: e.c }))
  return { name, fileName, cells, firstRow: 1, merges, ...(hidden ? { hidden } : {}) }
}

function holdsAnything(row: readonly (CellObject | undefined)[] | undefined): boolean {
  if (row === undefined) return false
  return row.length > lastColumn || row.some((cell) => cell && cell.v !== undefined && cell.v !== "")
}

function toCell(cell: CellObject | undefined, leap: number): RawCell {
  if (cell === undefined || cell === null) return null
  const { v } = cell
  if (cell.t === "e") return { kind: "error", shown: errorNames[v as number] ?? "#ERROR!" }
  if (typeof v === "string") {
    if (v === "") return null
    return v.startsWith(unsolved) ? { kind: "formula", formula: `=${v.slice(unsolved.length)}` } : v
  }
  if (typeof v === "number") {
    const format = typeof cell.z === "string" ? cell.z : impliedFormat(cell)
    const parts = format === undefined || format === "General" ? null : datePartsOf(format)
    return parts === null ? v : (dateCell(v + leap, parts) ?? v)
  }
  return typeof v === "boolean" ? v : null
}

/** An old .xls cell names its format by number only. */
function impliedFormat(cell: CellObject): string | undefined {
  const { XF } = cell as CellObject & { XF?: { numFmtId?: number } }
  return XF?.numFmtId === undefined ? undefined : chineseFormats[XF.numFmtId]
}

const errorNames: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
}

/** Adds the formats Chinese Excel leaves unsaid, so that the reader knows their cells for dates. */
export function completeStyles(xml: string): string {
  const said = new Set([...xml.matchAll(/<(?:\w+:)?numFmt\b[^>]*numFmtId="(\d+)"/g)].map((m) => Number(m[1])))
  const used = new Set([...xml.matchAll(/<(?:\w+:)?xf\b[^>]*numFmtId="(\d+)"/g)].map((m) => Number(m[1])))
  const missing = [...used].filter((id) => chineseFormats[id] !== undefined && !said.has(id))
  if (missing.length === 0) return xml
  const prefix = /<(\w+:)?styleSheet\b/.exec(xml)?.[1] ?? ""
  const added = missing
    .map(
      (id) =>
        `<${prefix}numFmt numFmtId="${id}" formatCode="${chineseFormats[id]!.replaceAll('"', "&quot;")}"/>`,
    )
    .join("")
  const list = new RegExp(`<${prefix}numFmts\\b[^>]*>`)
  if (list.test(xml))
    return xml.replace(list, (open) =>
      open.endsWith("/>") ? `${open.slice(0, -2)}>${added}</${prefix}numFmts>` : open + added,
    )
  return xml.replace(
    /<(?:\w+:)?styleSheet\b[^>]*>/,
    (open) => `${open}<${prefix}numFmts>${added}</${prefix}numFmts>`,
  )
}

/** Marks cells whose formula carries no saved result: the reader would call them 0. */
export function markUnsolved(xml: string): string {
  if (!/<(?:\w+:)?f[\s>/]/.test(xml)) return xml
  return xml.replace(
    /<((?:\w+:)?)c(\s[^<>]*[^/<>])>((?:(?!<\/\1c>)[\s\S])*?)<\/\1c>/g,
    (whole, prefix: string, attributes: string, inside: string) => {
      if (!/<(?:\w+:)?f[\s>/]/.test(inside) || /<(?:\w+:)?v(?:\s[^<>]*)?>[^<]/.test(inside)) return whole
      if (/\st="str"/.test(attributes) && /<(?:\w+:)?v/.test(inside)) return whole
      const formula = /<(?:\w+:)?f(?:\s[^<>]*)?>([^<]*)</.exec(inside)?.[1] ?? ""
      const plain = attributes.replace(/\st="[^"]*"/, "")
      return `<${prefix}c${plain} t="str"><${prefix}v>${unsolved}${formula}</${prefix}v></${prefix}c>`
    },
  )
}
