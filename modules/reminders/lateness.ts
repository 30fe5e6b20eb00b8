/** Who hears of a late step besides whoever heard before. */
export interface Level {
  /** Working days past the deadline. */
  readonly after: number
  readonly tells: "step" | "head" | "student-affairs" | "deputy-secretary"
  /** Only for procedures of this clause. */
  readonly clause?: string
}

/**
 * 逾期 told upward, a little further every few working days. The Opinions set no such days: they are the
 * product's own, short enough that a matter is not lost and long enough that an office can answer first.
 */
export const levels: readonly Level[] = [
  { after: 1, tells: "step" },
  { after: 3, tells: "head" },
  { after: 3, tells: "deputy-secretary", clause: "10.4" },
  { after: 5, tells: "student-affairs" },
]

/** The levels a step has reached that is so many working days late, the highest first. */
export const reached = (days: number, clause: string): readonly Level[] =>
  levels
    .filter((l) => l.after <= days && (l.clause === undefined || l.clause === clause))
    .toSorted((a, b) => b.after - a.after)
