import { utf8 } from "./encodings.ts"

/** One record of an archive: a name and its bytes. */
export interface TarRecord {
  readonly name: string
  readonly body: Uint8Array
}

const block = 512
const padded = (size: number): number => Math.ceil(size / block) * block

/** A header in the old form: no owner, no magic, everything else NUL. */
function headerOf(name: string, size: number, timestamp: number): Uint8Array {
  const out = new Uint8Array(block)
  const put = (text: string, at: number) => out.set(utf8(text), at)
  put(name, 0)
  put("0000644", 100)
  put("0000000", 108)
  put("0000000", 116)
  put(size.toString(8).padStart(11, "0"), 124)
  put(timestamp.toString(8).padStart(11, "0"), 136)
  put("        ", 148)
  put("0", 156)
  const sum = out.reduce((total, byte) => total + byte, 0)
  put(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
  return out
}

export function tarRecord(name: string, body: Uint8Array, timestamp: number): Uint8Array {
  const out = new Uint8Array(block + padded(body.length))
  out.set(headerOf(name, body.length, timestamp))
  out.set(body, block)
  return out
}

/**
 * The record at an offset and where the next begins; null where the bytes are not exactly what `tarRecord`
 * writes for this moment (without one: whatever moment the header says).
 */
export function readTarRecord(
  bytes: Uint8Array,
  at: number,
  timestamp?: number,
): { record: TarRecord; timestamp: number; next: number } | null {
  if (at + block > bytes.length) return null
  const head = bytes.subarray(at, at + block)
  const ascii = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to))
  const octal = (from: number) => {
    const text = ascii(from, from + 11)
    return /^[0-7]{11}$/.test(text) ? Number.parseInt(text, 8) : Number.NaN
  }
  const size = octal(124)
  const time = timestamp ?? octal(136)
  const end = at + block + padded(size)
  if (Number.isNaN(size) || Number.isNaN(time) || end > bytes.length) return null
  const name = ascii(0, 100).replace(/\0+$/, "")
  if (!/^[\w.]+$/.test(name) || !equal(head, headerOf(name, size, time))) return null
  for (let i = at + block + size; i < end; i++) if (bytes[i] !== 0) return null
  return {
    record: { name, body: bytes.subarray(at + block, at + block + size) },
    timestamp: time,
    next: end,
  }
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, i) => byte === b[i])
