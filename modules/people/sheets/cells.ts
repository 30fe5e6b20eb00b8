import type { Place } from "@qiaoliang/clause"
import type { Parsed, RawCell, Recognised, SheetRow } from "@qiaoliang/sheets"
import type { ReadContext } from "#modules/imports/index.ts"
import type { RowProblem } from "../records.ts"

type Kind = RowProblem["kind"]
type More = Partial<Omit<RowProblem, "kind" | "because">>

/** Reads the cells of one recognised sheet and keeps what is wrong with them, each with its place. */
export class Cells {
  readonly problems: RowProblem[] = []
  readonly #file: string
  readonly #sheet: string | null
  readonly #headers: ReadonlyMap<string, string>

  constructor(recognised: Recognised, context: Pick<ReadContext, "file" | "sheet">) {
    this.#file = context.file
    this.#sheet = context.sheet
    this.#headers = new Map(
      recognised.columns.flatMap(({ key, header }) => (key === null ? [] : [[key, header] as const])),
    )
    for (const key of recognised.missing)
      this.problems.push({
        file: this.#file,
        sheet: this.#sheet,
        row: recognised.headerRows.at(-1) ?? null,
        kind: "error",
        because: `没有找到必需的列（${key}）`,
        cure: "在表头中补上这一列，或在“识别的列”中指定它",
        report: "unread",
      })
  }

  place(row: number | null): Place {
    return { file: this.#file, sheet: this.#sheet, row }
  }

  has(key: string): boolean {
    return this.#headers.has(key)
  }

  text(row: SheetRow, key: string): string {
    return row.cells[key]?.text ?? ""
  }

  /** The text, or null where the cell is blank or the column is not there. */
  words(row: SheetRow, key: string): string | null {
    return this.text(row, key) || null
  }

  /** What the cell means; undefined where it cannot be understood, which is told as `kind`. */
  value<T>(row: SheetRow, key: string, parse: (raw: RawCell) => Parsed<T>, kind: Kind): T | undefined {
    const cell = row.cells[key]
    const parsed = cell?.problem ? { problem: cell.problem } : parse(cell?.raw ?? null)
    if ("value" in parsed) return parsed.value
    this.tell(kind, row, key, parsed.problem)
    return undefined
  }

  tell(kind: Kind, row: SheetRow, key: string | undefined, because: string, more: More = {}): void {
    const column = key === undefined ? undefined : this.#headers.get(key)
    const cell = key === undefined ? undefined : row.cells[key]?.ref
    this.problems.push({
      file: this.#file,
      sheet: this.#sheet,
      row: row.row,
      ...(column ? { column } : {}),
      ...(cell ? { cell } : {}),
      kind,
      because,
      ...(kind === "error" ? { report: "unread" as const } : {}),
      ...more,
    })
  }

  /** A problem of a row that is not a person's, or of the whole sheet. */
  tellAt(kind: Kind, row: number | null, because: string, more: More = {}): void {
    this.problems.push({ file: this.#file, sheet: this.#sheet, row, kind, because, ...more })
  }
}
