import type { Page } from "playwright-core"

/** A photo as a telephone takes it: drawn by the browser, with where and by what it was taken written beside the picture. */
export async function takePhoto(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement("canvas")
    canvas.width = 2400
    canvas.height = 1800
    const pen = canvas.getContext("2d")!
    const sky = pen.createLinearGradient(0, 0, 2400, 1800)
    sky.addColorStop(0, "#9db4c0")
    sky.addColorStop(1, "#4f6d7a")
    pen.fillStyle = sky
    pen.fillRect(0, 0, 2400, 1800)
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1]!
  })
  const jpeg = Buffer.from(drawn, "base64")
  return Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)])
}

export const maker = "HUAWEI Mate 60"

interface Entry {
  readonly tag: number
  readonly type: 2 | 4 | 5
  readonly count: number
  /** In place, or at an offset where it is longer than four bytes. */
  readonly value: Buffer
}

const rational = (...of: readonly number[]): Buffer => {
  const out = Buffer.alloc(8 * of.length)
  for (const [i, n] of of.entries()) {
    out.writeUInt32BE(Math.round(n * 100), 8 * i)
    out.writeUInt32BE(100, 8 * i + 4)
  }
  return out
}
const ascii = (text: string): Buffer => Buffer.from(`${text}\0`, "latin1")

/** A directory of TIFF, big-endian, beginning at `at`: its entries and what does not fit into them. */
function directory(at: number, entries: readonly Entry[]): Buffer {
  const head = Buffer.alloc(2 + 12 * entries.length + 4)
  head.writeUInt16BE(entries.length)
  const more: Buffer[] = []
  let free = at + head.length
  for (const [i, { tag, type, count, value }] of entries.entries()) {
    const here = 2 + 12 * i
    head.writeUInt16BE(tag, here)
    head.writeUInt16BE(type, here + 2)
    head.writeUInt32BE(count, here + 4)
    if (value.length <= 4) value.copy(head, here + 8)
    else {
      head.writeUInt32BE(free, here + 8)
      more.push(value)
      free += value.length
    }
  }
  return Buffer.concat([head, ...more])
}

/** APP1 with the telephone's name and 30°32′ N, 114°21′ E. */
function exif(): Buffer {
  const make = ascii(maker)
  const pointer = Buffer.alloc(4)
  const first = (gps: number) => {
    pointer.writeUInt32BE(gps)
    return directory(8, [
      { tag: 0x010f, type: 2, count: make.length, value: make },
      { tag: 0x8825, type: 4, count: 1, value: pointer },
    ])
  }
  const gpsAt = 8 + first(0).length
  const gps = directory(gpsAt, [
    { tag: 1, type: 2, count: 2, value: ascii("N") },
    { tag: 2, type: 5, count: 3, value: rational(30, 32, 15.5) },
    { tag: 3, type: 2, count: 2, value: ascii("E") },
    { tag: 4, type: 5, count: 3, value: rational(114, 21, 48.2) },
  ])
  const tiff = Buffer.concat([Buffer.from("MM\0*\0\0\0\x08", "latin1"), first(gpsAt), gps])
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** The segments of a JPEG before its picture, by their marker. */
export function markersOf(jpeg: Buffer): number[] {
  const found: number[] = []
  for (let at = 2; at < jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; ) {
    found.push(jpeg[at + 1]!)
    at += 2 + jpeg.readUInt16BE(at + 2)
  }
  return found
}
