import type { Procedure } from "@qiaoliang/procedure"

/** Who hears of a late step besides whoever heard before. */
export interface Level {
  /** Working days past the deadline. */
  readonly after: number
  readonly tells: "step" | "head" | "student-affairs" | "deputy-secretary" | "party-deputy"
  /** Only for procedures of this clause. */
  readonly clause?: string
  /** Those told oversee the matter, and are told which it is. */
  readonly sees?: true
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

/** 诉求 (1.4) are days, not weeks: they go up faster, to 学工部 and the party's deputy secretary in charge of students. */
export const ofNeeds: readonly Level[] = [
  { after: 1, tells: "step" },
  { after: 2, tells: "head" },
  { after: 4, tells: "student-affairs", sees: true },
  { after: 6, tells: "party-deputy", sees: true },
]

const ladder = (procedure: string): readonly Level[] => (procedure === "needs.handling" ? ofNeeds : levels)

/** The levels a step has reached that is so many working days late, the highest first. */
export const reached = (days: number, { id, clause }: Pick<Procedure, "id" | "clause">): readonly Level[] =>
  ladder(id)
    .filter((l) => l.after <= days && (l.clause === undefined || l.clause === clause))
    .toSorted((a, b) => b.after - a.after)
