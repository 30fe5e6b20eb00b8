/** A value as it stands in its cell, before anyone reads a meaning into it. */
export type RawCell = string | number | boolean | DateCell | FormulaCell | ErrorCell | null

/**
 * A number the spreadsheet shows as a date. Kept apart from text because spreadsheets turn `5/18`
 * into one by themselves: `month` and `day` are then what the person typed.
 */
export interface DateCell {
  readonly kind: "date"
  readonly year: number
  readonly month: number
  readonly day: number
  /** Minutes after midnight; 0 for a plain day. */
  readonly minutes: number
  /** What the cell's format shows: year-month-day, month-day, year-month, or a time of day only. */
  readonly parts: DateParts
  /** How the cell reads on screen, near enough: `5月18日`, `2025-09-01`. */
  readonly shown: string
}

export type DateParts = "ymd" | "md" | "ym" | "time"

/** A formula saved without its result. Formulas are never evaluated. */
export interface FormulaCell {
  readonly kind: "formula"
  readonly formula: string
}

/** `#REF!` and its like. */
export interface ErrorCell {
  readonly kind: "error"
  readonly shown: string
}

export interface Merge {
  /** Zero-based, counted like `cells[r][c]`; both ends included. */
  readonly r1: number
  readonly c1: number
  readonly r2: number
  readonly c2: number
}

export interface RawSheet {
  /** Null for a CSV, which has no sheets. */
  readonly name: string | null
  /** The file it came from: its words may speak for a kind of table. */
  readonly fileName: string
  /** `cells[r][c]`; column 0 is column A. Rows may be shorter than the table is wide. */
  readonly cells: RawCell[][]
  /** The row number Excel shows for `cells[0]` (a CSV: its line). */
  readonly firstRow: number
  readonly merges: readonly Merge[]
  readonly hidden?: boolean
}

export interface Workbook {
  readonly fileName: string
  readonly format: "xlsx" | "xls" | "csv"
  readonly sheets: RawSheet[]
}

/** `F` for 5. */
export function columnName(index: number): string {
  let name = ""
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}
