import { breadth, measureHeight, measureWidth, pageMeasure, pitch, size } from "./measure.ts"
import type { Align, Cell, Paper, Run, Table } from "./paper.ts"
import { plain, runsOf } from "./words.ts"

/** A table laid out: which cell stands where, how wide the columns are, which rows may break. */
export interface Grid {
  readonly columns: readonly { readonly share: number; readonly align: Align }[]
  /** One row, or two when the columns are grouped. */
  readonly head: readonly GridRow[]
  readonly body: readonly GridRow[]
}

export interface GridRow {
  readonly cells: readonly GridCell[]
  /** Taller than half a page: kept whole it could run off the paper, so it alone may break. */
  readonly breaks: boolean
  /** One heading across the whole table: kept on the page of the row below it. */
  readonly group: boolean
}

export interface GridCell {
  readonly runs: readonly Run[]
  /** Its first column, from 0. */
  readonly column: number
  /** Chinese characters that fit on one of its lines; longer Latin words have to be broken. */
  readonly fits: number
  readonly colspan: number
  readonly rowspan: number
  readonly shade: boolean
  readonly align: Align
  /** A header: of its column (in the head), of its row, or of the rows below when it spans the table. */
  readonly heading: boolean
}

/** Throws when the rows do not fill the columns: a silent shift would put people under wrong headings. */
export function grid(table: Table, paper: Pick<Paper, "orientation" | "page">): Grid {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0)
  if (table.columns.length === 0 || !(total > 0)) throw new Error("A table needs columns with a width.")
  const columns = table.columns.map((column) => ({
    share: column.width / total,
    align: column.align ?? "left",
  }))
  const page = pageMeasure(paper)
  const type = table.small ? size.五号 : size.小四
  const line = table.small ? pitch.small : pitch.table
  const room = ((measureHeight(page) * 72) / 25.4 / line) * 0.5

  const fits = (column: number, colspan: number): number => {
    const share = columns.slice(column, column + colspan).reduce((sum, one) => sum + one.share, 0)
    return Math.max(1, Math.floor((((share * measureWidth(page) - 4) / 25.4) * 72) / type))
  }
  const lines = (cell: GridCell): number =>
    plain(cell.runs)
      .split("\n")
      .reduce((sum, text) => sum + Math.max(1, Math.ceil(breadth(text) / cell.fits)), 0)

  /** Columns still covered by cells from above, in rows. */
  const covered = columns.map(() => 0)
  const body = table.rows.map((row, index): GridRow => {
    const cells: GridCell[] = []
    let column = 0
    const skip = () => {
      while (column < columns.length && covered[column]! > 0) covered[column++]!--
    }
    skip()
    for (const given of row) {
      const cell = spelled(given)
      if (column + cell.colspan > columns.length)
        throw new Error(`Row ${index + 1} of a table has more cells than its ${columns.length} columns.`)
      if (index + cell.rowspan > table.rows.length)
        throw new Error(`Row ${index + 1} of a table has a cell that spans beyond the last row.`)
      cells.push({
        ...cell,
        column,
        fits: fits(column, cell.colspan),
        align: cell.align ?? (cell.colspan > 1 ? "left" : columns[column]!.align),
      })
      for (let i = 0; i < cell.colspan; i++) {
        if (covered[column]! > 0) throw new Error(`Row ${index + 1} of a table has cells that overlap.`)
        covered[column++] = cell.rowspan - 1
      }
      skip()
    }
    if (column < columns.length)
      throw new Error(`Row ${index + 1} of a table has too few cells for its ${columns.length} columns.`)
    return {
      cells,
      breaks: cells.some((cell) => cell.rowspan === 1 && lines(cell) > room),
      group: cells.length === 1 && cells[0]!.heading && cells[0]!.colspan === columns.length,
    }
  })
  return { columns, head: head(table, fits), body }
}

function spelled(cell: Cell): Omit<GridCell, "column" | "fits" | "align"> & { align: Align | undefined } {
  const spanned = typeof cell === "string" || "length" in cell ? { text: cell } : cell
  return {
    runs: runsOf(spanned.text),
    colspan: Math.max(1, spanned.colspan ?? 1),
    rowspan: Math.max(1, spanned.rowspan ?? 1),
    shade: spanned.shade ?? false,
    align: spanned.align,
    heading: spanned.heading ?? false,
  }
}

function head(table: Table, fits: (column: number, colspan: number) => number): GridRow[] {
  const cell = (text: string, column: number, colspan = 1, rowspan = 1): GridCell => ({
    runs: runsOf(text),
    column,
    fits: fits(column, colspan),
    colspan,
    rowspan,
    shade: true,
    align: "center",
    heading: true,
  })
  // A form has its labels in its rows and no column is named.
  if (table.columns.every((column) => column.header === "" && column.group === undefined)) return []
  if (table.columns.every((column) => column.group === undefined))
    return [{ cells: table.columns.map((column, i) => cell(column.header, i)), breaks: false, group: false }]
  const upper: GridCell[] = []
  const lower: GridCell[] = []
  for (let i = 0; i < table.columns.length; i++) {
    const { group, header } = table.columns[i]!
    if (group === undefined) {
      upper.push(cell(header, i, 1, 2))
      continue
    }
    lower.push(cell(header, i))
    if (i > 0 && table.columns[i - 1]!.group === group) continue
    let span = 1
    while (table.columns[i + span]?.group === group) span++
    upper.push(cell(group, i, span))
  }
  return [
    { cells: upper, breaks: false, group: false },
    { cells: lower, breaks: false, group: false },
  ]
}
