import { hashModulo } from "./encodings.ts"
import type { Group, Point } from "./group.ts"
import { hasFields, isText, readCanonical } from "./json.ts"
import { generatorOf } from "./proofs.ts"
import { isSigned, isSignedBy, type Signed } from "./signed.ts"

/** One of `size` trustees, numbered from 1, any `threshold` of whom can decrypt. */
export interface ThresholdContext {
  readonly index: number
  readonly threshold: number
  readonly size: number
}

/** The keys a trustee's seed stands for: one to sign with, one to be written to. */
export const keysOfSeed = ({ q }: Group, seed: string): { sign: bigint; decrypt: bigint } => ({
  sign: hashModulo(`sk|${seed}`, q),
  decrypt: hashModulo(`dk|${seed}`, q),
})

/** What a certificate says, in its one spelling. Certificates of version 2.0 say nothing of the context. */
export function certMessage(
  group: Group,
  { size, threshold, index }: ThresholdContext,
  seed: string,
): string {
  const keys = keysOfSeed(group, seed)
  const key = (x: bigint) => group.write(generatorOf(group).power(x))
  return JSON.stringify({
    context: { group: group.name, size, threshold, index },
    verification: key(keys.sign),
    encryption: key(keys.decrypt),
  })
}

const isContext = (group: Group, value: unknown, { size, threshold, index }: ThresholdContext): boolean =>
  hasFields(value, "group", "size", "threshold", "index") &&
  value.group === group.name &&
  value.size === size &&
  value.threshold === threshold &&
  value.index === index

export interface Cert {
  readonly verification: Point
  readonly encryption: Point
  readonly encryptionText: string
  readonly verificationText: string
}

/** A certificate of this place; null where its keys, its signature or its context are not right. */
export function readCert(group: Group, value: unknown, context: ThresholdContext, old = false): Cert | null {
  if (!isSigned(value)) return null
  const json = readCanonical(value.message)
  const keys = [...(old ? [] : ["context"]), "verification", "encryption"]
  if (!hasFields(json, ...keys) || !(old || isContext(group, json.context, context))) return null
  if (!isText(json.verification) || !isText(json.encryption)) return null
  const verification = group.parse(json.verification)
  const encryption = group.parse(json.encryption)
  if (verification === null || encryption === null) return null
  if (group.same(verification, group.identity) || group.same(encryption, group.identity)) return null
  if (!isSignedBy(group, verification, value.message, value.signature)) return null
  return { verification, encryption, encryptionText: json.encryption, verificationText: json.verification }
}

/** Every certificate in its place, all keys different; null otherwise. */
export function readCerts(
  group: Group,
  values: readonly unknown[],
  threshold: number,
  old = false,
): Cert[] | null {
  const size = values.length
  const certs = values.map((value, i) => readCert(group, value, { index: i + 1, threshold, size }, old))
  if (!certs.every((cert) => cert !== null)) return null
  const different = new Set(certs.flatMap((cert) => [cert.verificationText, cert.encryptionText]))
  return different.size === 2 * size ? certs : null
}

/** What each trustee signs so that all have seen the same certificates: these, and the trustee's own commitment. */
export const certsMessage = (certs: readonly Signed[], coefexps: readonly string[]): string =>
  `certs_sig|${JSON.stringify({ certs, coefexps })}`
