import { ok, type Result } from "@qiaoliang/basics"
import { readDecryption } from "./decryption.ts"
import type { Election } from "./election.ts"
import { modulo } from "./encodings.ts"
import type { Group, Point } from "./group.ts"
import { generatorOf } from "./proofs.ts"
import { readTally } from "./tally.ts"
import type { TrusteeEntry, Trustees } from "./trustees.ts"

/** A partial decryption with the trustee it is from, numbered from 1. */
export interface Owned {
  readonly owner: number
  readonly payload: string
}

const refuse = (error: string): { ok: false; error: string } => ({ ok: false, error })

/**
 * `{"result":[[…]]}` from enough partial decryptions, each checked. `counted` is how many ballots went into the
 * tally: no sum is larger. The error is a Chinese sentence.
 */
export function resultOf(
  group: Group,
  election: Election,
  trustees: Trustees,
  tally: string,
  decryptions: readonly Owned[],
  counted: number,
): Result<string, string> {
  const factors: Factors = new Map()
  for (const { owner, payload } of decryptions) {
    const fault = addFactors(factors, group, election, trustees, tally, { owner, payload })
    if (fault) return refuse(fault)
  }
  return resultFrom(group, election, trustees, tally, factors, counted)
}

/** Of each owner the factors, of decryptions that held. */
export type Factors = Map<number, Point[][]>

/** Checks one more decryption and adds its factors; or why not, a Chinese sentence. */
export function addFactors(
  factors: Factors,
  group: Group,
  election: Election,
  trustees: Trustees,
  tally: string,
  { owner, payload }: Owned,
): string | null {
  if (factors.has(owner)) return `第${owner}位监票人的部分解密出现了两次`
  const read = readDecryption(group, election, trustees, owner, tally, payload)
  if (!read) return `第${owner}位监票人的部分解密无效`
  factors.set(owner, read)
  return null
}

/** The same from decryptions already checked. */
export function resultFrom(
  group: Group,
  election: Election,
  trustees: Trustees,
  tally: string,
  factors: Readonly<Factors>,
  counted: number,
): Result<string, string> {
  const weights = weightsOf(group.q, trustees.entries, factors)
  if (!weights.ok) return weights
  const rows = readTally(election, tally)
  if (!rows) return refuse("密文总票不规范")
  const logarithm = logarithms(group, counted)
  const result: number[][] = []
  for (const [i, row] of rows.entries()) {
    const sums: number[] = []
    for (const [j, { beta }] of row.entries()) {
      const point = group.parse(beta)
      if (point === null) return refuse("密文总票中有不属于该群的元素")
      let mask = group.identity
      for (const [owner, weight] of weights.value)
        mask = group.multiply(mask, group.power(factors.get(owner)![i]![j]!, weight))
      const sum = logarithm(group.write(group.multiply(point, group.inverse(mask))))
      if (sum === undefined) return refuse(`第${i + 1}题第${j + 1}项解密后不是一个不超过票数的数`)
      sums.push(sum)
    }
    result.push(sums)
  }
  return ok(JSON.stringify({ result }))
}

/** Whether the decryptions of these owners are enough. */
export const isEnough = (trustees: Trustees, owners: ReadonlySet<number>): boolean =>
  trustees.entries.every((entry) => ownersIn(entry, owners).length >= entry.threshold)

const ownersIn = ({ first, size }: TrusteeEntry, owners: { has(owner: number): boolean }): number[] =>
  Array.from({ length: size }, (_, i) => first + i).filter((owner) => owners.has(owner))

/** The exponent of each owner's factor: 1, or Lagrange's coefficient at 0 among those used of a shared key. */
function weightsOf(
  q: bigint,
  entries: readonly TrusteeEntry[],
  factors: ReadonlyMap<number, unknown>,
): Result<Map<number, bigint>, string> {
  const weights = new Map<number, bigint>()
  for (const entry of entries) {
    const owners = ownersIn(entry, factors)
    if (owners.length < entry.threshold)
      return refuse(
        entry.kind === "Single"
          ? `缺少第${entry.first}位监票人的部分解密`
          : `部分解密不足：需要${entry.threshold}位监票人，只有${owners.length}位`,
      )
    const used = owners.slice(0, entry.threshold)
    const indices = used.map((owner) => BigInt(owner - entry.first + 1))
    for (const [i, owner] of used.entries()) weights.set(owner, lagrange(q, indices, i))
  }
  return ok(weights)
}

function lagrange(q: bigint, indices: readonly bigint[], i: number): bigint {
  let top = 1n
  let bottom = 1n
  for (const [j, index] of indices.entries()) {
    if (j === i) continue
    top = (top * index) % q
    bottom = modulo(bottom * (index - indices[i]!), q)
  }
  return (top * inverseModulo(bottom, q)) % q
}

/** a^(q−2), q being prime. */
function inverseModulo(a: bigint, q: bigint): bigint {
  let out = 1n
  let base = a
  for (let k = q - 2n; k > 0n; k >>= 1n) {
    if (k & 1n) out = (out * base) % q
    base = (base * base) % q
  }
  return out
}

/** The logarithms of g^0 … g^most by their spelling, found as far as they are asked for. */
function logarithms(group: Group, most: number): (text: string) => number | undefined {
  const g = generatorOf(group).point
  const known = new Map<string, number>()
  let next = group.identity
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    while (known.size <= most) {
      const spelled = group.write(next)
      known.set(spelled, known.size)
      next = group.multiply(next, g)
      if (spelled === text) return known.size - 1
    }
    return undefined
  }
}
