import { Worker } from "node:worker_threads"
import { type Arranged, arrange } from "./arrange.ts"
import { family } from "./fonts.ts"
import { measureWidth, pageMeasure, pitch, size } from "./measure.ts"
import type { Paper } from "./paper.ts"
import type { Delivery, Order } from "./press.ts"

/** Milliseconds. Setting 200 pages takes a few seconds; the first order also loads the fonts. */
const patience = 120_000
/** Milliseconds without an order after which the thread, and its 200 MB, are given back. */
const rest = 60_000

interface Press {
  readonly worker: Worker
  readonly waiting: Map<number, { deliver: (pdf: Uint8Array) => void; fail: (error: Error) => void }>
  idle?: NodeJS.Timeout
}

let press: Press | undefined
let orders = 0

/**
 * The paper as a PDF: text that can be selected and searched, fonts embedded, headings in the outline.
 * Set by Typst in a thread of its own, which starts with the first order and ends when idle.
 * Throws on a paper that cannot be laid out (see arrange).
 */
export function toPdf(paper: Paper): Promise<Uint8Array> {
  const order: Order = { id: ++orders, paper: JSON.stringify(withMeasures(arrange(paper))) }
  press ??= start()
  const { worker, waiting, idle } = press
  clearTimeout(idle)
  worker.ref()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => stop(new Error("Setting the pages took too long.")), patience)
    const settle = () => {
      clearTimeout(timer)
      waiting.delete(order.id)
      if (waiting.size > 0 || press?.worker !== worker) return
      worker.unref()
      press.idle = setTimeout(() => stop(), rest).unref()
    }
    waiting.set(order.id, {
      deliver: (pdf) => {
        settle()
        resolve(pdf)
      },
      fail: (error) => {
        settle()
        reject(error)
      },
    })
    worker.postMessage(order)
  })
}

function start(): Press {
  const worker = new Worker(new URL("./press.ts", import.meta.url))
  const waiting: Press["waiting"] = new Map()
  const mine: Press = { worker, waiting }
  worker.on("message", (delivery: Delivery) => {
    if ("pdf" in delivery) waiting.get(delivery.id)?.deliver(delivery.pdf)
    else {
      // A failed compilation may leave the WebAssembly in an unknown state: the next order gets a new one.
      const failure = new Error(`The pages could not be set: ${delivery.failure}`)
      waiting.get(delivery.id)?.fail(failure)
      if (press === mine) stop(failure)
    }
  })
  worker.on("error", (error) => press === mine && stop(error))
  return mine
}

/** Ends the thread; whoever still waits is told why. */
function stop(reason = new Error("The press was closed.")): void {
  const closing = press
  press = undefined
  if (!closing) return
  clearTimeout(closing.idle)
  for (const { fail } of [...closing.waiting.values()]) fail(reason)
  void closing.worker.terminate()
}

/** What the template reads: the paper, and every measure, so that no number of the layout stands twice. */
function withMeasures(paper: Arranged) {
  const page = pageMeasure(paper)
  return { ...paper, measure: { ...page, textWidth: measureWidth(page) }, size, pitch, family }
}
