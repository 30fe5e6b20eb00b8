import { trackerOf } from "./ballot.ts"
import { fromHex } from "./encodings.ts"

/** 32 characters no two of which look or sound alike on a projector. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const spell = (bytes: Uint8Array, groups: number): string => {
  let value = 0n
  for (const byte of bytes.subarray(0, 20)) value = (value << 8n) | BigInt(byte)
  let rest = value >> BigInt(160 - groups * 20)
  let text = ""
  for (let i = 0; i < groups * 4; i++) {
    text = letters[Number(rest % 32n)] + text
    rest /= 32n
  }
  return text.match(/.{4}/g)!.join("-")
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))

/** The short form of an event's hash, 80 bits: what the hall screen shows and delegates compare. */
export const codeOfHash = (hash: string): string => spell(fromHex(hash), 4)

/** The short form of a public key as it is written (base64), 60 bits: to compare two screens by eye. */
export const codeOfKey = (key: string): string => spell(fromBase64(trackerOf(key)), 3)
