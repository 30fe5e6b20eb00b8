import { parentPort } from "node:worker_threads"
import { type BallotContext, checkSlice, groupOf, type Slice } from "@qiaoliang/ballot"
import type { SliceChecked } from "./ballot-workers.ts"

/** Checks slices of the ballots of an election, told first, one after another, until it is ended. */
let context: BallotContext | undefined
await groupOf("Ed25519") // what most elections need, before the first is read

parentPort!.on("message", async (said: BallotContext | Slice) => {
  if ("election" in said) {
    context = said
    return
  }
  const fault = checkSlice(await groupOf(context!.election.group), context!, said)
  parentPort!.postMessage({ fault } satisfies SliceChecked)
})
