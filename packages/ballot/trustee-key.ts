import { readScalar } from "./encodings.ts"
import type { Group, Point } from "./group.ts"
import { isObject, isText, readJson } from "./json.ts"
import { checkLog, generatorOf, type ProofText, proveLog } from "./proofs.ts"
import { type Random, randomScalar, secureRandom } from "./random.ts"
import { isProof } from "./shapes.ts"

export interface TrusteePublic {
  readonly pok: ProofText
  readonly public_key: string
}

const label = (group: Group, key: string): string => `pok|${group.name}|${key}|`

/** A key of a trustee who is needed whatever happens. The secret is a scalar in decimal. */
export function makeTrusteeKey(
  group: Group,
  random: Random = secureRandom,
): { secret: string; public: string } {
  const x = randomScalar(group.q, random)
  return { secret: x.toString(), public: JSON.stringify(trusteePublic(group, x, random)) }
}

/** `{pok, public_key}` of a secret. */
export function trusteePublic(group: Group, x: bigint, random: Random): TrusteePublic {
  const key = group.write(generatorOf(group).power(x))
  return { pok: proveLog(group, x, label(group, key), random), public_key: key }
}

export const checkTrusteeKey = (group: Group, publicJson: string): boolean =>
  readTrusteeKey(group, readJson(publicJson)) !== null

/** The key of `{pok, public_key, …}`; null where the key is no member, the identity, or its proof is false. */
export function readTrusteeKey(group: Group, value: unknown): Point | null {
  if (!isObject(value) || !isText(value.public_key) || !isProof(value.pok)) return null
  const key = group.parse(value.public_key)
  if (key === null || group.same(key, group.identity)) return null
  return checkLog(group, key, label(group, value.public_key), value.pok) ? key : null
}

/** The scalar of a trustee's secret as kept by `makeTrusteeKey`; null where it is none. */
export const readSecret = (group: Group, secret: string): bigint | null => readScalar(secret, group.q)
