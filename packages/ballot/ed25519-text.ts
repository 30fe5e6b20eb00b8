import { fromHex, toHex } from "./encodings.ts"

export const ed25519Order = 2n ** 252n + 27742317777372353535851937790883648493n

/**
 * Points are spelled as 64 hex digits, most significant byte first: the encoding of RFC 8032 in reverse.
 * Null when the text has another form.
 */
export const pointBytes = (text: unknown): Uint8Array | null =>
  typeof text === "string" && /^[0-9a-f]{64}$/.test(text) ? fromHex(text).reverse() : null

export const pointText = (bytes: Uint8Array): string => toHex(bytes.slice().reverse())
