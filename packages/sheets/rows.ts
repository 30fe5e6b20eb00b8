import { columnName, type RawCell, type RawSheet } from "./raw.ts"
import type { Cell, ColumnSpec, RowText, SheetRow } from "./spec.ts"
import { cellProblem, headerKey, narrowText, textOf } from "./text.ts"

/** What stands below a header, row by row. */
export interface Body {
  readonly rows: SheetRow[]
  readonly notes: RowText[]
}

export interface BodyColumns {
  /** Keyed columns of the table. */
  readonly keyed: readonly { index: number; column: ColumnSpec }[]
  /** Header words by column, one map per header row, to know a repeated header. */
  readonly headerRows: readonly ReadonlyMap<number, string>[]
  /** How many columns have a header. */
  readonly width: number
  /** Every word a header of this kind of table may be, as header keys. */
  readonly words: ReadonlySet<string>
  /** First letters of `words`: most cells are dismissed by theirs. */
  readonly firstLetters: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
}

/** Opening words of lines that are about the table, not in it. */
const noteStart =
  /^(注\s*\d?\s*[:：]|注意|备注\s*([:：]|$)|说明\s*([:：]|$)|附注|填表|填报|制表|审核[人单部]|审核[:：]|审批[人:：]|复核[人:：]|经办|联系人|联系电话|负责人(签|[:：])|签字|签名|盖章|[(（]盖章|单位([(（]盖?章?[)）])?[:：]|日期[:：]|以上|共\s*\d+\s*[人名行条个]|总?计\s*\d+\s*[人名行条个]|截至|[*※])/
const total = /^(合\s*计|总\s*计|小\s*计|共\s*计|总\s*数|总\s*人\s*数)(?:$|[\s:：(（\d共])/
/** How words that name a group of rows end. */
const groupEnd =
  /(部|部门|组|团|室|中心|院|系|班|级|会|类|处|社|队|区|站)([(（].*[)）])?$|[(（]\s*共?\s*\d+\s*[人名个]\s*[)）]$/

/** Sorts the rows from `start` on into data, groups and notes. Stops where another table begins. */
export function readBody(sheet: RawSheet, start: number, columns: BodyColumns): Body {
  const rows: SheetRow[] = []
  const notes: RowText[] = []
  const carried = carriedDown(sheet, start)
  const wide = wideMerges(sheet, start, columns.width)
  const above = new Map<number, { raw: RawCell; row: number }>()
  const refs = columns.keyed.map(({ index }) => columnName(index))
  /** Groups wait until a data row follows; at the end of the table they were notes. */
  let waiting: RowText | undefined
  let group: RowText | undefined
  for (let r = start; r < sheet.cells.length; r++) {
    const cells = sheet.cells[r]!
    const row = r + sheet.firstRow
    const filled = countFilled(cells)
    if (filled === 0) continue
    const first = firstFilled(cells)
    const lead = textOf(cells[first]!)
    if (typeof cells[first] === "string") {
      if (total.test(lead) || (filled <= 4 && noteStart.test(lead))) {
        notes.push({ row, text: lineText(cells) })
        continue
      }
      const kind = filled > 1 ? headerKind(cells, filled, columns) : "data"
      if (kind === "repeated") continue
      if (kind === "other") {
        if (waiting) notes.push(waiting)
        notes.push({ row, text: lineText(cells) })
        return { rows, notes }
      }
      const alone = filled === 1 && !carried.has(r)
      if ((wide.has(r) && filled <= 2) || (alone && isGroup(cells, first, lead, columns))) {
        if (columns.titles.has(headerKey(lead))) continue
        if (waiting) notes.push(waiting)
        waiting = { row, text: lineText(cells) }
        above.clear()
        continue
      }
    }
    if (waiting) {
      group = waiting
      waiting = undefined
    }
    rows.push(readRow(cells, row, group, columns, refs, carried.get(r), above))
  }
  if (waiting) notes.push(waiting)
  return { rows, notes }
}

function readRow(
  cells: readonly RawCell[],
  row: number,
  group: RowText | undefined,
  { keyed }: BodyColumns,
  refs: readonly string[],
  carried: ReadonlyMap<number, Carried> | undefined,
  above: Map<number, { raw: RawCell; row: number }>,
): SheetRow {
  const out: Record<string, Cell> = {}
  for (let i = 0; i < keyed.length; i++) {
    const { index, column } = keyed[i]!
    const cell = cells[index] ?? null
    const own = isBlank(cell) ? null : cell
    const ref = refs[i]! + row
    const merged = own === null ? carried?.get(index) : undefined
    if (merged !== undefined) {
      out[column.key] = cellOf(merged.raw, ref, merged.row)
      if (column.fillDown) above.set(index, merged)
      continue
    }
    if (column.fillDown) {
      const before = above.get(index)
      if (own === null && before) {
        out[column.key] = cellOf(before.raw, ref, before.row)
        continue
      }
      if (own !== null) above.set(index, { raw: own, row })
    }
    out[column.key] = cellOf(cell, ref)
  }
  return group === undefined ? { row, cells: out } : { row, group, cells: out }
}

function cellOf(raw: RawCell, ref: string, inherited?: number): Cell {
  const text = textOf(raw)
  const problem = cellProblem(raw)
  if (inherited === undefined && problem === undefined) return { text, raw, ref }
  return {
    text,
    raw,
    ref,
    ...(inherited === undefined ? {} : { inherited }),
    ...(problem === undefined ? {} : { problem }),
  }
}

interface Carried {
  readonly raw: RawCell
  /** As Excel numbers it. */
  readonly row: number
}

/** For each row, the values vertical merges carry into it, by column. */
function carriedDown(sheet: RawSheet, start: number): Map<number, Map<number, Carried>> {
  const carried = new Map<number, Map<number, Carried>>()
  for (const { r1, c1, r2 } of sheet.merges) {
    if (r1 < start || r2 <= r1) continue
    const raw = sheet.cells[r1]?.[c1] ?? null
    if (raw === null) continue
    for (let r = r1 + 1; r <= Math.min(r2, sheet.cells.length - 1); r++) {
      let row = carried.get(r)
      if (!row) {
        row = new Map()
        carried.set(r, row)
      }
      row.set(c1, { raw, row: r1 + sheet.firstRow })
    }
  }
  return carried
}

/** Rows that one merge spans for at least half the table: they name a group. */
function wideMerges(sheet: RawSheet, start: number, width: number): Set<number> {
  const rows = new Set<number>()
  for (const { r1, c1, r2, c2 } of sheet.merges)
    if (r1 >= start && r1 === r2 && c2 - c1 + 1 >= Math.max(2, width / 2)) rows.add(r1)
  return rows
}

/** One value alone in its row: a group's name, unless it stands where a person's value must. */
function isGroup(cells: readonly RawCell[], at: number, text: string, columns: BodyColumns): boolean {
  if (columns.width <= 2) return false
  const owner = columns.keyed.find(({ index }) => index === at)
  if (!owner?.column.required) return cells[at] !== null
  return groupEnd.test(narrowText(text))
}

function headerKind(
  cells: readonly RawCell[],
  filled: number,
  { headerRows, words, firstLetters }: BodyColumns,
): "data" | "repeated" | "other" {
  for (const header of headerRows) {
    let same = 0
    for (const [index, text] of header) if (says(cells[index] ?? null, text)) same++
    if (same >= 2 && same >= header.size * 0.6) return "repeated"
  }
  if (filled < 3) return "data"
  let known = 0
  let unknown = 0
  for (const cell of cells) {
    if (typeof cell === "string" && firstLetters.has(cell.charAt(0)) && words.has(headerKey(cell))) known++
    else if (!isBlank(cell) && ++unknown > filled * 0.4) return "data"
  }
  return known >= 3 && known >= filled * 0.6 ? "other" : "data"
}

/** Cheap for the many cells that say something else. */
const says = (cell: RawCell, text: string) =>
  typeof cell === "string" && cell.includes(text.charAt(0)) && headerKey(cell) === text

function countFilled(cells: readonly RawCell[]): number {
  let filled = 0
  for (const cell of cells) if (!isBlank(cell)) filled++
  return filled
}

function isBlank(cell: RawCell): boolean {
  if (typeof cell !== "string") return cell === null
  const first = cell.charCodeAt(0)
  return !(first > 0x20 && first < 0x7f) && !(first >= 0x4e00 && first <= 0x9fff) && cell.trim() === ""
}

const firstFilled = (cells: readonly RawCell[]) => cells.findIndex((cell) => !isBlank(cell))

/** All a row says, for titles and notes. */
export const lineText = (cells: readonly RawCell[]) =>
  cells
    .map(textOf)
    .filter((text) => text !== "")
    .join(" ")
