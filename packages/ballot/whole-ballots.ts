import type { BaseOf, Commitment, GroupOf, OrProof, Secret } from "./group.ts"
import type { Pair } from "./shapes.ts"

type Whole = "commitmentsOf" | "blind" | "product"

/** What a group does for a whole ballot, from what it does for one proof or one power. */
export function withWholeBallots<P>(group: Omit<GroupOf<P>, Whole>): GroupOf<P> {
  const g = group.base(group.generator)

  const product = (pairs: readonly Pair[]): Pair => {
    if (pairs.length === 1) return pairs[0]!
    let [alpha, beta] = [group.identity, group.identity]
    for (const pair of pairs) {
      alpha = group.multiply(alpha, group.known(pair.alpha))
      beta = group.multiply(beta, group.known(pair.beta))
    }
    return { alpha: group.write(alpha), beta: group.write(beta) }
  }

  const commitmentsOf = (y: BaseOf<P>, proofs: readonly OrProof[]) => {
    const whole: (readonly Commitment[] | null)[] = proofs.map((proof) =>
      "sum" in proof ? null : group.commitments(y, proof.alpha, proof.beta, proof.branches),
    )
    for (const [i, proof] of proofs.entries()) {
      if (!("sum" in proof)) continue
      const parts = proof.sum.flatMap((place) => {
        const part = proofs[place]!
        return "sum" in part || !whole[place] ? [] : [part]
      })
      if (parts.length < proof.sum.length) continue
      const { alpha, beta } = product(parts)
      whole[i] = group.commitments(y, alpha, beta, proof.branches)
    }
    return whole
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
