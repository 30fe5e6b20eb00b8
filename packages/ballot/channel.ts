import { sha256 } from "@noble/hashes/sha2.js"
import sodium from "libsodium-wrappers-sumo"
import { fromHex, toHex, utf8 } from "./encodings.ts"
import type { Group, Point } from "./group.ts"
import { hasKeys, isText, readCanonical } from "./json.ts"
import { generatorOf } from "./proofs.ts"
import { type Random, randomScalar } from "./random.ts"

/**
 * A private message from one trustee to another, through whoever carries it: ElGamal key encapsulation, then
 * XChaCha20-Poly1305. It never enters an archive, so it need not be the cipher of the reference tool; this one
 * also works on pages without `crypto.subtle`. `about` is bound to the message.
 */
export async function seal(
  group: Group,
  to: Point,
  text: string,
  about: string,
  random: Random,
): Promise<string> {
  await sodium.ready
  const r = randomScalar(group.q, random)
  const nonce = random(24)
  const key = keyFrom(group, group.power(to, r))
  const data = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(utf8(text), utf8(about), null, nonce, key)
  const alpha = group.write(generatorOf(group).power(r))
  return JSON.stringify({ alpha, nonce: toHex(nonce), data: toHex(data) })
}

/** The text, or null where the message is not for this key, not about this, or was changed. */
export async function open(
  group: Group,
  secret: bigint,
  message: string,
  about: string,
): Promise<string | null> {
  await sodium.ready
  const json = readCanonical(message)
  if (!hasKeys(json, "alpha", "nonce", "data")) return null
  const { alpha, nonce, data } = json
  if (!isText(alpha) || !isText(nonce) || !isText(data)) return null
  if (!/^[0-9a-f]{48}$/.test(nonce) || !/^(?:[0-9a-f]{2})+$/.test(data)) return null
  const point = group.parse(alpha)
  if (point === null) return null
  const key = keyFrom(group, group.power(point, secret))
  try {
    return new TextDecoder().decode(
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        null,
        fromHex(data),
        utf8(about),
        fromHex(nonce),
        key,
      ),
    )
  } catch {
    return null
  }
}

const keyFrom = (group: Group, shared: Point): Uint8Array => sha256(utf8(`key|${group.write(shared)}`))
