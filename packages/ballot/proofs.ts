import { hashModulo, modulo, readScalar } from "./encodings.ts"
import type { BaseOf, Branch, Group, KeyBase, Point } from "./group.ts"
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

/** One pair of an OR-proof with the values it is claimed to encrypt. */
export interface Claim {
  readonly alpha: string
  readonly beta: string
  readonly values: readonly number[]
}

/** What only the voter knows of a pair: the randomness and the number inside. */
export interface Opening {
  readonly r: bigint
  readonly value: number
}

/**
 * Checks an OR-proof whose branches run over the values of each claim in turn. Null: accepted. "member":
 * a pair is not of the group; "range": a scalar is misspelled or too large; "proof": the proof is false.
 */
export function checkOr(
  group: Group,
  y: KeyBase,
  label: string,
  claims: readonly Claim[],
  proofs: readonly ProofText[],
): null | "member" | "range" | "proof" {
  let total = 0n
  let at = 0
  const spelled: string[] = []
  for (const { alpha, beta, values } of claims) {
    const branches: Branch[] = []
    for (const value of values) {
      const scalars = readProof(proofs[at++]!, group.q)
      if (!scalars) return "range"
      total += scalars.challenge
      branches.push({ ...scalars, value })
    }
    const commitments = group.commitments(y, alpha, beta, branches)
    if (!commitments) return "member"
    for (const { a, b } of commitments) spelled.push(a, b)
  }
  return hashModulo(label + spelled.join(), group.q) === modulo(total, group.q) ? null : "proof"
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
  const g = generatorOf(group)
  const branches = claims.flatMap(({ opening, values }) =>
    values.map((value) => ({ r: opening.r, off: opening.value - value })),
  )
  const real = branches.findIndex((b) => b.off === 0)
  if (real < 0) throw new RangeError("none of the values is the one encrypted")
  const spelled: string[] = []
  const scalars = branches.map(({ r, off }, i) => {
    const response = randomScalar(q, random)
    const challenge = i === real ? 0n : randomScalar(q, random)
    const exponent = modulo(response + r * challenge, q)
    const b = y.power(exponent)
    const shift = off === 0 ? null : g.power(modulo(BigInt(off) * challenge, q))
    spelled.push(group.write(g.power(exponent)), group.write(shift ? group.multiply(b, shift) : b))
    return { challenge, response }
  })
  const others = scalars.reduce((sum, s) => sum + s.challenge, 0n)
  const challenge = modulo(hashModulo(label + spelled.join(), q) - others, q)
  const own = scalars[real]!
  scalars[real] = { challenge, response: modulo(own.response - branches[real]!.r * challenge, q) }
  return scalars.map((s) => proofText(s.challenge, s.response))
}
