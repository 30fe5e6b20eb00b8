import type { BaseOf, Branch, Commitment, GroupOf } from "./group.ts"

type Operations<P> = Pick<GroupOf<P>, "parse" | "write" | "multiply" | "inverse" | "power" | "generator">

/** `Group.commitments` from the other operations of a group. */
export const commitmentsFrom =
  <P>(group: Operations<P>, g: BaseOf<P>) =>
  (y: BaseOf<P>, alpha: string, beta: string, branches: readonly Branch[]): readonly Commitment[] | null => {
    const a = group.parse(alpha)
    const b = group.parse(beta)
    if (a === null || b === null) return null
    return branches.map(({ challenge, response, value }) => ({
      a: group.write(group.multiply(g.power(response), group.power(a, challenge))),
      b: group.write(group.multiply(y.power(response), group.power(without(group, g, b, value), challenge))),
    }))
  }

const without = <P>(group: Operations<P>, g: BaseOf<P>, beta: P, value: number): P =>
  value === 0 ? beta : group.multiply(beta, group.inverse(g.power(BigInt(value))))
