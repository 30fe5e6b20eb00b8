import {
  type Cert,
  certMessage,
  certsMessage,
  keysOfSeed,
  readCert,
  readCerts,
  type ThresholdContext,
} from "./cert.ts"
import { open, seal } from "./channel.ts"
import { modulo, readScalar, sha256Base64 } from "./encodings.ts"
import type { Group, Point } from "./group.ts"
import { hasKeys, isList, isText, readCanonical, readJson } from "./json.ts"
import { readCoefexps, readPedersen, signsCerts, valueAt } from "./pedersen.ts"
import { generatorOf, type ProofText } from "./proofs.ts"
import { type Random, randomBase58, randomScalar, secureRandom } from "./random.ts"
import { isSigned, isSignedBy, type Signed, sign, signatureOf } from "./signed.ts"
import { trusteePublic } from "./trustee-key.ts"

/**
 * A key shared among trustees, in three rounds of messages through a board nobody has to trust: each publishes
 * a certificate, then deals shares to all, then checks the shares received and publishes a verification key.
 * Every round runs in the trustee's own browser; only the seed is secret, and it is all a trustee keeps.
 */

/** Round 1: a seed to keep, a certificate to publish. */
export function thresholdStart(
  group: Group,
  context: ThresholdContext,
  random: Random = secureRandom,
): { seed: string; cert: string } {
  const { index, threshold, size } = context
  if (!(threshold >= 1 && threshold <= size && index >= 1 && index <= size))
    throw new RangeError("no such place")
  const seed = randomBase58(22, random)
  const cert = sign(group, keysOfSeed(group, seed).sign, certMessage(group, context, seed), random)
  return { seed, cert: JSON.stringify(cert) }
}

export const checkCert = (group: Group, cert: string, context: ThresholdContext): boolean =>
  readCert(group, readJson(cert), context) !== null

/** What a trustee deals: a signed commitment to a polynomial, and a sealed share for each trustee. */
interface Deal {
  readonly coefexps: Signed
  readonly secrets: readonly string[]
  readonly signature: ProofText
}

const parsed = (texts: readonly string[]): unknown[] => texts.map(readJson)

/** What a share is about: the set of certificates, from whom, to whom. */
const about = (certs: readonly string[], from: number, to: number): string =>
  `${sha256Base64(certs.join("\n"))}|${from}|${to}`

/**
 * Round 2, when all certificates are there: commits to a random polynomial and seals its value at each trustee's
 * number for that trustee. Throws RangeError where a certificate is not right or the own one is not among them.
 */
export async function thresholdDeal(
  group: Group,
  context: ThresholdContext,
  seed: string,
  certs: readonly string[],
  random: Random = secureRandom,
): Promise<string> {
  const read = ownCerts(group, context, seed, certs)
  if (!read) throw new RangeError("certificates are not right")
  const { q } = group
  const own = keysOfSeed(group, seed)
  const polynomial = Array.from({ length: context.threshold }, () => randomScalar(q, random))
  const coefexps = polynomial.map((a) => group.write(generatorOf(group).power(a)))
  const secrets: string[] = []
  for (const [i, cert] of read.entries()) {
    const secret = polynomial.toReversed().reduce((sum, a) => (sum * BigInt(i + 1) + a) % q, 0n)
    const content = JSON.stringify({ recipient: cert.encryptionText, secret: secret.toString() })
    const signed = JSON.stringify(sign(group, own.sign, content, random))
    secrets.push(await seal(group, cert.encryption, signed, about(certs, context.index, i + 1), random))
  }
  return JSON.stringify({
    coefexps: sign(group, own.sign, JSON.stringify({ coefexps }), random),
    secrets,
    signature: signatureOf(group, own.sign, certsMessage(parsed(certs) as Signed[], coefexps), random),
  } satisfies Deal)
}

/** Whether what trustee `index` dealt is well formed and signed, also the certificates it was dealt on. */
export function checkDeal(
  group: Group,
  { index, threshold }: Omit<ThresholdContext, "size">,
  certs: readonly string[],
  deal: string,
): boolean {
  const read = readCerts(group, parsed(certs), threshold)
  return read !== null && readDeal(group, read, certs, index, threshold, deal) !== null
}

function ownCerts(
  group: Group,
  { index, threshold, size }: ThresholdContext,
  seed: string,
  certs: readonly string[],
): Cert[] | null {
  const read = certs.length === size ? readCerts(group, parsed(certs), threshold) : null
  const own = group.write(generatorOf(group).power(keysOfSeed(group, seed).sign))
  return read?.[index - 1]?.verificationText === own ? read : null
}

function readDeal(
  group: Group,
  certs: readonly Cert[],
  texts: readonly string[],
  index: number,
  threshold: number,
  deal: string,
): { points: Point[]; secrets: readonly string[] } | null {
  const json = readJson(deal)
  const cert = certs[index - 1]
  if (!cert || !hasKeys(json, "coefexps", "secrets", "signature")) return null
  const { coefexps, secrets, signature } = json
  if (!isList(secrets) || secrets.length !== certs.length || !secrets.every(isText)) return null
  const points = readCoefexps(group, cert, coefexps, threshold)
  if (!points || !signsCerts(group, cert, parsed(texts) as Signed[], coefexps, signature)) return null
  return { points, secrets }
}

/**
 * Round 3, when all have dealt: checks every share against its dealer's commitment. `output` is the public
 * verification key to publish; `blame` is the number of the first dealer whose share is wrong. Throws RangeError
 * where the certificates are not those the seed belongs to.
 */
export async function thresholdFinish(
  group: Group,
  context: ThresholdContext,
  seed: string,
  certs: readonly string[],
  deals: readonly string[],
  random: Random = secureRandom,
): Promise<{ output: string } | { blame: number }> {
  const share = await sumOfShares(group, context, seed, certs, deals)
  if (typeof share === "object") return share
  const key = trusteePublic(group, share, random)
  const signature = signatureOf(group, keysOfSeed(group, seed).sign, key.public_key, random)
  return { output: JSON.stringify({ ...key, signature }) }
}

/** The secret a trustee decrypts with, as `decrypt` takes it; made anew from the seed and the public messages. */
export async function thresholdSecret(
  group: Group,
  context: ThresholdContext,
  seed: string,
  certs: readonly string[],
  deals: readonly string[],
): Promise<string> {
  const share = await sumOfShares(group, context, seed, certs, deals)
  if (typeof share === "object") throw new RangeError(`what trustee ${share.blame} dealt is wrong`)
  return share.toString()
}

async function sumOfShares(
  group: Group,
  context: ThresholdContext,
  seed: string,
  certs: readonly string[],
  deals: readonly string[],
): Promise<bigint | { blame: number }> {
  const { index, threshold } = context
  const read = ownCerts(group, context, seed, certs)
  if (!read) throw new RangeError("certificates are not right")
  let sum = 0n
  for (const [i, dealer] of read.entries()) {
    const deal = readDeal(group, read, certs, i + 1, threshold, deals[i] ?? "")
    const opened =
      deal &&
      (await open(
        group,
        keysOfSeed(group, seed).decrypt,
        deal.secrets[index - 1]!,
        about(certs, i + 1, index),
      ))
    const share = deal && opened ? readShare(group, dealer, read[index - 1]!, opened) : null
    if (!deal || share === null) return { blame: i + 1 }
    if (!group.same(generatorOf(group).power(share), valueAt(group, deal.points, index)))
      return { blame: i + 1 }
    sum += share
  }
  return modulo(sum, group.q)
}

function readShare(group: Group, dealer: Cert, own: Cert, text: string): bigint | null {
  const signed = readJson(text)
  if (!isSigned(signed) || !isSignedBy(group, dealer.verification, signed.message, signed.signature))
    return null
  const json = readCanonical(signed.message)
  if (!hasKeys(json, "recipient", "secret") || json.recipient !== own.encryptionText) return null
  return readScalar(json.secret, group.q)
}

/** The `["Pedersen", …]` entry of trustees.json. Throws RangeError where a message is not right. */
export function thresholdTrustees(
  group: Group,
  { threshold }: Pick<ThresholdContext, "threshold">,
  certs: readonly string[],
  deals: readonly string[],
  outputs: readonly string[],
): string {
  const read = readCerts(group, parsed(certs), threshold)
  if (!read || deals.length !== certs.length || outputs.length !== certs.length)
    throw new RangeError("certificates are not right")
  const dealt = read.map((_, i): Deal => {
    if (!readDeal(group, read, certs, i + 1, threshold, deals[i]!))
      throw new RangeError(`what trustee ${i + 1} dealt is wrong`)
    return JSON.parse(deals[i]!) as Deal
  })
  const entry = {
    threshold,
    certs: parsed(certs),
    coefexps: dealt.map((deal) => deal.coefexps),
    signatures: dealt.map((deal) => deal.signature),
    verification_keys: parsed(outputs),
  }
  const whole = readPedersen(group, entry)
  if (!whole.ok) throw new RangeError(whole.error)
  return JSON.stringify(["Pedersen", entry])
}
