import { parentPort, workerData } from "node:worker_threads"
import { type BallotContext, checkBallots, groupOf } from "@qiaoliang/ballot"
import type { Slice, SliceChecked } from "./ballot-workers.ts"

/** Checks slices of the ballots of one election, one after another, until it is ended. */
const context = workerData as BallotContext
const group = await groupOf(context.election.group)

parentPort!.on("message", ({ from, ballots }: Slice) => {
  const fault = checkBallots(group, context, ballots)
  parentPort!.postMessage({ fault: fault && { ...fault, at: from + fault.at } } satisfies SliceChecked)
})
