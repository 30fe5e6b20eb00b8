import { getCompileCacheDir } from "node:module"
import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import type { BallotFault, SliceCheck, VerifyOptions } from "@qiaoliang/ballot"

export interface SliceChecked {
  readonly fault: BallotFault | null
}

export interface Threads {
  /** `verifyArchive`'s `check`, on all of them. */
  readonly check: NonNullable<VerifyOptions["check"]>
  close(): Promise<void>
}

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
      const { checkInSlices } = await import("@qiaoliang/ballot") // loaded by now, and not before the threads
      for (const { worker } of workers) worker.postMessage(context)
      const checks = workers.map(
        ({ worker, broken }): SliceCheck =>
          (slice) => {
            const checked = new Promise<BallotFault | null>((resolve) =>
              worker.once("message", ({ fault }: SliceChecked) => resolve(fault)),
            )
            worker.postMessage(slice)
            return Promise.race([checked, broken])
          },
      )
      return checkInSlices(ballots, checks, progress)
    },
    async close() {
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}
