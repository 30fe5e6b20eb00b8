import { checkBallot } from "./check-ballot.ts"
import type { Election } from "./election.ts"
import type { Group } from "./group.ts"

/** What checking ballots needs besides the group: plain data, fit to be sent to a worker. */
export interface BallotContext {
  readonly election: Election
  readonly credentials: ReadonlySet<string>
}

/** The first ballot that fails, by its place in the list (from 0). */
export interface BallotFault {
  readonly at: number
  readonly error: string
}

/** Checks ballots `from` to before `to`. Pure: a list may be cut into slices for several threads. */
export function checkBallots(
  group: Group,
  { election, credentials }: BallotContext,
  ballots: readonly string[],
  from = 0,
  to = ballots.length,
): BallotFault | null {
  for (let at = from; at < to; at++) {
    const checked = checkBallot(group, election, credentials, ballots[at]!)
    if (!checked.ok) return { at, error: checked.error }
  }
  return null
}
