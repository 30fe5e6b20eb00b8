import { parse } from "csv-parse/sync"
import type { RawCell } from "./raw.ts"

/** Why bytes are no table of text. */
export type CsvFault =
  | { fault: "binary" | "rows" | "columns"; line?: undefined }
  | { fault: "quote"; line: number }

/**
 * Text of a CSV in whatever encoding it was saved: a byte-order mark decides, then strict UTF-8, then
 * GB18030 (which holds GBK and GB 2312, and the rare characters they lack). Undefined for other bytes.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return strict("utf-16le", bytes.subarray(2))
  if (a === 0xfe && b === 0xff) return strict("utf-16be", bytes.subarray(2))
  const body = a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes
  if (body.includes(0)) return undefined
  return strict("utf-8", body) ?? strict("gb18030", body)
}

function strict(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters betray a binary file
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text.slice(0, 100_000)) ? undefined : text
  } catch {
    return undefined
  }
}

/** Rows by line: `rows[i]` begins on line i + 1; a line inside a quoted value is an empty row. */
export function parseCsv(text: string, maxRows: number, maxColumns: number): RawCell[][] | CsvFault {
  if (countLines(text, maxRows * 4) > maxRows * 4) return { fault: "rows" }
  const directive = /^sep=(.)\r?\n/i.exec(text)
  const delimiter = directive?.[1] ?? guessDelimiter(text)
  try {
    const records: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ["\r\n", "\n", "\r"],
      to: maxRows + 1,
    })
    return byLine(records, text, maxRows, maxColumns, directive !== null)
  } catch (error) {
    return { fault: "quote", line: lineOf(error) }
  }
}

function byLine(
  records: readonly string[][],
  text: string,
  maxRows: number,
  maxColumns: number,
  directive: boolean,
): RawCell[][] | CsvFault {
  if (records.length > maxRows) return { fault: "rows" }
  const rows: RawCell[][] = []
  const multiLine = text.includes('"')
  for (const record of records) {
    if (record.length > maxColumns && record.slice(maxColumns).some((cell) => cell !== ""))
      return { fault: "columns" }
    const cells: RawCell[] = record.slice(0, maxColumns).map((cell) => (cell === "" ? null : cell))
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    rows.push(cells)
    if (!multiLine) continue
    for (let extra = breaksIn(record); extra > 0; extra--) rows.push([])
  }
  if (directive) rows[0] = []
  return rows
}

const breaksIn = (record: readonly string[]) =>
  record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)

function countLines(text: string, enough: number): number {
  let lines = 0
  for (let at = text.indexOf("\n"); at >= 0 && lines <= enough; at = text.indexOf("\n", at + 1)) lines++
  return lines
}

/** The separator that cuts the first lines into the most even columns. */
function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 30)
  let best = ","
  let bestScore = 0
  for (const candidate of [",", "\t", ";", "，"]) {
    const counts = lines.map((line) => line.split(candidate).length - 1).filter((n) => n > 0)
    // Prose is full of Chinese commas: they separate only where nothing else separates the lines evenly.
    if (candidate === "，" && bestScore >= lines.length) continue
    const usual = mostCommon(counts)
    const score = counts.filter((n) => n === usual).length * Math.min(usual, 50)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

function mostCommon(numbers: readonly number[]): number {
  const times = new Map<number, number>()
  for (const n of numbers) times.set(n, (times.get(n) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

function lineOf(error: unknown): number {
  const { lines } = error as { lines?: unknown }
  if (typeof lines === "number") return lines
  if (error instanceof Error && "code" in error) return 0
  throw error
}
