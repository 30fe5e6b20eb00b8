import type { BallotFault } from "./check-ballots.ts"

/** Some of the ballots, `from` being the place of the first. */
export interface Slice {
  readonly from: number
  readonly ballots: readonly string[]
}

/** One thread's work on one slice: the first fault in it, by its place among all. */
export type SliceCheck = (slice: Slice) => Promise<BallotFault | null>

const size = 8

/** All ballots, by as many threads as there are: a `check` for `verifyArchive`. Answers the first fault of all. */
export async function checkInSlices(
  ballots: readonly string[],
  threads: readonly SliceCheck[],
  progress: (done: number) => void,
): Promise<BallotFault | null> {
  let next = 0
  let done = 0
  let first: BallotFault | null = null
  // Slices go out in order and none after a fault, so the first fault of all is among those that come back.
  const work = async (check: SliceCheck) => {
    while (!first && next < ballots.length) {
      const from = next
      next += size
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
