import type { RawCell } from "./raw.ts"

/** A column a table of some kind may have. */
export interface ColumnSpec {
  readonly key: string
  readonly label: string
  /** Other headers people write for it; gaps, brackets and punctuation need no variants of their own. */
  readonly synonyms: readonly string[]
  readonly required?: boolean
  /** Blank cells take the value above, as in tables whose vertical merges were lost. */
  readonly fillDown?: boolean
}

/** A kind of table. */
export interface SheetSpec {
  readonly id: string
  readonly label: string
  readonly columns: readonly ColumnSpec[]
  /** Words in title rows, the sheet's name or the file's that speak for this kind. */
  readonly hints?: readonly string[]
}

export interface Recognised {
  /** `SheetSpec.id` */
  readonly spec: string
  readonly sheet: string | null
  readonly titles: readonly RowText[]
  /** Rows as Excel numbers them; two or more for a header of several levels. */
  readonly headerRows: readonly number[]
  readonly columns: readonly RecognisedColumn[]
  readonly rows: SheetRow[]
  /** Footnotes, totals, signature lines, and what stands in other tables below. */
  readonly notes: readonly RowText[]
  /** Required keys without a column. */
  readonly missing: readonly string[]
  /** 0 to 1: how well the table fits the spec. */
  readonly score: number
}

export interface RowText {
  readonly row: number
  readonly text: string
}

/** How a header was matched: `remembered` by this university's earlier correction. */
export type Confidence = "exact" | "synonym" | "fuzzy" | "remembered" | "none"

export interface RecognisedColumn {
  readonly key: string | null
  /** As written; levels of a header joined by `·`. */
  readonly header: string
  /** Zero-based; 0 is column A. */
  readonly index: number
  readonly confidence: Confidence
  /** The first three different values. */
  readonly samples: readonly string[]
}

export interface SheetRow {
  /** As Excel shows it. */
  readonly row: number
  /** Nearest grouping row above, such as `综合事务部（6人）`. */
  readonly group?: RowText
  /** One cell for every recognised column, blank ones included. */
  readonly cells: Record<string, Cell>
}

export interface Cell {
  /** Tidied: see `normaliseText`. */
  readonly text: string
  readonly raw: RawCell
  /** `F14`; of the cell in this row, also when the value is inherited. */
  readonly ref: string
  /** Excel's number of the row the value was carried down from. */
  readonly inherited?: number
  /** Why the cell must not be taken at its word: a formula without result, an error, formula text. */
  readonly problem?: string
}
