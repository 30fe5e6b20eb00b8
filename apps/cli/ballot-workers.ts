import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import { type BallotContext, type BallotFault, checkBallots, groupOf } from "@qiaoliang/ballot"

/** Some of the ballots, `from` being the place of the first. */
export interface Slice {
  readonly from: number
  readonly ballots: readonly string[]
}
export interface SliceChecked {
  readonly fault: BallotFault | null
}

const sliceSize = 8
/** Fewer ballots are checked before threads have started. */
const worthIt = 24

/** `verifyArchive`'s `check` on as many threads as there are processors. */
export async function checkOnThreads(
  context: BallotContext,
  ballots: readonly string[],
  progress: (done: number) => void,
  threads = availableParallelism(),
): Promise<BallotFault | null> {
  if (ballots.length < worthIt || threads < 2)
    return checkBallots(await groupOf(context.election.group), context, ballots)
  let next = 0
  let done = 0
  let first: BallotFault | null = null
  // Slices go out in order and none after a fault, so the first fault of all is among those that come back.
  const take = (): Slice | null => {
    if (first || next >= ballots.length) return null
    const from = next
    next += sliceSize
    return { from, ballots: ballots.slice(from, next) }
  }
  const run = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      let size = 0
      const send = () => {
        const slice = take()
        if (!slice) return resolve()
        size = slice.ballots.length
        worker.postMessage(slice)
      }
      worker.on("error", reject)
      worker.on("message", ({ fault }: SliceChecked) => {
        if (fault && (!first || fault.at < first.at)) first = fault
        done += size
        progress(done)
        send()
      })
      send()
    })
  const workers = Array.from(
    { length: Math.min(threads, Math.ceil(ballots.length / sliceSize)) },
    () => new Worker(new URL("./ballot-worker.ts", import.meta.url), { workerData: context }),
  )
  try {
    await Promise.all(workers.map(run))
    return first
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
