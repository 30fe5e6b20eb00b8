import { hashModulo, modulo, readScalar } from "./encodings.ts"
import type { BaseOf, Branch, Commitment, Group, KeyBase, Point } from "./group.ts"
import { type Random, randomScalar } from "./random.ts"

/** A proof as it stands in files: two scalars in decimal. */
export interface ProofText {
  readonly challenge: string
  readonly response: string
}

const proofText = (challenge: bigint, response: bigint): ProofText => ({
  challenge: challenge.toString(),
  response: response.toString(),
})

interface Scalars {
  readonly challenge: bigint
  readonly response: bigint
}

/** Null unless both scalars have their one spelling and are below q. */
export function readProof({ challenge, response }: ProofText, q: bigint): Scalars | null {
  const c = readScalar(challenge, q)
  const r = readScalar(response, q)
  return c === null || r === null ? null : { challenge: c, response: r }
}

/** Proof of knowledge of the logarithm x of g^x; `label` stands before the commitment in the hash. */
export function proveLog(group: Group, x: bigint, label: string, random: Random): ProofText {
  const { q } = group
  const w = randomScalar(q, random)
  const challenge = hashModulo(label + group.write(generatorOf(group).power(w)), q)
  return proofText(challenge, modulo(w - x * challenge, q))
}

export function checkLog(group: Group, key: Point, label: string, proof: ProofText): boolean {
  const scalars = readProof(proof, group.q)
  if (!scalars) return false
  const { challenge, response } = scalars
  const a = group.multiply(generatorOf(group).power(response), group.power(key, challenge))
  return hashModulo(label + group.write(a), group.q) === challenge
}

/** The same exponent under two bases: a decryption factor is alpha^x for the x of g^x. */
export function proveDecryption(
  group: Group,
  x: bigint,
  alpha: Point,
  label: string,
  random: Random,
): ProofText {
  const { q } = group
  const w = randomScalar(q, random)
  const commitments = [generatorOf(group).power(w), group.power(alpha, w)].map(group.write)
  const challenge = hashModulo(label + commitments.join(), q)
  return proofText(challenge, modulo(w - x * challenge, q))
}

export function checkEqualLogs(
  group: Group,
  { key, alpha, factor }: { key: Point; alpha: Point; factor: Point },
  label: string,
  proof: ProofText,
): boolean {
  const scalars = readProof(proof, group.q)
  if (!scalars) return false
  const { challenge, response } = scalars
  const a = group.multiply(generatorOf(group).power(response), group.power(key, challenge))
  const b = group.multiply(group.power(alpha, response), group.power(factor, challenge))
  return hashModulo(`${label}${group.write(a)},${group.write(b)}`, group.q) === challenge
}

const generators = new WeakMap<Group, BaseOf<Point>>()
export function generatorOf(group: Group): BaseOf<Point> {
  const kept = generators.get(group) ?? group.base(group.generator)
  generators.set(group, kept)
  return kept
}

/**
 * The branches of an OR-proof, which run over the values of each of its claims in turn. Null where a scalar is
 * misspelled or too large.
 */
export function readOr(
  q: bigint,
  values: readonly (readonly number[])[],
  proofs: readonly ProofText[],
): Branch[][] | null {
  let at = 0
  const claims: Branch[][] = []
  for (const each of values) {
    const branches: Branch[] = []
    for (const value of each) {
      const scalars = readProof(proofs[at++]!, q)
      if (!scalars) return null
      branches.push({ ...scalars, value })
    }
    claims.push(branches)
  }
  return claims
}

/** Whether the challenges of an OR-proof add up to the hash of its commitments. */
export function orHolds(
  q: bigint,
  label: string,
  branches: readonly Branch[],
  commitments: readonly Commitment[],
): boolean {
  const total = branches.reduce((sum, branch) => sum + branch.challenge, 0n)
  return hashModulo(label + commitments.map(({ a, b }) => `${a},${b}`).join(), q) === modulo(total, q)
}

/** What only the voter knows of a pair: the randomness and the number inside. */
export interface Opening {
  readonly r: bigint
  readonly value: number
}

/**
 * Proves that one of the claims' values is what `openings` says, branch by branch. The false branches are
 * simulated; knowing r, their commitments too are powers of g and y alone.
 */
export function proveOr(
  group: Group,
  y: KeyBase,
  label: string,
  claims: readonly { readonly opening: Opening; readonly values: readonly number[] }[],
  random: Random,
): ProofText[] {
  const { q } = group
  const branches = claims.flatMap(({ opening, values }) =>
    values.map((value) => ({ r: opening.r, off: opening.value - value })),
  )
  const real = branches.findIndex((b) => b.off === 0)
  if (real < 0) throw new RangeError("none of the values is the one encrypted")
  const scalars = branches.map((_, i) => {
    const response = randomScalar(q, random)
    return { challenge: i === real ? 0n : randomScalar(q, random), response }
  })
  const commitments = group.blind(
    y,
    scalars.map(({ challenge, response }, i) => ({
      power: modulo(response + branches[i]!.r * challenge, q),
      value: modulo(BigInt(branches[i]!.off) * challenge, q),
    })),
  )
  const spelled = commitments.map(({ a, b }) => `${a},${b}`)
  const others = scalars.reduce((sum, s) => sum + s.challenge, 0n)
  const challenge = modulo(hashModulo(label + spelled.join(), q) - others, q)
  const own = scalars[real]!
  scalars[real] = { challenge, response: modulo(own.response - branches[real]!.r * challenge, q) }
  return scalars.map((s) => proofText(s.challenge, s.response))
}
