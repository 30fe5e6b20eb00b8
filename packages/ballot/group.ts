import { belenios2048 } from "./belenios-2048.ts"
import { ed25519Fast } from "./ed25519-fast.ts"
import { ed25519WithSodium } from "./ed25519-sodium.ts"
import type { Pair } from "./shapes.ts"

export type GroupName = "Ed25519" | "BELENIOS-2048"
export const groupNames: readonly GroupName[] = ["Ed25519", "BELENIOS-2048"]

/** An element of a group, opaque: only the group that made it can read it. */
export interface Point {
  readonly ofGroup: unique symbol
}

/** One base raised to many powers; holds what was prepared for it. */
export interface BaseOf<P> {
  readonly point: P
  /** The base as it is spelled in files and hashes. */
  readonly text: string
  power(k: bigint): P
}
export type Base = BaseOf<Point>
/** The base that is an election's public key. */
export type KeyBase = Base

/** One branch of an OR-proof: that the pair encrypts `value`. Challenge and response are below q. */
export interface Branch {
  readonly challenge: bigint
  readonly response: bigint
  readonly value: number
}

/** Two commitments of one branch, spelled as they are hashed. */
export interface Commitment {
  readonly a: string
  readonly b: string
}

/** An OR-proof about a pair, or about the product of the pairs of other proofs of the same list, by their places. */
export type OrProof = { readonly branches: readonly Branch[] } & (Pair | { readonly sum: readonly number[] })

/** What is hashed of an OR-proof: the pair it is about, given or multiplied, and the commitments of its branches. */
export interface Recomputed extends Pair {
  readonly commitments: readonly Commitment[]
}

/** Exponents that only who encrypts knows, both reduced. */
export interface Secret {
  readonly power: bigint
  readonly value: bigint
}

/** A group of prime order q, written multiplicatively as the protocol does. */
export interface GroupOf<P> {
  readonly name: GroupName
  readonly q: bigint
  readonly generator: P
  readonly identity: P
  /** Null when the text is not the one spelling of a member of the prime-order group. */
  parse(text: string): P | null
  /** The element behind a text that `parse` or `commitments` has accepted before: membership is not tested again. */
  known(text: string): P
  write(p: P): string
  multiply(a: P, b: P): P
  inverse(p: P): P
  /** Any exponent; it is reduced. */
  power(p: P, k: bigint): P
  same(a: P, b: P): boolean
  /** Fixed-base powers, for the generator and an election key. */
  base(p: P): BaseOf<P>
  /**
   * What a verifier recomputes for one OR-proof on the pair (alpha, beta) under key y: for each branch
   * A = g^response·alpha^challenge, B = y^response·(beta/g^value)^challenge, spelled as text.
   * Null when alpha or beta is no member of the group.
   */
  commitments(
    y: BaseOf<P>,
    alpha: string,
    beta: string,
    branches: readonly Branch[],
  ): readonly Commitment[] | null
  /** The same for all proofs of a ballot; null too for a product of which a part is no member. */
  commitmentsOf(y: BaseOf<P>, proofs: readonly OrProof[]): readonly (Recomputed | null)[]
  /** A = g^power, B = y^power·g^value: ciphertexts, and the commitments of who made them. */
  blind(y: BaseOf<P>, secrets: readonly Secret[]): readonly Commitment[]
  /** The product of pairs whose membership has been tested. */
  product(pairs: readonly Pair[]): Pair
}
export type Group = GroupOf<Point>

/** Which implementation computes Ed25519. All give the same texts; see README.md for who uses which. */
export type Engine = "fast" | "sodium" | "noble"

const loaded = new Map<string, Promise<Group>>()

/** The group of that name, loaded once. */
export function groupOf(name: GroupName, engine: Engine = "fast"): Promise<Group> {
  const key = name === "Ed25519" ? `${name} ${engine}` : name
  const group = loaded.get(key) ?? load(name, engine)
  loaded.set(key, group)
  return group
}

const load = async (name: GroupName, engine: Engine): Promise<Group> => {
  if (name === "BELENIOS-2048") return belenios2048() as unknown as Group
  // The second implementation is fetched when somebody wants it.
  const noble = async () => (await import("./ed25519-noble.ts")).ed25519WithNoble()
  const engines = { fast: ed25519Fast, sodium: ed25519WithSodium, noble }
  return (await engines[engine]()) as unknown as Group
}

const keys = new WeakMap<Group, Map<string, KeyBase>>()
const keysKept = 8

/** The prepared base of a key whose membership has been tested, kept for the next ballot. */
export function keyBase(group: Group, text: string): KeyBase {
  const kept = keys.get(group) ?? new Map<string, KeyBase>()
  keys.set(group, kept)
  const found = kept.get(text) ?? group.base(group.known(text))
  kept.delete(text)
  kept.set(text, found)
  const oldest = kept.keys().next().value
  if (kept.size > keysKept && oldest !== undefined) kept.delete(oldest)
  return found
}
