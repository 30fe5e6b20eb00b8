import { pbkdf2 } from "@noble/hashes/pbkdf2.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { base58, bigEndian, isBase58, sha256Hex, utf8 } from "./encodings.ts"
import type { Group } from "./group.ts"
import { generatorOf } from "./proofs.ts"
import { type Random, randomBase58, secureRandom } from "./random.ts"

/** Where the dashes of the two forms stand: 22 digits of version 3, 14 digits and a check digit of version 2. */
const newForm = [5, 6, 5, 6]
const oldForm = [3, 3, 3, 3, 3]

const dashed = (digits: string, sizes: readonly number[]): string => {
  let rest = digits
  return sizes
    .map((size) => {
      const part = rest.slice(0, size)
      rest = rest.slice(size)
      return part
    })
    .join("-")
}

/** A new credential: what the voter types, and what goes on the public list. */
export function makeCredential(
  group: Group,
  uuid: string,
  random: Random = secureRandom,
): { secret: string; public: string } {
  const secret = dashed(randomBase58(22, random), newForm)
  return { secret, public: group.write(generatorOf(group).power(credentialScalar(group, uuid, secret))) }
}

/** The public side of a credential as typed. Throws RangeError where it is none. */
export async function publicCredential(group: Group, uuid: string, typed: string): Promise<string> {
  const secret = looksLikeCredential(typed)
  if (secret === null) throw new RangeError("not a credential")
  return group.write(generatorOf(group).power(credentialScalar(group, uuid, secret)))
}

/** The credential with its dashes in place, whatever blanks and dashes were typed; null where it is none. */
export function looksLikeCredential(text: string): string | null {
  const digits = text.normalize("NFKC").replace(/[\s\p{Pd}]/gu, "")
  if (!isBase58(digits)) return null
  if (digits.length === 22) return dashed(digits, newForm)
  return digits.length === 15 && checkDigit(digits.slice(0, 14)) === digits[14]
    ? dashed(digits, oldForm)
    : null
}

const checkDigit = (digits: string): string => {
  let value = 0n
  for (const digit of digits) value = value * 58n + BigInt(base58.indexOf(digit))
  return base58[53 - Number(value % 53n)]!
}

/** The secret exponent of a credential with its dashes in place. */
export function credentialScalar({ q }: Group, uuid: string, secret: string): bigint {
  if (secret.length === oldForm.length * 4 - 1)
    return bigEndian(pbkdf2(sha256, utf8(secret), utf8(uuid), { c: 1000, dkLen: 32 })) % q
  const half = (i: number) => sha256Hex(`derive_credential|${uuid}|${i}|${secret}`)
  return BigInt(`0x${half(0)}${half(1)}`) % q
}
