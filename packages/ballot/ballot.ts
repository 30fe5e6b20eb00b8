import { credentialScalar, looksLikeCredential } from "./credentials.ts"
import { countsOf, type Election, type Question, slotsOf } from "./election.ts"
import { sha256Base64 } from "./encodings.ts"
import { type Group, type KeyBase, keyBase } from "./group.ts"
import { generatorOf, type Opening, type ProofText, proveLog, proveOr } from "./proofs.ts"
import { type Random, randomScalar, secureRandom } from "./random.ts"
import type { Pair } from "./shapes.ts"

/** One question's part of a ballot. */
export interface Answer {
  readonly choices: readonly Pair[]
  readonly individual_proofs: readonly (readonly ProofText[])[]
  readonly overall_proof: readonly ProofText[]
  readonly blank_proof?: readonly ProofText[]
}

/** A ballot; its text is this, compact, with the keys in this order. */
export interface Ballot {
  readonly election_uuid: string
  readonly election_hash: string
  readonly credential: string
  readonly answers: readonly Answer[]
  readonly signature: { readonly hash: string; readonly proof: ProofText }
}

/** What the voter notes down: it stands on the public board if the ballot does. */
export const trackerOf = (ballot: string): string => sha256Base64(ballot)

/** S of the proofs of one question: of single choices, and of the question as a whole. */
export const contextOf = (election: Election, credential: string): string =>
  `${election.fingerprint}|${credential}`
export const wholeContext = (context: string, choices: readonly Pair[]): string =>
  `${context}|${choices.map(({ alpha, beta }) => `${alpha},${beta}`).join()}`

/** What stands before the commitments in the hash of a proof that one pair holds one of some values. */
export const rangeLabel = (context: string, { alpha, beta }: Pair): string =>
  `prove|${context}|${alpha},${beta}|`

/** What the signature signs: the ballot without it. */
export const signedHash = ({
  signature: _,
  ...rest
}: Ballot | (Omit<Ballot, "signature"> & { signature?: undefined })): string =>
  sha256Base64(JSON.stringify(rest))

/** The rows are those the question allows; see `slotsOf` for their length, blank first. */
export function isAllowed(question: Question, row: readonly number[]): boolean {
  if (row.length !== slotsOf(question) || !row.every((bit) => bit === 0 || bit === 1)) return false
  const chosen = row.slice(question.blank ? 1 : 0).filter((bit) => bit === 1).length
  if (question.blank && row[0] === 1) return chosen === 0
  return chosen >= question.min && chosen <= question.max
}

/**
 * A ballot's text for the choices, one row of zeros and ones a question. Throws RangeError on a credential that
 * is none or a row the question does not allow: the page never lets a voter send one.
 */
export function encryptBallot(
  group: Group,
  election: Election,
  secretCredential: string,
  choices: readonly (readonly number[])[],
  random: Random = secureRandom,
): string {
  const secret = looksLikeCredential(secretCredential)
  if (secret === null) throw new RangeError("not a credential")
  if (choices.length !== election.questions.length) throw new RangeError("one row a question")
  const x = credentialScalar(group, election.uuid, secret)
  const credential = group.write(generatorOf(group).power(x))
  const y = keyBase(group, election.publicKey)
  const context = contextOf(election, credential)
  const unsigned = {
    election_uuid: election.uuid,
    election_hash: election.fingerprint,
    credential,
    answers: election.questions.map((question, i) =>
      answer(group, y, context, question, choices[i]!, random),
    ),
  }
  const hash = signedHash(unsigned)
  return JSON.stringify({
    ...unsigned,
    signature: { hash, proof: proveLog(group, x, `sig|${hash}|`, random) },
  } satisfies Ballot)
}

function answer(
  group: Group,
  y: KeyBase,
  context: string,
  question: Question,
  row: readonly number[],
  random: Random,
): Answer {
  if (!isAllowed(question, row)) throw new RangeError("not a choice the question allows")
  const openings = row.map((value): Opening => ({ r: randomScalar(group.q, random), value }))
  const choices = encrypt(group, y, openings)
  const individual_proofs = openings.map((opening, i) => {
    return proveOr(group, y, rangeLabel(context, choices[i]!), [{ opening, values: [0, 1] }], random)
  })
  const whole = wholeContext(context, choices)
  const sum = (of: readonly Opening[]): Opening => ({
    r: of.reduce((total, o) => total + o.r, 0n),
    value: of.reduce((total, o) => total + o.value, 0),
  })
  if (!question.blank) {
    const claims = [{ opening: sum(openings), values: countsOf(question) }]
    return {
      choices,
      individual_proofs,
      overall_proof: proveOr(group, y, rangeLabel(whole, group.product(choices)), claims, random),
    }
  }
  const blank = openings[0]!
  const rest = sum(openings.slice(1))
  const overall = [
    { opening: blank, values: [1] },
    { opening: rest, values: countsOf(question) },
  ]
  const either = [
    { opening: blank, values: [0] },
    { opening: rest, values: [0] },
  ]
  return {
    choices,
    individual_proofs,
    overall_proof: proveOr(group, y, `bproof1|${whole}|`, overall, random),
    blank_proof: proveOr(group, y, `bproof0|${whole}|`, either, random),
  }
}

const encrypt = (group: Group, y: KeyBase, openings: readonly Opening[]): Pair[] =>
  group
    .blind(
      y,
      openings.map(({ r, value }) => ({ power: r, value: BigInt(value) })),
    )
    .map(({ a, b }) => ({ alpha: a, beta: b }))
