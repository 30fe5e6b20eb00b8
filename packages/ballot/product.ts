import type { Group } from "./group.ts"
import type { Pair } from "./shapes.ts"

/** The product of pairs whose membership has been tested: it encrypts the sum of what they encrypt. */
export function product(group: Group, pairs: readonly Pair[]): Pair {
  const [first, ...others] = pairs
  if (!first) return { alpha: group.write(group.identity), beta: group.write(group.identity) }
  if (others.length === 0) return first
  let alpha = group.known(first.alpha)
  let beta = group.known(first.beta)
  for (const pair of others) {
    alpha = group.multiply(alpha, group.known(pair.alpha))
    beta = group.multiply(beta, group.known(pair.beta))
  }
  return { alpha: group.write(alpha), beta: group.write(beta) }
}
