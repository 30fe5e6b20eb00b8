import { base58, bigEndian } from "./encodings.ts"

/** So many unpredictable bytes. Tests hand in their own. */
export type Random = (bytes: number) => Uint8Array

export const secureRandom: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))

/** A scalar below q, from 128 bits more than it needs: no bias anyone could measure. */
export const randomScalar = (q: bigint, random: Random): bigint => bigEndian(random(48)) % q

/** So many letters of base58, each equally likely. */
export function randomBase58(length: number, random: Random): string {
  let out = ""
  while (out.length < length) {
    for (const byte of random(2 * length)) {
      // 232 = 4 · 58: bytes above would favour the first letters.
      if (byte < 232 && out.length < length) out += base58[byte % 58]
    }
  }
  return out
}
