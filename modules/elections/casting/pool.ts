import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import type { Answers, FromWorker, Setting, ToWorker, Work } from "./work.ts"

/** More waiting than this, and whoever comes next is asked to try again: about half a minute of work on two cores. */
const mostWaiting = 1200
/** A worker that does not answer for so long is replaced. */
const patience = 120_000

export class Busy extends Error {}

interface Job {
  readonly election: string
  readonly work: Work
  readonly setting?: Setting
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

interface Hand {
  readonly worker: Worker
  readonly knows: Set<string>
  doing: { number: number; job: Job; timer: NodeJS.Timeout } | null
}

/** Worker threads that check ballots; made at the first one, and not in the way when the process ends. */
export class Pool {
  readonly #size: number
  readonly #waiting: Job[] = []
  #hands: Hand[] = []
  #numbers = 0

  readonly #most: number

  constructor(size = Math.max(2, Math.min(8, availableParallelism())), most = mostWaiting) {
    this.#size = size
    this.#most = most
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** Throws Busy where too many are waiting; `urgent` work (tallies) is never turned away. */
  ask<K extends Work["kind"]>(
    work: Extract<Work, { kind: K }>,
    setting?: Setting,
    urgent = false,
  ): Promise<Answers[K]> {
    if (!urgent && this.#waiting.length >= this.#most) return Promise.reject(new Busy())
    return new Promise<Answers[K]>((resolve, reject) => {
      const job: Job = {
        election: setting?.id ?? "",
        work,
        ...(setting ? { setting } : {}),
        resolve: resolve as (answer: never) => void,
        reject,
      }
      if (urgent) this.#waiting.unshift(job)
      else this.#waiting.push(job)
      this.#next()
    })
  }

  /** An election that is over is forgotten. */
  forget(election: string): void {
    for (const hand of this.#hands)
      if (hand.knows.delete(election)) hand.worker.postMessage({ forget: election } satisfies ToWorker)
  }

  async close(): Promise<void> {
    const hands = this.#hands
    this.#hands = []
    for (const job of this.#waiting.splice(0)) job.reject(new Busy())
    await Promise.all(hands.map((h) => h.worker.terminate()))
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const free =
        this.#hands.find((h) => h.doing === null) ?? (this.#hands.length < this.#size ? this.#hire() : null)
      if (!free) return
      this.#give(free, this.#waiting.shift()!)
    }
  }

  #hire(): Hand {
    const worker = new Worker(new URL("./worker.ts", import.meta.url))
    const hand: Hand = { worker, knows: new Set(), doing: null }
    worker.unref()
    worker.on("message", (told: FromWorker) => this.#heard(hand, told))
    worker.on("error", (error) => this.#lost(hand, error as Error))
    worker.on("exit", () => this.#lost(hand, new Error("a worker of the ballot box ended")))
    this.#hands.push(hand)
    return hand
  }

  #give(hand: Hand, job: Job): void {
    const number = ++this.#numbers
    const timer = setTimeout(() => void hand.worker.terminate(), patience)
    hand.doing = { number, job, timer }
    // Work under way keeps the process; an idle pool does not.
    hand.worker.ref()
    if (job.setting && !hand.knows.has(job.setting.id)) {
      hand.worker.postMessage({ setting: job.setting } satisfies ToWorker)
      hand.knows.add(job.setting.id)
    }
    hand.worker.postMessage({ job: number, election: job.election, work: job.work } satisfies ToWorker)
  }

  #heard(hand: Hand, told: FromWorker): void {
    if (hand.doing?.number !== told.job) return
    const { job, timer } = hand.doing
    clearTimeout(timer)
    hand.doing = null
    hand.worker.unref()
    if ("answer" in told) job.resolve(told.answer as never)
    else job.reject(new Error(told.failure))
    this.#next()
  }

  #lost(hand: Hand, error: Error): void {
    if (!this.#hands.includes(hand)) return
    this.#hands = this.#hands.filter((h) => h !== hand)
    if (hand.doing) {
      clearTimeout(hand.doing.timer)
      hand.doing.job.reject(error)
      hand.doing = null
    }
    this.#next()
  }
}
