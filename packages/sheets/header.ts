import type { Merge, RawSheet } from "./raw.ts"
import type { ColumnSpec, Confidence, SheetSpec } from "./spec.ts"
import { headerCore, headerKey, textOf } from "./text.ts"

export interface HeaderCell {
  readonly index: number
  /** Levels from top to bottom, none twice. */
  readonly levels: readonly string[]
  /** All levels as one header key; without what brackets add; the lowest and the highest level alone. */
  readonly whole: string
  readonly core: string
  readonly last: string
  readonly first: string
}

export interface Match {
  readonly key: string | null
  readonly confidence: Confidence
}

/** Where a header may stand: its first row (index into `cells`) and how many rows it has. */
export interface HeaderBlock {
  readonly start: number
  readonly depth: number
  readonly cells: readonly HeaderCell[]
}

/** Header rows are looked for this far down. */
const searchRows = 20
const maxDepth = 3

/** Every block of rows that could be a header: single rows, and rows bound together by merges or by gaps. */
export function headerBlocks(sheet: RawSheet): HeaderBlock[] {
  const blocks: HeaderBlock[] = []
  const end = Math.min(sheet.cells.length, searchRows)
  for (let start = 0; start < end; start++) {
    const filled = sheet.cells[start]!.filter((cell) => cell !== null).length
    if (filled === 0) continue
    for (let depth = 1; depth <= maxDepth && start + depth <= sheet.cells.length; depth++) {
      if (depth > 1 && !continues(sheet, start, depth)) break
      blocks.push({ start, depth, cells: readBlock(sheet, start, depth) })
    }
  }
  return blocks
}

/** True if row `start + depth - 1` belongs to the header begun at `start`. */
function continues(sheet: RawSheet, start: number, depth: number): boolean {
  const above = start + depth - 2
  const below = above + 1
  const merged = sheet.merges.some(
    (m) =>
      (m.r1 >= start && m.r1 <= above && m.r2 >= below) ||
      (m.r1 >= start && m.r2 === above && isParent(sheet, m, below)),
  )
  return merged || fillsGaps(sheet, above, below)
}

/** A merge over several headers; one over the whole table is a title. */
function isParent(sheet: RawSheet, { c1, c2 }: Merge, below: number): boolean {
  const children = sheet.cells[below] ?? []
  const texts = (from: number, to: number) =>
    children.slice(from, to).filter((cell) => typeof cell === "string").length
  return c2 > c1 && texts(c1, c2 + 1) >= 2 && c2 - c1 + 1 < 0.8 * Math.max(children.length, 3)
}

/** Without merges: the lower row has words only where the upper has gaps or a parent before a gap. */
function fillsGaps(sheet: RawSheet, above: number, below: number): boolean {
  const upper = sheet.cells[above]!
  const lower = sheet.cells[below]!
  let children = 0
  let alone = 0
  let gaps = 0
  for (let c = 0; c < Math.max(upper.length, lower.length); c++) {
    const top = (upper[c] ?? null) !== null
    const bottom = lower[c] ?? null
    if (bottom !== null && typeof bottom !== "string") return false
    if (bottom !== null) {
      if (top && (upper[c + 1] ?? null) !== null) return false
      children++
      if (!top) gaps++
    } else if (top) alone++
  }
  return children >= 2 && alone >= 2 && gaps >= 1
}

function readBlock(sheet: RawSheet, start: number, depth: number): HeaderCell[] {
  const width = Math.max(...sheet.cells.slice(start, start + depth).map((row) => row.length))
  const levels: string[][] = Array.from({ length: width }, () => [])
  for (let r = start; r < start + depth; r++) {
    let parent = ""
    for (let c = 0; c < width; c++) {
      const own = textOf(sheet.cells[r]?.[c] ?? null)
      if (own !== "") parent = own
      const text = own !== "" ? own : spreads(sheet, r, c, start + depth - 1) ? parent : ""
      if (text !== "" && levels[c]!.at(-1) !== text) levels[c]!.push(text)
    }
  }
  return levels.map((texts, index) => ({
    index,
    levels: texts,
    whole: headerKey(texts.join("")),
    core: headerCore(texts.join("")),
    last: headerKey(texts.at(-1) ?? ""),
    first: headerKey(texts[0] ?? ""),
  }))
}

/** True if a blank header cell takes the text to its left: merged with it, or above a child of its own. */
function spreads(sheet: RawSheet, r: number, c: number, last: number): boolean {
  const merge = sheet.merges.find((m) => m.r1 <= r && m.r2 >= r && m.c1 <= c && m.c2 >= c)
  if (merge) return merge.c1 < c && merge.r1 === r
  return (
    r < last && (sheet.cells[r + 1]?.[c] ?? null) !== null && (sheet.cells[r + 1]?.[c - 1] ?? null) !== null
  )
}

export const headerText = (cell: HeaderCell) => cell.levels.join("·")

interface Candidate extends Match {
  readonly index: number
  readonly key: string
  readonly strength: number
}

/** Gives each header at most one key and each key at most one header, the surest pairs first. */
export function matchHeaders(
  cells: readonly HeaderCell[],
  spec: SheetSpec,
  remembered: Readonly<Record<string, string>>,
): Map<number, Match> {
  const candidates: Candidate[] = []
  for (const cell of cells) {
    if (cell.levels.length === 0) continue
    const known = remembered[cell.whole]
    for (const column of spec.columns) {
      const found = known === column.key ? sure : compare(cell, column)
      if (found) candidates.push({ index: cell.index, key: column.key, ...found })
    }
  }
  candidates.sort((a, b) => b.strength - a.strength || a.index - b.index)
  const matches = new Map<number, Match>()
  const taken = new Set<string>()
  for (const { index, key, confidence } of candidates) {
    if (matches.has(index) || taken.has(key)) continue
    matches.set(index, { key, confidence })
    taken.add(key)
  }
  return matches
}

type Found = { confidence: Confidence; strength: number }
const sure: Found = { confidence: "remembered", strength: 5 }

function compare(cell: HeaderCell, column: ColumnSpec): Found | undefined {
  const words = wordsOf(column)
  const { whole, core, last, first } = cell
  if (whole === words[0]) return { confidence: "exact", strength: 4 }
  if (words.includes(whole)) return { confidence: "synonym", strength: 3.5 }
  if (words.includes(core)) return { confidence: "synonym", strength: 3.2 }
  if (cell.levels.length > 1) {
    if (words.includes(last)) return { confidence: "synonym", strength: 3 }
    if (words.includes(first)) return { confidence: "fuzzy", strength: 1.5 }
  }
  const closeness = Math.max(...words.map((word) => likeness(whole, word)))
  return closeness >= 0.4 ? { confidence: "fuzzy", strength: closeness } : undefined
}

/** 0 to 1: how much of the longer is the shorter, when it is contained in it; single characters say nothing. */
function likeness(header: string, word: string): number {
  const [short, long] = header.length < word.length ? [header, word] : [word, header]
  if (short.length < 2 || !long.includes(short)) return 0
  const share = short.length / long.length
  return long.endsWith(short) || long.startsWith(short) ? Math.max(share, 0.4) : share
}

const wordsCache = new WeakMap<ColumnSpec, string[]>()

/** The column's label and synonyms as header keys, label first. */
export function wordsOf(column: ColumnSpec): string[] {
  let words = wordsCache.get(column)
  if (!words) {
    words = [column.label, ...column.synonyms].map(headerKey)
    wordsCache.set(column, words)
  }
  return words
}
