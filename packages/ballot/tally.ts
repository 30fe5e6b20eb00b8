import type { Ballot } from "./ballot.ts"
import { type Election, slotsOf } from "./election.ts"
import { sha256Hex } from "./encodings.ts"
import type { Group } from "./group.ts"
import { isList, readCanonical } from "./json.ts"
import { isPair, type Pair } from "./shapes.ts"

/** The encrypted sums, one list a question, one pair a slot. */
export type Tally = readonly (readonly Pair[])[]

/**
 * The product of the ballots, slot by slot: of each credential the last. The ballots have passed `checkBallot`
 * and stand in the order they were cast. `sized` is the text that says how many there were.
 */
export function tallyOf(
  group: Group,
  election: Election,
  ballots: readonly string[],
): { tally: string; sized: string; counted: number } {
  const last = new Map<string, Ballot>()
  for (const text of ballots) {
    const ballot = JSON.parse(text) as Ballot
    last.set(ballot.credential, ballot)
  }
  const counted = [...last.values()]
  const tally = JSON.stringify(
    election.questions.map((question, i) =>
      Array.from({ length: slotsOf(question) }, (_, j) =>
        group.product(counted.map(({ answers }) => answers[i]!.choices[j]!)),
      ).map(({ alpha, beta }): Pair => ({ alpha, beta })),
    ),
  )
  return { tally, sized: sizedTally(tally, last.size), counted: last.size }
}

const sizedTally = (tally: string, counted: number): string =>
  JSON.stringify({ num_tallied: counted, total_weight: counted, encrypted_tally: sha256Hex(tally) })

/** A tally of the election's shape in its one spelling; null otherwise. Membership is not tested. */
export function readTally(election: Election, text: string): Tally | null {
  const json = readCanonical(text)
  if (!isList(json) || json.length !== election.questions.length) return null
  const fits = json.every((row, i): row is readonly Pair[] => {
    return isList(row) && row.length === slotsOf(election.questions[i]!) && row.every(isPair)
  })
  return fits ? (json as Tally) : null
}
