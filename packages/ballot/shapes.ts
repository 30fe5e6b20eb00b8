import { hasKeys, isList, isText } from "./json.ts"
import type { ProofText } from "./proofs.ts"

/** An ElGamal pair as it stands in ballots and tallies. */
export interface Pair {
  readonly alpha: string
  readonly beta: string
}

export const isPair = (value: unknown): value is Pair =>
  hasKeys(value, "alpha", "beta") && isText(value.alpha) && isText(value.beta)

export const isProof = (value: unknown): value is ProofText =>
  hasKeys(value, "challenge", "response") && isText(value.challenge) && isText(value.response)

export const areProofs = (value: unknown, count: number): value is readonly ProofText[] =>
  isList(value) && value.length === count && value.every(isProof)
