import { sha256 } from "@noble/hashes/sha2.js"

const encoder = new TextEncoder()
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

const byteHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"))
export const toHex = (bytes: Uint8Array): string => {
  let out = ""
  for (const byte of bytes) out += byteHex[byte]
  return out
}

/** Bytes of an even number of hex digits; the caller has checked that they are. */
export const fromHex = (text: string): Uint8Array => {
  const out = new Uint8Array(text.length / 2)
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16)
  return out
}

const letters64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/** Standard base64 without padding. */
export function toBase64(bytes: Uint8Array): string {
  let out = ""
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 6) {
      bits -= 6
      out += letters64[(held >> bits) & 63]
    }
  }
  return bits > 0 ? out + letters64[(held << (6 - bits)) & 63] : out
}

export const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
export const isBase58 = (text: string): boolean => /^[1-9A-HJ-NP-Za-km-z]*$/.test(text)

export const bigEndian = (bytes: Uint8Array): bigint =>
  bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`)

/** A number below 2^(8·length) as bytes, most significant last. */
export const littleEndian = (value: bigint, length: number): Uint8Array =>
  fromHex(value.toString(16).padStart(2 * length, "0")).reverse()

export const sha256Hex = (text: string | Uint8Array): string =>
  toHex(sha256(typeof text === "string" ? utf8(text) : text))
export const sha256Base64 = (text: string | Uint8Array): string =>
  toBase64(sha256(typeof text === "string" ? utf8(text) : text))

/** A hash as a scalar: the digest as a number, most significant byte first, reduced. */
export const hashModulo = (text: string, q: bigint): bigint => bigEndian(sha256(utf8(text))) % q

/** The representative of a number in 0…q−1. */
export const modulo = (value: bigint, q: bigint): bigint => {
  const rest = value % q
  return rest < 0n ? rest + q : rest
}

/** A scalar from its one decimal spelling; null for leading zeros, signs, blanks, or q and above. */
export function readScalar(text: unknown, q: bigint): bigint | null {
  if (typeof text !== "string" || text.length > 80 || !/^(?:0|[1-9][0-9]*)$/.test(text)) return null
  const value = BigInt(text)
  return value < q ? value : null
}
