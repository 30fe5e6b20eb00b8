import { parentPort, workerData } from "node:worker_threads"
import { openWorkbook } from "@qiaoliang/sheets"
import { type Handed, type ReadReply, type ReadRequest, readWorkbook, type Seen } from "./reading.ts"

const port = parentPort
if (!port) throw new Error("worker.ts runs in a worker thread only")

const tell = (reply: ReadReply) =>
  port.postMessage(reply, reply.type === "rows" ? [reply.copy.buffer as ArrayBuffer] : [])

// At once: whoever asks is meanwhile keeping the file.
tell({ type: "stage", stage: "opening", done: 0, total: 0 })
const { fileName, bytes } = workerData as Handed
const opened = openWorkbook(fileName, bytes)
const seen: Seen = new Map()

port.on("message", async (request: ReadRequest) => {
  await readWorkbook(opened, seen, request, tell)
  tell({ type: "ended" })
})
