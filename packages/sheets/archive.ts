import { completeStyles, markUnsolved } from "./xlsx.ts"
import { BadArchive, inflateEntry, readDirectory, storeOnly, type ZipEntry } from "./zip.ts"

export interface ArchiveLimits {
  readonly maxInflated: number
  readonly maxRows: number
}

/** What an archive turned out not to be; `openWorkbook` has the sentences. */
export type ArchiveFault = "broken" | "too-large" | "rows" | "encrypted" | "macros" | "binary" | "other-kind"

export class ArchiveRefused extends Error {
  readonly fault: ArchiveFault
  constructor(fault: ArchiveFault, message: string) {
    super(message)
    this.fault = fault
  }
}

const maxEntries = 2_000
/** Deflate cannot pass 1032:1; the most monotonous real register stays under 100:1. */
const maxRatio = 250
const ratioFrom = 8 << 20

const sheetPart = /worksheets\/[^/]+\.xml$/i
/** The parts that carry cells. Pictures, comments, drawings and caches are never inflated. */
const neededPart =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|.*\/_rels\/workbook[^/]*\.xml\.rels|.*workbook[^/]*\.xml|.*sharedStrings[^/]*\.xml|.*styles[^/]*\.xml|.*\/metadata[^/]*\.xml|.*persons?\/[^/]+\.xml|.*worksheets\/[^/]+\.xml)$/i

/**
 * Checks an .xlsx archive against its directory before inflating anything, then inflates the needed
 * parts under a hard cap and repacks them without compression. Throws `ArchiveRefused`.
 */
export function tameArchive(bytes: Uint8Array, limits: ArchiveLimits): Uint8Array {
  try {
    const entries = readDirectory(bytes, maxEntries)
    refuseByName(entries)
    refuseBySize(entries, limits.maxInflated)
    const files = new Map<string, Uint8Array>()
    for (const entry of entries) {
      if (!neededPart.test(entry.name) || entry.name.endsWith("/")) continue
      files.set(entry.name, prepare(bytes, entry, limits.maxRows))
    }
    return storeOnly(files)
  } catch (error) {
    if (error instanceof BadArchive) throw new ArchiveRefused(error.kind, error.message)
    throw error
  }
}

function refuseByName(entries: readonly ZipEntry[]) {
  const has = (pattern: RegExp) => entries.find((e) => pattern.test(e.name))?.name
  if (entries.some((e) => e.encrypted)) throw new ArchiveRefused("encrypted", "zip encryption")
  const macro = has(/vbaProject[^/]*\.bin$|macrosheets\//i)
  if (macro) throw new ArchiveRefused("macros", macro)
  if (has(/(^|\/)workbook\.bin$/i)) throw new ArchiveRefused("binary", "xlsb")
  if (!has(/(^|\/)workbook[^/]*\.xml$/i)) throw new ArchiveRefused("other-kind", entries[0]?.name ?? "empty")
}

function refuseBySize(entries: readonly ZipEntry[], maxInflated: number) {
  let total = 0
  for (const { name, declared, packed } of entries) {
    total += declared
    if (declared > ratioFrom && declared > packed * maxRatio)
      throw new ArchiveRefused("too-large", `${name}: ${declared} bytes from ${packed}`)
  }
  if (total > maxInflated) throw new ArchiveRefused("too-large", `${total} bytes`)
}

function prepare(bytes: Uint8Array, entry: ZipEntry, maxRows: number): Uint8Array {
  if (sheetPart.test(entry.name)) {
    const scan = sheetScan(maxRows)
    const xml = inflateEntry(bytes, entry, scan.watch)
    if (isPrefixed(xml)) return rewrite(xml, (text) => markUnsolved(refuseRows(text, maxRows)))
    return scan.formulas() ? rewrite(xml, markUnsolved) : xml
  }
  const data = inflateEntry(bytes, entry)
  return /styles[^/]*\.xml$/i.test(entry.name) ? rewrite(data, completeStyles) : data
}

/** `<x:worksheet>`, as some generators write: their tags are not what the scan looks for. */
const isPrefixed = (xml: Uint8Array) =>
  /<\w+:worksheet\b/.test(new TextDecoder().decode(xml.subarray(0, 500)))

function refuseRows(xml: string, maxRows: number): string {
  let rows = 0
  for (const _ of xml.matchAll(/<\w+:row[\s>]/g))
    if (++rows > maxRows) throw new ArchiveRefused("rows", `more than ${maxRows} rows`)
  return xml
}

function rewrite(data: Uint8Array, change: (xml: string) => string): Uint8Array {
  const before = new TextDecoder().decode(data)
  const after = change(before)
  return after === before ? data : new TextEncoder().encode(after)
}

/** Counts `<row>` and notices `<f>` as the sheet streams past; stops at too many rows. */
function sheetScan(maxRows: number) {
  let rows = 0
  let formulas = false
  /** Last bytes of the piece before, for a tag cut in two. */
  let tail = new Uint8Array(0)
  const count = (piece: Uint8Array, from: number) => {
    for (
      let at = piece.indexOf(less, from);
      at >= 0 && at + 4 < piece.length;
      at = piece.indexOf(less, at + 1)
    ) {
      const next = piece[at + 1]
      if (next === letterR) {
        if (piece[at + 2] !== letterO || piece[at + 3] !== letterW) continue
        const after = piece[at + 4]
        if (after !== space && after !== greater) continue
        rows++
      } else if (next === letterF) {
        const after = piece[at + 2]
        if (after === space || after === greater) formulas = true
      }
    }
  }
  return {
    watch(piece: Uint8Array) {
      if (tail.length > 0) {
        const seam = new Uint8Array(tail.length + Math.min(4, piece.length))
        seam.set(tail)
        seam.set(piece.subarray(0, 4), tail.length)
        count(seam, 0)
      }
      count(piece, 0)
      tail = piece.slice(-4)
      if (rows > maxRows) throw new ArchiveRefused("rows", `more than ${maxRows} rows`)
    },
    formulas: () => formulas,
  }
}

const less = 0x3c
const greater = 0x3e
const space = 0x20
const letterR = 0x72
const letterO = 0x6f
const letterW = 0x77
const letterF = 0x66
