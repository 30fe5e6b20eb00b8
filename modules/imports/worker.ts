import { parentPort, workerData } from "node:worker_threads"
import { type ReadReply, type ReadRequest, readWorkbook } from "./reading.ts"

const port = parentPort
if (!port) throw new Error("worker.ts runs in a worker thread only")

await readWorkbook(workerData as ReadRequest, (reply: ReadReply) => {
  port.postMessage(reply, reply.type === "rows" ? [reply.copy.buffer as ArrayBuffer] : [])
})
