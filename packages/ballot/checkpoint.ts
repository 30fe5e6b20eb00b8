import sodium from "libsodium-wrappers-sumo"
import { isCount, isList, isObject, isText, readJson } from "./json.ts"

/** What the keeper of a box signs: that it stood so at this height. */
export interface SignedCheckpoint {
  readonly election: string
  readonly height: number
  readonly hash: string
  /** Ed25519 over `checkpointText`, base64. */
  readonly signature: string
}

/** One with the key it is said to be signed with: PEM of an Ed25519 public key, "" where none came with it. */
export interface ShownCheckpoint {
  readonly checkpoint: SignedCheckpoint
  readonly key: string
}

export const checkpointText = (c: Omit<SignedCheckpoint, "signature">): string =>
  `qiaoliang checkpoint 1\n${c.election}\n${c.height}\n${c.hash}\n`

/** As a person passes it on: the text signed, the signature, the key. */
export const writeCheckpoint = ({ checkpoint, key }: ShownCheckpoint): string =>
  `${checkpointText(checkpoint)}${checkpoint.signature}\n${key}`

const pem = /-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----/
const written = /qiaoliang checkpoint 1\s+(\w+)\s+(\d+)\s+([0-9a-f]{64})\s+([A-Za-z0-9+/]{86}==)/g

/**
 * The checkpoints in a text: as `writeCheckpoint` writes them, any number one after another, or anywhere in JSON
 * (what the board answers, the evidence a delegate saved). A key that stands alone belongs to all without one.
 */
export function readCheckpoints(text: string): ShownCheckpoint[] {
  const json = readJson(text)
  if (json !== undefined && (isObject(json) || isList(json))) return inJson(json, "", 0)
  const found = [...text.matchAll(written)]
  const first = pem.exec(text)?.[0] ?? ""
  return found.map(({ 1: election, 2: height, 3: hash, 4: signature, index }, i) => ({
    checkpoint: { election: election!, height: Number(height), hash: hash!, signature: signature! },
    key: pem.exec(text.slice(index, found[i + 1]?.index))?.[0] ?? first,
  }))
}

const deepest = 6

function inJson(json: unknown, key: string, depth: number): ShownCheckpoint[] {
  if (depth > deepest) return []
  if (isList(json)) return json.flatMap((each) => inJson(each, key, depth + 1))
  if (!isObject(json)) return []
  const { election, height, hash, signature, signingKey } = json
  if (isText(election) && isCount(height) && isText(hash) && isText(signature))
    return /^[0-9a-f]{64}$/.test(hash) ? [{ checkpoint: { election, height, hash, signature }, key }] : []
  const own = isText(signingKey) ? signingKey : key
  return Object.values(json).flatMap((each) => inJson(each, own, depth + 1))
}

const plain = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))

/** Whether that key (PEM) signed this checkpoint. */
export async function isSigned(checkpoint: SignedCheckpoint, key: string): Promise<boolean> {
  await sodium.ready
  try {
    const raw = plain(key.replace(/-----[A-Z ]+-----|\s/g, "")).slice(-32)
    return sodium.crypto_sign_verify_detached(plain(checkpoint.signature), checkpointText(checkpoint), raw)
  } catch {
    return false
  }
}

/**
 * Two checkpoints that no box can both have had: another state at the same height. Where both are signed with the
 * same key this proves that its owner showed different boxes to different people.
 */
export const contradict = (a: SignedCheckpoint, b: SignedCheckpoint): boolean =>
  a.election === b.election && a.height === b.height && a.hash !== b.hash
