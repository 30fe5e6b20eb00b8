import { type Answer, type Ballot, contextOf, rangeLabel, wholeContext } from "./ballot.ts"
import { countsOf, type Election, type Question } from "./election.ts"
import { type Group, keyBase, type OrProof } from "./group.ts"
import { orHolds, type ProofText, readOr } from "./proofs.ts"
import type { Pair } from "./shapes.ts"

/** One hash to compare: of the label and the commitments of one or two proofs in a row. */
interface Pending {
  readonly what: string
  readonly label: (first: Pair) => string
  readonly first: number
  readonly count: number
}

/**
 * Every OR-proof of a ballot, gathered so that the group computes all commitments in one call. Null where all
 * hold, else the first fault, a Chinese sentence. The ballot has the shape of the election.
 */
export function proofFault(group: Group, election: Election, ballot: Ballot): string | null {
  const context = contextOf(election, ballot.credential)
  const proofs: OrProof[] = []
  const pending: Pending[] = []
  for (const [i, question] of election.questions.entries()) {
    const fault = gather(group.q, context, question, ballot.answers[i]!, `第${i + 1}题`, proofs, pending)
    if (fault) return fault
  }
  const recomputed = group.commitmentsOf(keyBase(group, election.publicKey), proofs)
  for (const { what, label, first, count } of pending) {
    const own = recomputed.slice(first, first + count)
    if (!own.every((each) => each !== null)) return `${what}：密文不是群中的有效元素`
    const branches = proofs.slice(first, first + count).flatMap((proof) => proof.branches)
    const commitments = own.flatMap((each) => each.commitments)
    if (!orHolds(group.q, label(own[0]!), branches, commitments)) return `${what}：证明不成立`
  }
  return null
}

function gather(
  q: bigint,
  context: string,
  question: Question,
  { choices, individual_proofs, overall_proof, blank_proof }: Answer,
  where: string,
  proofs: OrProof[],
  pending: Pending[],
): string | null {
  /** A claim: what is proved of which ciphertexts, and the values its branches run over. */
  type Claim = readonly [Pair | { sum: readonly number[] }, readonly number[]]
  const ask = (
    what: string,
    label: Pending["label"],
    claims: readonly Claim[],
    texts: readonly ProofText[],
  ): string | null => {
    pending.push({ what: where + what, label, first: proofs.length, count: claims.length })
    const values = claims.map(([, each]) => each)
    const branches = readOr(q, values, texts)
    if (!branches) return `${where}${what}：证明中的数不规范或超出范围`
    for (const [i, [subject]] of claims.entries()) proofs.push({ ...subject, branches: branches[i]! })
    return null
  }
  const places = choices.map((_, i) => proofs.length + i)
  for (const [i, pair] of choices.entries()) {
    const label = (given: Pair) => rangeLabel(context, given)
    const fault = ask(`第${i + 1}项`, label, [[pair, [0, 1]]], individual_proofs[i]!)
    if (fault) return fault
  }
  const whole = wholeContext(context, choices)
  const counts = countsOf(question)
  if (!blank_proof)
    return ask("选择总数", (all) => rangeLabel(whole, all), [[{ sum: places }, counts]], overall_proof)
  const [blank, rest] = [{ sum: places.slice(0, 1) }, { sum: places.slice(1) }]
  const overall: Claim[] = [
    [blank, [1]],
    [rest, counts],
  ]
  const either: Claim[] = [
    [blank, [0]],
    [rest, [0]],
  ]
  return (
    ask("选择总数", () => `bproof1|${whole}|`, overall, overall_proof) ??
    ask("弃权", () => `bproof0|${whole}|`, either, blank_proof)
  )
}
