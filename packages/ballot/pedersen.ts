import { ok, type Result } from "@qiaoliang/basics"
import { type Cert, certsMessage, readCerts } from "./cert.ts"
import type { Group, Point } from "./group.ts"
import { hasFields, hasKeys, isCount, isList, isObject, isText, readCanonical } from "./json.ts"
import { isProof } from "./shapes.ts"
import { isSigned, isSignedBy, type Signed } from "./signed.ts"
import { readTrusteeKey } from "./trustee-key.ts"

/** A key shared among several trustees, any `threshold` of whom can decrypt. */
export interface Pedersen {
  readonly keys: readonly Point[]
  readonly threshold: number
  /** What the entry contributes to the election's public key. */
  readonly contribution: Point
}

const refuse = (error: string): { ok: false; error: string } => ({ ok: false, error })

/**
 * The object of a `["Pedersen", …]` entry, everything checked. Two shapes: that of version 3, and that of 2.0
 * without context and signatures, which only elections of BELENIOS-2048 may have.
 */
export function readPedersen(group: Group, value: unknown): Result<Pedersen, string> {
  const old = isObject(value) && value.signatures === undefined
  const fields = ["threshold", "certs", "coefexps", ...(old ? [] : ["signatures"]), "verification_keys"]
  if (!hasFields(value, ...fields)) return refuse("共管密钥的监票人名单的字段不规范")
  if (old && group.name !== "BELENIOS-2048") return refuse("共管密钥的监票人名单缺少对全部证书的签名")
  const { threshold, certs, coefexps, signatures, verification_keys: outputs } = value
  if (!isList(certs) || !isList(coefexps) || !isList(outputs))
    return refuse("共管密钥的监票人名单的字段不规范")
  const size = certs.length
  if (!isCount(threshold) || threshold < 1 || threshold > size) return refuse("共管密钥的监票人的门限不合理")
  if (coefexps.length !== size || outputs.length !== size) return refuse("共管密钥的监票人名单的人数前后不一")
  const read = readCerts(group, certs, threshold, old)
  if (!read) return refuse("共管密钥的监票人的证书无效")
  const commitments: Point[][] = []
  for (const [i, each] of coefexps.entries()) {
    const points = readCoefexps(group, read[i]!, each, threshold)
    if (!points) return refuse(`第${i + 1}位共管密钥的监票人对多项式的承诺无效`)
    commitments.push(points)
  }
  if (!old) {
    if (!isList(signatures) || signatures.length !== size) return refuse("共管密钥的监票人名单的签名个数不对")
    for (const [i, signature] of signatures.entries())
      if (!signsCerts(group, read[i]!, certs as readonly Signed[], coefexps[i], signature))
        return refuse(`第${i + 1}位共管密钥的监票人对全部证书的签名无效`)
  }
  const keys: Point[] = []
  for (const [i, output] of outputs.entries()) {
    const key = readOutput(group, read[i]!, output, old)
    if (!key || !group.same(key, verificationKey(group, commitments, i + 1)))
      return refuse(`第${i + 1}位共管密钥的监票人的验证公钥无效`)
    keys.push(key)
  }
  const contribution = commitments.reduce((sum, points) => group.multiply(sum, points[0]!), group.identity)
  return ok({ keys, threshold, contribution })
}

/** `[g^a0, g^a1, …]` of a signed commitment; null where it is not right. */
export function readCoefexps(group: Group, cert: Cert, value: unknown, threshold: number): Point[] | null {
  if (!isSigned(value) || !isSignedBy(group, cert.verification, value.message, value.signature)) return null
  const texts = coefexpTexts(value)
  if (!texts || texts.length !== threshold) return null
  const points = texts.map((text) => group.parse(text))
  return points.every((point) => point !== null) ? points : null
}

/** The spelled elements of a signed commitment. */
export function coefexpTexts(value: unknown): readonly string[] | null {
  const json = isSigned(value) ? readCanonical(value.message) : undefined
  if (!hasKeys(json, "coefexps") || !isList(json.coefexps) || !json.coefexps.every(isText)) return null
  return json.coefexps
}

/** Whether a trustee has signed having seen exactly these certificates. */
export function signsCerts(
  group: Group,
  cert: Cert,
  certs: readonly Signed[],
  coefexps: unknown,
  signature: unknown,
): boolean {
  const own = coefexpTexts(coefexps)
  if (!own || !isProof(signature)) return false
  return isSignedBy(group, cert.verification, certsMessage(certs, own), signature)
}

/** The key of `{pok, public_key, signature}`, signed by its owner. */
function readOutput(group: Group, cert: Cert, value: unknown, old = false): Point | null {
  const key = readTrusteeKey(group, value)
  if (!key || old) return key
  const { public_key: text, signature } = value as Record<string, unknown>
  if (!isText(text) || !isProof(signature)) return null
  return isSignedBy(group, cert.verification, text, signature) ? key : null
}

/** g to the share of trustee `index`: the product of every dealer's polynomial there, in the exponent. */
export const verificationKey = (group: Group, commitments: readonly Point[][], index: number): Point =>
  commitments.reduce((sum, points) => group.multiply(sum, valueAt(group, points, index)), group.identity)

/** g^f(index) from g^a0, g^a1, … (Horner). */
export function valueAt(group: Group, points: readonly Point[], index: number): Point {
  let value = group.identity
  for (const point of points.toReversed()) value = group.multiply(group.power(value, BigInt(index)), point)
  return value
}
