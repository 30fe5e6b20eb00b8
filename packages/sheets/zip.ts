import { inflateRawSync } from "node:zlib"

/** One file in a zip archive, as its central directory declares it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  /** What the archive claims; `inflateEntry` holds it to that. */
  readonly declared: number
  /** Where its local header begins. */
  readonly offset: number
}

/** Thrown inside this package only; `openWorkbook` turns it into a refusal. */
export class BadArchive extends Error {
  readonly kind: "broken" | "too-large"
  constructor(kind: "broken" | "too-large", message: string) {
    super(message)
    this.kind = kind
  }
}

const endOfDirectory = 0x06054b50
const end64Locator = 0x07064b50
const end64 = 0x06064b50
const centralHeader = 0x02014b50
const localHeader = 0x04034b50
const unknown32 = 0xffffffff

/** Reads the central directory, inflating nothing. Throws `BadArchive` when it contradicts itself. */
export function readDirectory(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === unknown32) {
    const wide = findEnd64(view, end)
    count = readLong(view, wide + 32)
    at = readLong(view, wide + 48)
  }
  if (count > maxEntries) throw new BadArchive("too-large", `${count} entries`)
  const names = new TextDecoder()
  const entries: ZipEntry[] = []
  const seen = new Set<string>()
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralHeader)
      throw new BadArchive("broken", "central directory cut short")
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (seen.has(name)) throw new BadArchive("broken", `${name} twice`)
    seen.add(name)
    const sizes = wideSizes(view, at, at + 46 + nameLength, extraLength)
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 0x2041) !== 0,
      ...sizes,
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  refuseOverlap(entries, bytes.length)
  return entries
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === endOfDirectory) return at
  throw new BadArchive("broken", "no end of central directory")
}

function findEnd64(view: DataView, end: number): number {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== end64Locator)
    throw new BadArchive("broken", "no zip64 locator")
  const at = readLong(view, locator + 8)
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== end64)
    throw new BadArchive("broken", "no zip64 directory")
  return at
}

function readLong(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw new BadArchive("broken", "cut short")
  const value = Number(view.getBigUint64(at, true))
  if (!Number.isSafeInteger(value)) throw new BadArchive("too-large", "64-bit size")
  return value
}

/** Sizes and offset of a central header, from its zip64 field where the 32-bit ones are full. */
function wideSizes(view: DataView, header: number, extra: number, extraLength: number) {
  let packed = view.getUint32(header + 20, true)
  let declared = view.getUint32(header + 24, true)
  let offset = view.getUint32(header + 42, true)
  const extraEnd = Math.min(extra + extraLength, view.byteLength - 4)
  for (let at = extra; at < extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let field = at + 4
    const next = () => {
      field += 8
      return readLong(view, field - 8)
    }
    if (declared === unknown32) declared = next()
    if (packed === unknown32) packed = next()
    if (offset === unknown32) offset = next()
  }
  return { packed, declared, offset }
}

/** Entries that share bytes are how one small file claims to be petabytes; no writer makes them. */
function refuseOverlap(entries: readonly ZipEntry[], length: number) {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset)
  let free = 0
  for (const entry of sorted) {
    if (entry.offset < free) throw new BadArchive("too-large", `${entry.name} overlaps another entry`)
    free = entry.offset + 30 + entry.packed
    if (free > length) throw new BadArchive("broken", `${entry.name} reaches past the end`)
  }
}

/**
 * The bytes of one entry. An entry that inflates to more than it declared is refused at that byte,
 * so a lying header costs no memory. `watch` sees each piece and may throw to stop.
 */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  watch: (piece: Uint8Array) => void = () => {},
): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(entry.offset, true) !== localHeader)
    throw new BadArchive("broken", `${entry.name}: no local header`)
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw new BadArchive("broken", `${entry.name}: cut short`)
  if (entry.method === 0) {
    if (entry.packed !== entry.declared) throw new BadArchive("broken", `${entry.name}: sizes differ`)
    watch(packed)
    return packed
  }
  if (entry.method !== 8) throw new BadArchive("broken", `${entry.name}: method ${entry.method}`)
  const out = inflateWhole(packed, entry)
  const step = 1 << 15
  for (let at = 0; at < out.length; at += step) watch(out.subarray(at, at + step))
  return out
}

/** Never more than the header declares: a lying one is stopped there. Native, several times faster than script. */
function inflateWhole(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  let out: Uint8Array
  try {
    out = inflateRawSync(packed, { maxOutputLength: entry.declared + 1 })
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: string }
    if (code === "ERR_BUFFER_TOO_LARGE") throw new BadArchive("too-large", `${entry.name}: lying header`)
    throw new BadArchive("broken", `${entry.name}: ${message}`)
  }
  if (out.length > entry.declared) throw new BadArchive("too-large", `${entry.name}: lying header`)
  if (out.length !== entry.declared) throw new BadArchive("broken", `${entry.name}: sizes differ`)
  return out
}

/**
 * The same files in an archive without compression, for a reader that wants an archive but must not
 * inflate by itself. Checksums are left 0: the reader of ours does not look at them.
 */
export function storeOnly(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const encoder = new TextEncoder()
  const parts = [...files].map(([name, data]) => ({ name: encoder.encode(name), data }))
  const total = parts.reduce((sum, { name, data }) => sum + 76 + 2 * name.length + data.length, 22)
  const out = new Uint8Array(total)
  const view = new DataView(out.buffer)
  let at = 0
  const offsets: number[] = []
  for (const { name, data } of parts) {
    offsets.push(at)
    view.setUint32(at, localHeader, true)
    writeCommon(view, at + 4, name.length, data.length)
    out.set(name, at + 30)
    out.set(data, at + 30 + name.length)
    at += 30 + name.length + data.length
  }
  const directory = at
  for (const [i, { name, data }] of parts.entries()) {
    view.setUint32(at, centralHeader, true)
    view.setUint16(at + 4, 20, true)
    writeCommon(view, at + 6, name.length, data.length)
    view.setUint32(at + 42, offsets[i]!, true)
    out.set(name, at + 46)
    at += 46 + name.length
  }
  view.setUint32(at, endOfDirectory, true)
  view.setUint16(at + 8, parts.length, true)
  view.setUint16(at + 10, parts.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return out
}

/** The fields local and central headers share, from "version needed" on. */
function writeCommon(view: DataView, at: number, nameLength: number, size: number) {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 6, 0, true)
  view.setUint16(at + 8, 0x21, true)
  view.setUint32(at + 14, size, true)
  view.setUint32(at + 18, size, true)
  view.setUint16(at + 22, nameLength, true)
}
