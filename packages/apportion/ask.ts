import { largestRemainder } from "./largest-remainder.ts"
import { type Shared, sum } from "./list.ts"

/** A group asked to fill some of its seats with people of a kind. */
export interface Asked {
  readonly name: string
  readonly seats: number
  /** How many of the kind it has; unknown: as many as it has seats. */
  readonly available?: number
}

/** How many of the kind each group is asked for, by its seats; or the most there can be where `need` can't be had. */
export function ask(groups: readonly Asked[], need: number): Shared | { readonly most: number } {
  const asked = groups.map(({ name, seats, available }) => ({
    name,
    size: seats,
    least: 0,
    most: Math.min(seats, available ?? seats),
  }))
  const most = sum(asked.map((g) => g.most))
  return most < need ? { most } : largestRemainder(asked, need)
}
