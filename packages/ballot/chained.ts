import { modulo } from "./encodings.ts"
import type { BaseOf, Branch, Commitment, GroupOf } from "./group.ts"
import { type Arithmetic, powersOf } from "./powers.ts"

interface Parts<P> extends Pick<GroupOf<P>, "write" | "multiply" | "same" | "q"> {
  readonly g: BaseOf<P>
  readonly arithmetic: Arithmetic<P>
  /** The element a text spells, on the curve or in range, not yet known to be of prime order. */
  read(text: string): P | null
}

/**
 * `Group.commitments` where products are dear: alpha shares one chain of squarings between all branches and
 * the test of membership (its power q must be the identity); so does beta, whose g^value comes from g's table.
 */
export const chainedCommitments =
  <P>({ write, multiply, same, q, g, arithmetic, read }: Parts<P>) =>
  (y: BaseOf<P>, alpha: string, beta: string, branches: readonly Branch[]): readonly Commitment[] | null => {
    const exponents = [...branches.map((b) => b.challenge), q]
    const chain = (text: string): P[] | null => {
      const p = read(text)
      if (p === null) return null
      const powers = powersOf(arithmetic, p, exponents)
      return same(powers[branches.length]!, arithmetic.one) ? powers : null
    }
    const alphas = chain(alpha)
    const betas = alphas && chain(beta)
    if (!alphas || !betas) return null
    return branches.map(({ challenge, response, value }, i) => {
      const shift = g.power(modulo(-challenge * BigInt(value), q))
      return {
        a: write(multiply(g.power(response), alphas[i]!)),
        b: write(multiply(multiply(y.power(response), betas[i]!), shift)),
      }
    })
  }
