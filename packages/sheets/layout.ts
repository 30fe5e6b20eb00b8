import { type HeaderBlock, headerBlocks, headerText, type Match, matchHeaders, wordsOf } from "./header.ts"
import type { RawSheet } from "./raw.ts"
import { lineText, readBody } from "./rows.ts"
import type { Recognised, RecognisedColumn, RowText, SheetRow, SheetSpec } from "./spec.ts"
import { headerKey, textOf } from "./text.ts"

interface Fit {
  readonly spec: SheetSpec
  readonly block: HeaderBlock
  readonly matches: Map<number, Match>
  readonly score: number
}

/** Below this a sheet is none of the kinds asked for. */
const leastScore = 0.45

/**
 * The kind of table a sheet holds and its rows, or undefined when no spec fits. `remembered` maps
 * `headerKey(header)` to the key a person chose for it before.
 */
export function recognise(
  sheet: RawSheet,
  specs: readonly SheetSpec[],
  remembered: Readonly<Record<string, string>> = {},
): Recognised | undefined {
  const blocks = headerBlocks(sheet)
  let best: Fit | undefined
  for (const spec of specs) {
    const fit = bestFit(sheet, spec, blocks, remembered)
    if (fit && fit.score >= leastScore && fit.score > (best?.score ?? 0)) best = fit
  }
  return best && read(sheet, best)
}

/**
 * The sheet read as one kind of table, as a person says it is. `columns` overrides what was found:
 * index → key, or null for a column that is not wanted. `headerRow` (Excel's number) says where the
 * header begins when it was not found.
 */
export function recogniseAs(
  sheet: RawSheet,
  spec: SheetSpec,
  columns: Readonly<Record<number, string | null>> = {},
  headerRow?: number,
): Recognised {
  const blocks = headerBlocks(sheet).filter(
    (block) => headerRow === undefined || block.start === headerRow - sheet.firstRow,
  )
  const fit = bestFit(sheet, spec, blocks, {}) ?? widest(spec, blocks)
  const matches = new Map(fit.matches)
  const chosen = new Set(Object.values(columns))
  for (const [index, match] of matches) if (chosen.has(match.key)) matches.delete(index)
  for (const [index, key] of Object.entries(columns))
    matches.set(Number(index), { key, confidence: key === null ? "none" : "remembered" })
  return read(sheet, { ...fit, matches, score: score(sheet, spec, fit.block, matches) })
}

function bestFit(
  sheet: RawSheet,
  spec: SheetSpec,
  blocks: readonly HeaderBlock[],
  remembered: Readonly<Record<string, string>>,
): Fit | undefined {
  let best: Fit | undefined
  for (const block of blocks) {
    const matches = matchHeaders(block.cells, spec, remembered)
    if (matches.size < 2) continue
    const value = score(sheet, spec, block, matches)
    if (value > (best?.score ?? 0) + lead(best?.block, block)) best = { spec, block, matches, score: value }
  }
  return best
}

/** With rows between, the lower header may be another table's: it must be clearly better. */
const lead = (best: HeaderBlock | undefined, later: HeaderBlock) =>
  best && later.start > best.start + best.depth ? 0.15 : 0

/** Where nothing matches: the row with most words. */
function widest(spec: SheetSpec, blocks: readonly HeaderBlock[]): Fit {
  const words = (block: HeaderBlock) => block.cells.filter((cell) => cell.levels.length > 0).length
  const block = blocks.reduce<HeaderBlock>((a, b) => (words(b) > words(a) ? b : a), {
    start: 0,
    depth: 0,
    cells: [],
  })
  return { spec, block, matches: new Map(), score: 0 }
}

const trust = { exact: 1, remembered: 1, synonym: 0.97, fuzzy: 0.5, none: 0 } as const

/** Required columns found, headers explained, columns of the spec used, words that speak for it; fewer levels are likelier. */
function score(sheet: RawSheet, spec: SheetSpec, block: HeaderBlock, matches: ReadonlyMap<number, Match>) {
  const byKey = new Map([...matches.values()].map((m) => [m.key, trust[m.confidence]]))
  const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + (byKey.get(key) ?? 0), 0)
  const required = spec.columns.filter((c) => c.required).map((c) => c.key)
  const all = spec.columns.map((c) => c.key)
  const headers = block.cells.filter((cell) => cell.levels.length > 0).length
  const needed = required.length === 0 ? 1 : sum(required) / required.length
  const explained = headers === 0 ? 0 : Math.min(1, sum(all) / headers)
  const used = all.length === 0 ? 0 : sum(all) / all.length
  const plain = block.depth * 0.01
  return 0.45 * needed + 0.3 * explained + 0.15 * used + 0.1 * hinted(sheet, spec, block) - plain
}

function hinted(sheet: RawSheet, spec: SheetSpec, block: HeaderBlock): number {
  if (!spec.hints || spec.hints.length === 0) return 0
  const said = [sheet.fileName, sheet.name ?? "", ...sheet.cells.slice(0, block.start).map(lineText)].map(
    headerKey,
  )
  return spec.hints.some((hint) => said.some((text) => text.includes(headerKey(hint)))) ? 1 : 0
}

function read(sheet: RawSheet, { spec, block, matches, score }: Fit): Recognised {
  const titles: RowText[] = []
  for (let r = 0; r < block.start; r++) {
    const text = lineText(sheet.cells[r]!)
    if (text !== "") titles.push({ row: r + sheet.firstRow, text })
  }
  const byKey = new Map(spec.columns.map((column) => [column.key, column]))
  const keyed = [...matches]
    .flatMap(([index, { key }]) => {
      const column = key === null ? undefined : byKey.get(key)
      return column ? [{ index, column }] : []
    })
    .sort((a, b) => a.index - b.index)
  const words = new Set(spec.columns.flatMap(wordsOf))
  const body = readBody(sheet, block.start + block.depth, {
    keyed,
    headerRows: headerWords(sheet, block),
    width: block.cells.filter((cell) => cell.levels.length > 0).length,
    words,
    firstLetters: new Set([...words].map((word) => word.charAt(0))),
    titles: new Set(titles.map(({ text }) => headerKey(text))),
  })
  const found = new Set(keyed.map(({ column }) => column.key))
  return {
    spec: spec.id,
    sheet: sheet.name,
    titles,
    headerRows: Array.from({ length: block.depth }, (_, i) => block.start + i + sheet.firstRow),
    columns: describeColumns(sheet, block, matches, body.rows),
    ...body,
    missing: spec.columns.filter((c) => c.required && !found.has(c.key)).map((c) => c.key),
    score,
  }
}

function headerWords(sheet: RawSheet, block: HeaderBlock): Map<number, string>[] {
  return sheet.cells.slice(block.start, block.start + block.depth).map((row) => {
    const words = new Map<number, string>()
    for (const [index, cell] of row.entries()) {
      const word = headerKey(textOf(cell))
      if (word !== "") words.set(index, word)
    }
    return words
  })
}

/** All columns with a header or with values, the unknown ones too, for a person to correct. */
function describeColumns(
  sheet: RawSheet,
  block: HeaderBlock,
  matches: ReadonlyMap<number, Match>,
  rows: readonly SheetRow[],
): RecognisedColumn[] {
  const headers = new Map(block.cells.map((cell) => [cell.index, headerText(cell)]))
  const sampled = rows.slice(0, 200).map(({ row }) => sheet.cells[row - sheet.firstRow]!)
  const width = Math.max(0, ...headers.keys(), ...matches.keys(), ...sampled.map((row) => row.length - 1)) + 1
  return Array.from({ length: width }, (_, index) => {
    const { key, confidence } = matches.get(index) ?? { key: null, confidence: "none" as const }
    const samples = new Set<string>()
    for (const row of sampled) {
      if (samples.size === 3) break
      const text = textOf(row[index] ?? null)
      if (text !== "") samples.add(text)
    }
    return { key, header: headers.get(index) ?? "", index, confidence, samples: [...samples] }
  }).filter(({ key, header, samples }) => key !== null || header !== "" || samples.length > 0)
}
