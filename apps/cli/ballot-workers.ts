import { getCompileCacheDir } from "node:module"
import { availableParallelism } from "node:os"
import { setImmediate } from "node:timers/promises"
import { Worker } from "node:worker_threads"
import type { BallotFault, SliceCheck, VerifyOptions } from "@qiaoliang/ballot"

export interface SliceChecked {
  readonly fault: BallotFault | null
}

export interface Threads {
  /** `verifyArchive`'s `check`, on all of them and on this one. */
  readonly check: NonNullable<VerifyOptions["check"]>
  close(): Promise<void>
}

/** A thread for every further processor, for one archive. They load while it is still being read. */
export function startThreads(count = availableParallelism() - 1): Threads {
  const program = new URL("./ballot-worker.ts", import.meta.url)
  const cache = getCompileCacheDir()
  const env = { ...process.env, ...(cache ? { NODE_COMPILE_CACHE: cache } : {}) }
  const workers = Array.from({ length: count }, () => new Worker(program, { env }))
  const others = workers.map(checkOn)
  return {
    async check(context, ballots, progress) {
      // loaded by now, and not before the threads
      const { checkInSlices, checkSlice, groupOf } = await import("@qiaoliang/ballot")
      for (const worker of workers) worker.postMessage(context)
      const here: SliceCheck = async (slice) => {
        await setImmediate() // the others' answers first
        return checkSlice(await groupOf(context.election.group), context, slice)
      }
      // Each of the others has a second slice waiting, for as long as this thread is busy with its own.
      const most = Math.ceil(ballots.length / 8)
      return checkInSlices(ballots, [...others, ...others, here], progress, most)
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** Slices are answered in the order they were sent. */
function checkOn(worker: Worker): SliceCheck {
  const waiting: ((fault: BallotFault | null) => void)[] = []
  worker.on("message", ({ fault }: SliceChecked) => waiting.shift()!(fault))
  const broken = new Promise<never>((_, reject) => worker.once("error", reject))
  broken.catch(() => {}) // heard by whoever waits for the thread, and else by nobody
  return (slice) => {
    const checked = new Promise<BallotFault | null>((resolve) => waiting.push(resolve))
    worker.postMessage(slice)
    return Promise.race([checked, broken])
  }
}
