import { getCompileCacheDir } from "node:module"
import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import type { BallotFault, VerifyOptions } from "@qiaoliang/ballot"

/** Some of the ballots, `from` being the place of the first. */
export interface Slice {
  readonly from: number
  readonly ballots: readonly string[]
}
export interface SliceChecked {
  readonly fault: BallotFault | null
}

export interface Threads {
  /** `verifyArchive`'s `check`, on all of them. */
  readonly check: NonNullable<VerifyOptions["check"]>
  close(): Promise<void>
}

const sliceSize = 8

/** As many threads as there are processors, for one archive. They load while it is still being read. */
export function startThreads(count = availableParallelism()): Threads {
  const program = new URL("./ballot-worker.ts", import.meta.url)
  const cache = getCompileCacheDir()
  const env = { ...process.env, ...(cache ? { NODE_COMPILE_CACHE: cache } : {}) }
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(program, { env })
    const broken = new Promise<never>((_, reject) => worker.once("error", reject))
    broken.catch(() => {}) // heard by whoever waits for the thread, and else by nobody
    return { worker, broken }
  })
  return {
    async check(context, ballots, progress) {
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
        new Promise((resolve) => {
          let size = 0
          const send = () => {
            const slice = take()
            if (!slice) return resolve()
            size = slice.ballots.length
            worker.postMessage(slice)
          }
          worker.on("message", ({ fault }: SliceChecked) => {
            if (fault && (!first || fault.at < first.at)) first = fault
            done += size
            progress(done)
            send()
          })
          worker.postMessage(context)
          send()
        })
      await Promise.all(workers.map(({ worker, broken }) => Promise.race([run(worker), broken])))
      return first
    },
    async close() {
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}
