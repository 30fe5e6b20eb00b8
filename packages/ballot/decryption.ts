import type { Election } from "./election.ts"
import type { Group, Point } from "./group.ts"
import { hasKeys, isList, isText, readCanonical } from "./json.ts"
import { checkEqualLogs, generatorOf, type ProofText, proveDecryption } from "./proofs.ts"
import { type Random, secureRandom } from "./random.ts"
import { isProof } from "./shapes.ts"
import { readTally, type Tally } from "./tally.ts"
import { readSecret } from "./trustee-key.ts"
import type { Trustees } from "./trustees.ts"

const label = (election: Election, key: string): string => `decrypt|${election.fingerprint}|${key}|`

/**
 * A trustee's part in opening the tally: factors and proofs, one a pair. The secret is a scalar in decimal, of
 * `makeTrusteeKey` or `thresholdSecret`. Throws RangeError on a secret or a tally that is none.
 */
export function decrypt(
  group: Group,
  election: Election,
  tally: string,
  secret: string,
  random: Random = secureRandom,
): string {
  const x = readSecret(group, secret)
  if (x === null) throw new RangeError("not a secret key")
  const rows = readTally(election, tally)
  if (!rows) throw new RangeError("not a tally of this election")
  const key = group.write(generatorOf(group).power(x))
  const opened = rows.map((row) =>
    row.map(({ alpha }) => {
      const point = group.parse(alpha)
      if (point === null) throw new RangeError("not a member of the group")
      const factor = group.write(group.power(point, x))
      return { factor, proof: proveDecryption(group, x, point, label(election, key), random) }
    }),
  )
  return JSON.stringify({
    decryption_factors: opened.map((row) => row.map((o) => o.factor)),
    decryption_proofs: opened.map((row) => row.map((o) => o.proof)),
  })
}

/** Whether owner (from 1) decrypted this tally rightly: shape, membership of every factor, every proof. */
export const checkDecryption = (
  group: Group,
  election: Election,
  trustees: Trustees,
  owner: number,
  tally: string,
  decryption: string,
): boolean => readDecryption(group, election, trustees, owner, tally, decryption) !== null

/** The factors of a decryption that holds; null otherwise. */
export function readDecryption(
  group: Group,
  election: Election,
  trustees: Trustees,
  owner: number,
  tally: string,
  decryption: string,
): Point[][] | null {
  const key = trustees.keys[owner - 1]
  const rows = readTally(election, tally)
  const json = readCanonical(decryption)
  if (!key || !rows || !hasKeys(json, "decryption_factors", "decryption_proofs")) return null
  const { decryption_factors: factors, decryption_proofs: proofs } = json
  if (!fits(rows, factors, isText) || !fits(rows, proofs, isProof)) return null
  const mark = label(election, group.write(key))
  const out: Point[][] = []
  for (const [i, row] of rows.entries()) {
    const points: Point[] = []
    for (const [j, { alpha }] of row.entries()) {
      const point = group.parse(alpha)
      const factor = group.parse(factors[i]![j]!)
      if (point === null || factor === null) return null
      const proof: ProofText = proofs[i]![j]!
      if (!checkEqualLogs(group, { key, alpha: point, factor }, mark, proof)) return null
      points.push(factor)
    }
    out.push(points)
  }
  return out
}

const fits = <T>(
  rows: Tally,
  value: unknown,
  is: (each: unknown) => each is T,
): value is readonly (readonly T[])[] =>
  isList(value) &&
  value.length === rows.length &&
  value.every((row, i) => isList(row) && row.length === rows[i]!.length && row.every(is))
