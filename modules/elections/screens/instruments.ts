import sodium from "libsodium-wrappers-sumo"
import { plainOf, textOf } from "./bytes.ts"

/** All that needs the arithmetic of ballots, in one file the pages load only when they come to it. */
export {
  checkpointText,
  codeOfHash,
  codeOfKey,
  decrypt,
  encryptBallot,
  groupOf,
  isSigned,
  looksLikeCredential,
  makeCredential,
  makeTrusteeKey,
  publicCredential,
  readElection,
  thresholdDeal,
  thresholdFinish,
  thresholdSecret,
  thresholdStart,
  trackerOf,
} from "@qiaoliang/ballot"

/** A phone's pair of keys (X25519), in base64. */
export interface Phone {
  readonly publicKey: string
  readonly privateKey: string
}

export async function newPhone(): Promise<Phone> {
  await sodium.ready
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  return { publicKey: textOf(publicKey), privateKey: textOf(privateKey) }
}

/** A credential sealed to a phone's public key, in base64. */
export async function seal(secret: string, key: string): Promise<string> {
  await sodium.ready
  return textOf(sodium.crypto_box_seal(secret, plainOf(key)))
}

/** What was sealed to this phone; null where it was sealed to another. */
export async function openSealed(sealed: string, phone: Phone): Promise<string | null> {
  await sodium.ready
  try {
    const opened = sodium.crypto_box_seal_open(
      plainOf(sealed),
      plainOf(phone.publicKey),
      plainOf(phone.privateKey),
    )
    return sodium.to_string(opened)
  } catch {
    return null
  }
}

/** A text under a passphrase: Argon2id, then XSalsa20-Poly1305. */
export interface Locked {
  readonly salt: string
  readonly nonce: string
  readonly box: string
}

const keyFrom = (passphrase: string, salt: Uint8Array): Uint8Array =>
  sodium.crypto_pwhash(
    sodium.crypto_secretbox_KEYBYTES,
    passphrase,
    salt,
    sodium.crypto_pwhash_OPSLIMIT_INTERACTIVE,
    sodium.crypto_pwhash_MEMLIMIT_INTERACTIVE,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  )

export async function lock(text: string, passphrase: string): Promise<Locked> {
  await sodium.ready
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES)
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES)
  const box = sodium.crypto_secretbox_easy(text, nonce, keyFrom(passphrase, salt))
  return { salt: textOf(salt), nonce: textOf(nonce), box: textOf(box) }
}

/** Null where the passphrase is another. */
export async function unlock({ salt, nonce, box }: Locked, passphrase: string): Promise<string | null> {
  await sodium.ready
  try {
    const key = keyFrom(passphrase, plainOf(salt))
    return sodium.to_string(sodium.crypto_secretbox_open_easy(plainOf(box), plainOf(nonce), key))
  } catch {
    return null
  }
}
