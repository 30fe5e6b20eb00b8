import { type BallotContext, type BallotFault, checkBallots } from "./check-ballots.ts"
import type { Group } from "./group.ts"

/** Some of the ballots, `from` being the place of the first. */
export interface Slice {
  readonly from: number
  readonly ballots: readonly string[]
}

/** One thread's work on one slice: the first fault in it, by its place among all. */
export type SliceCheck = (slice: Slice) => Promise<BallotFault | null>

export function checkSlice(
  group: Group,
  context: BallotContext,
  { from, ballots }: Slice,
): BallotFault | null {
  const fault = checkBallots(group, context, ballots)
  return fault && { ...fault, at: from + fault.at }
}

/** Ballots in the smallest slice: the last ones are small, so that all threads end together. */
const least = 2

/**
 * All ballots, by as many threads as there are: a `check` for `verifyArchive`. Answers the first fault of all.
 * No slice has more than `most` ballots: with few, progress is told often.
 */
export async function checkInSlices(
  ballots: readonly string[],
  threads: readonly SliceCheck[],
  progress: (done: number) => void,
  most = 8,
): Promise<BallotFault | null> {
  let next = 0
  let done = 0
  let first: BallotFault | null = null
  // Slices go out in order and none after a fault, so the first fault of all is among those that come back.
  const work = async (check: SliceCheck) => {
    while (!first && next < ballots.length) {
      const from = next
      const share = Math.ceil((ballots.length - from) / (2 * threads.length))
      next += Math.max(least, Math.min(most, share))
      const slice = { from, ballots: ballots.slice(from, next) }
      const fault: BallotFault | null = await check(slice)
      if (fault && (!first || fault.at < (first as BallotFault).at)) first = fault
      done += slice.ballots.length
      progress(done)
    }
  }
  await Promise.all(threads.map(work))
  return first
}
