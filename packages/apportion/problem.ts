import { atLeastOf } from "./candidates.ts"
import { type Fraction, type Group, sum } from "./list.ts"

/** A least number of seats asked for lines of one side: a count, or a share of the total (a part counts as one). */
export interface Demand {
  readonly id: string
  readonly side: "rows" | "columns"
  /** The lines it is asked of, by place. */
  readonly of: readonly number[]
  readonly least: number | Fraction
  /** Not to be given up, whatever helps. */
  readonly fixed: boolean
}

/** People by row and column, the seats they share, and what every way of sharing must keep. */
export interface Problem {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** `people[row][column]`: no cell gets more seats than it has people. */
  readonly people: readonly (readonly number[])[]
  readonly total: number
  readonly demands: readonly Demand[]
}

/** The seats a demand means where `total` are shared. */
export const seatsOf = ({ least }: Demand, total: number): number =>
  typeof least === "number" ? least : atLeastOf(least, total)

/** Every line that has people gets at least one: of the rows, or of the columns. */
export function coverage(
  problem: Omit<Problem, "total" | "demands">,
  side: Demand["side"],
  id: string,
): Demand {
  const of = sizes(problem, side).flatMap((size, at) => (size > 0 ? [at] : []))
  return { id, side, of, least: 1, fixed: true }
}

export const sizes = (
  { people, columns }: Pick<Problem, "people" | "columns">,
  side: Demand["side"],
): number[] =>
  side === "rows" ? people.map(sum) : columns.map((_, at) => sum(people.map((row) => row[at]!)))

/** One side as groups, each at its strictest demand. */
export function groupsOf(problem: Problem, side: Demand["side"]): Group[] {
  const least = problem[side].map(() => 0)
  for (const demand of problem.demands)
    if (demand.side === side)
      for (const at of demand.of) least[at] = Math.max(least[at]!, seatsOf(demand, problem.total))
  return sizes(problem, side).map((size, at) => ({
    name: problem[side][at]!,
    size,
    least: least[at]!,
    most: size,
  }))
}
