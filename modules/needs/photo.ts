import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { needsPractice } from "#policy/practice/needs.ts"

/** A picture as it is kept: without what cameras and phones write beside it (place, time, device, a second picture). */
export interface Photo {
  readonly type: "image/jpeg" | "image/png" | "image/webp"
  readonly bytes: Uint8Array
}

/**
 * By its content alone, never by its name: a JPEG, PNG or WebP of at most 1 MB, taken apart and put together of the
 * parts that draw it. Pure.
 */
export function photoOf(bytes: Uint8Array): Result<Photo, Refusal> {
  if (bytes.length > needsPractice.photos.bytes)
    return refuse("too-large", "照片不能超过 1 MB", { at: "file", cure: "在本站页面里选择照片，会自动缩小" })
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const bare = isJpeg(b) ? jpeg(b) : isPng(b) ? png(b) : isWebp(b) ? webp(b) : null
  if (bare === null) return refuse("invalid", "照片须为 JPEG、PNG 或 WebP 图片", { at: "file" })
  return bare ? ok(bare) : refuse("invalid", "照片已损坏，无法识别", { at: "file" })
}

const isJpeg = (b: Buffer) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff
const isPng = (b: Buffer) => b.subarray(0, 8).equals(pngHead)
const isWebp = (b: Buffer) => b.toString("latin1", 0, 4) === "RIFF" && b.toString("latin1", 8, 12) === "WEBP"
const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Whether a marker's segment belongs to the picture: no application data but Adobe's colours, no comments. */
const draws = (marker: number) => marker === 0xee || !((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)

function jpeg(b: Buffer): Photo | undefined {
  const kept: Buffer[] = [b.subarray(0, 2)]
  let at = 2
  while (at + 4 <= b.length) {
    if (b[at] !== 0xff) return undefined
    const marker = b[at + 1]!
    if (marker === 0xff) {
      at++ // padding
      continue
    }
    if (marker === 0xd8) return undefined
    const end = at + 2 + b.readUInt16BE(at + 2)
    if (end > b.length || end < at + 4) return undefined
    if (draws(marker)) kept.push(b.subarray(at, end))
    at = marker === 0xda ? scanEnd(b, end) : end
    if (marker === 0xda) kept.push(b.subarray(end, at))
    // Whatever follows the end of the picture (a second one, a clip) stays behind.
    if (b[at] === 0xff && b[at + 1] === 0xd9)
      return { type: "image/jpeg", bytes: Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]) }
  }
  return undefined
}

/** Where the packed lines of a scan end: at the next marker that is no stuffing and no restart. */
function scanEnd(b: Buffer, from: number): number {
  let at = from
  while (at + 1 < b.length) {
    const next = b[at + 1]!
    if (b[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at++
  }
  return b.length
}

const pngDraws = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs"])

function png(b: Buffer): Photo | undefined {
  const kept: Buffer[] = [pngHead]
  let at = 8
  while (at + 12 <= b.length) {
    const end = at + 12 + b.readUInt32BE(at)
    if (end > b.length) return undefined
    const name = b.toString("latin1", at + 4, at + 8)
    if (pngDraws.has(name)) kept.push(b.subarray(at, end))
    if (name === "IEND") return { type: "image/png", bytes: Buffer.concat(kept) }
    at = end
  }
  return undefined
}

const webpDraws = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"])
/** Of VP8X: that an ICC profile, EXIF and XMP follow. */
const webpSaysMore = 0x20 | 0x08 | 0x04

function webp(b: Buffer): Photo | undefined {
  const end = Math.min(b.length, 8 + b.readUInt32LE(4))
  const kept: Buffer[] = []
  let at = 12
  while (at + 8 <= end) {
    const name = b.toString("latin1", at, at + 4)
    const size = b.readUInt32LE(at + 4)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > end) return undefined
    const chunk = Buffer.from(b.subarray(at, Math.min(next, end)))
    if (name === "VP8X") chunk[8]! &= ~webpSaysMore
    if (webpDraws.has(name)) kept.push(chunk)
    at = next
  }
  if (kept.length === 0) return undefined
  const body = Buffer.concat([Buffer.from("WEBP"), ...kept])
  const head = Buffer.alloc(8)
  head.write("RIFF", "latin1")
  head.writeUInt32LE(body.length, 4)
  return { type: "image/webp", bytes: Buffer.concat([head, body]) }
}
