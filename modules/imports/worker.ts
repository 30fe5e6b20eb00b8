import { parentPort, workerData } from "node:worker_threads"
import { openWorkbook } from "@qiaoliang/sheets"
import { type Handed, type ReadReply, type ReadRequest, readWorkbook } from "./reading.ts"

const port = parentPort
if (!port) throw new Error("worker.ts runs in a worker thread only")

const tell = (reply: ReadReply) =>
  port.postMessage(reply, reply.type === "rows" ? [reply.copy.buffer as ArrayBuffer] : [])

let opened: ReturnType<typeof openWorkbook> | undefined

port.on("message", async (request: ReadRequest) => {
  if (!opened) {
    tell({ type: "stage", stage: "opening", done: 0, total: 0 })
    const { fileName, bytes } = workerData as Handed
    opened = openWorkbook(fileName, bytes)
  }
  await readWorkbook(opened, request, tell)
  tell({ type: "ended" })
})
