import type { BaseOf, Branch, Commitment, GroupOf, OrProof, Recomputed, Secret } from "./group.ts"
import type { Pair } from "./shapes.ts"

type Whole = "commitmentsOf" | "blind" | "product"

/** What a group does for a whole ballot, from what it does for one proof or one power. */
export function withWholeBallots<P>(group: Omit<GroupOf<P>, Whole>): GroupOf<P> {
  const g = group.base(group.generator)

  const product = (pairs: readonly Pair[]): Pair => {
    if (pairs.length === 1) return { alpha: pairs[0]!.alpha, beta: pairs[0]!.beta }
    let [alpha, beta] = [group.identity, group.identity]
    for (const pair of pairs) {
      alpha = group.multiply(alpha, group.known(pair.alpha))
      beta = group.multiply(beta, group.known(pair.beta))
    }
    return { alpha: group.write(alpha), beta: group.write(beta) }
  }

  const recomputed = (
    y: BaseOf<P>,
    { alpha, beta }: Pair,
    branches: readonly Branch[],
  ): Recomputed | null => {
    const commitments = group.commitments(y, alpha, beta, branches)
    return commitments && { alpha, beta, commitments }
  }
  const commitmentsOf = (y: BaseOf<P>, proofs: readonly OrProof[]): readonly (Recomputed | null)[] => {
    const own = proofs.map((proof) => ("sum" in proof ? null : recomputed(y, proof, proof.branches)))
    return proofs.map((proof, i) => {
      if (!("sum" in proof)) return own[i]!
      const parts = proof.sum.flatMap((place) => own[place] ?? [])
      return parts.length < proof.sum.length ? null : recomputed(y, product(parts), proof.branches)
    })
  }

  const blind = (y: BaseOf<P>, secrets: readonly Secret[]): readonly Commitment[] =>
    secrets.map(({ power, value }) => {
      const shared = y.power(power)
      return {
        a: group.write(g.power(power)),
        b: group.write(value === 0n ? shared : group.multiply(shared, g.power(value))),
      }
    })

  return { ...group, commitmentsOf, blind, product }
}
