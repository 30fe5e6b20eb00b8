import { Worker } from "node:worker_threads"
import { type Arranged, arrange } from "./arrange.ts"
import { family } from "./fonts.ts"
import { measureWidth, pageMeasure, pitch, size } from "./measure.ts"
import type { Paper } from "./paper.ts"
import type { Delivery } from "./press.ts"

/** Milliseconds. Two hundred pages take a few seconds; the first order also loads the fonts. */
const patience = 120_000
/** Milliseconds without an order after which the thread, and its 200 to 400 MB, are given back. */
const rest = 60_000

interface Order {
  readonly paper: string
  readonly deliver: (pdf: Uint8Array) => void
  readonly fail: (reason: Error) => void
}

const queue: Order[] = []
let current: Order | undefined
let press: Worker | undefined
let timer: NodeJS.Timeout | undefined

/**
 * The paper as a PDF: text that can be selected and searched, fonts embedded, tagged for screen readers.
 * Set by Typst in a thread of its own, which starts with the first order and ends when idle.
 * Throws on a paper that cannot be laid out (see arrange).
 */
export async function toPdf(paper: Paper): Promise<Uint8Array> {
  const order = JSON.stringify(withMeasures(arrange(paper)))
  return new Promise((deliver, fail) => {
    queue.push({ paper: order, deliver, fail })
    if (!current) next()
  })
}

function next(): void {
  clearTimeout(timer)
  current = queue.shift()
  if (current) {
    press ??= start()
    press.ref()
    press.postMessage(current.paper)
    timer = setTimeout(() => broken(new Error("Setting the pages took too long.")), patience)
  } else if (press) {
    // Nothing to do: the program may end, and after a while the thread does.
    press.unref()
    timer = setTimeout(close, rest).unref()
  }
}

function start(): Worker {
  const worker = new Worker(new URL("./press.ts", import.meta.url))
  worker.on("message", (delivery: Delivery) => {
    if (worker !== press) return
    if ("broken" in delivery) broken(new Error(delivery.broken))
    else {
      if ("pdf" in delivery) {
        current?.deliver(delivery.pdf)
        if (delivery.full) close()
      } else current?.fail(new Error(`The pages could not be set: ${delivery.refused}`))
      next()
    }
  })
  worker.on("error", (error) => worker === press && broken(error))
  return worker
}

/** The order in hand brought the thread down, and is the only one to suffer: the next gets a new thread. */
function broken(reason: Error): void {
  close()
  current?.fail(reason)
  next()
}

function close(): void {
  void press?.terminate()
  press = undefined
}

/** What the template reads: the paper, and every measure, so that no number of the layout stands twice. */
function withMeasures(paper: Arranged) {
  const page = pageMeasure(paper)
  return { ...paper, measure: { ...page, textWidth: measureWidth(page) }, size, pitch, family }
}
