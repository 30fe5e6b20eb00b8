import { reaches, thresholds } from "#policy/practice/congress-rules.ts"
import type { Count, Person, TieRule } from "./election.ts"

/** Who is elected, and what stays open. */
export interface Outcome {
  readonly elected: readonly Person[]
  /** Level at the last seat: for a second round, or not elected where the rules leave the seat vacant. */
  readonly tied: readonly Person[]
  /** Everybody else who stood. */
  readonly remaining: readonly Person[]
  /** Seats a further round may fill. */
  readonly open: number
  /** Seats that stay empty by the rule on ties. */
  readonly vacant: number
}

/**
 * Elected is who has the votes of more than half of those present (thresholds.elected) and is among as many of
 * the best as there are seats. Those level across the last seat are not elected: by the rules the seat stays vacant,
 * or they stand against each other in a second round.
 */
export function outcomeOf(
  counts: readonly Pick<Count, "number" | "name" | "for">[],
  { seats, present, tie }: { readonly seats: number; readonly present: number; readonly tie: TieRule },
): Outcome {
  const named = ({ number, name }: Person): Person => ({ number, name })
  const reached = counts
    .filter((c) => reaches(thresholds.elected, c.for, present))
    .toSorted((a, b) => b.for - a.for)
  const cut = reached.length > seats ? reached[seats - 1]!.for : -1
  const level = cut >= 0 && reached[seats]!.for === cut ? reached.filter((c) => c.for === cut) : []
  const elected = reached.slice(0, seats).filter((c) => !level.includes(c))
  const missing = seats - elected.length
  const held = level.length > 0 && tie === "vacant" ? missing : 0
  const inOrder = (of: readonly Person[]) => counts.filter((c) => of.some((p) => p.number === c.number))
  return {
    elected: elected.map(named),
    tied: inOrder(level).map(named),
    remaining: counts.filter((c) => !elected.includes(c as Count) && !level.includes(c as Count)).map(named),
    open: missing - held,
    vacant: held,
  }
}

/** Fewest votes that elect, of so many present. */
export function votesNeeded(present: number): number {
  const { num, den } = thresholds.elected.share
  const enough = Math.floor((present * num) / den)
  return reaches(thresholds.elected, enough, present) ? enough : enough + 1
}

/** Who stands in the next round: those level at the last seat; else everybody not elected. */
export const standsNext = (o: Outcome): readonly Person[] =>
  o.open === 0 ? [] : o.tied.length > 0 ? o.tied : o.remaining
