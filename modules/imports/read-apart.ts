import { Worker } from "node:worker_threads"
import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { ReadReply, ReadRequest } from "./reading.ts"

/** Memory a workbook may take in its worker, in MB: a bomb that slipped through ends there, not here. */
const memory = 1024
const minutes = 5

/**
 * Read a workbook in a worker thread, so that the site stays responsive. `heard` is called for every
 * reply in order and may wait (back-pressure by the promise chain).
 */
export function readApart(
  request: ReadRequest,
  heard: (reply: ReadReply) => Promise<void>,
): Promise<Result<void, Refusal>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: request,
      // A small nursery: the parser's short-lived strings would else keep hundreds of megabytes.
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 16 },
    })
    let chain: Promise<void> = Promise.resolve()
    let refusal: Refusal | undefined
    const timer = setTimeout(() => {
      refusal = { code: "too-large", because: `读取超过${minutes}分钟，已停止`, cure: "拆成几个文件再导入" }
      void worker.terminate()
    }, minutes * 60_000)
    worker.on("message", (reply: ReadReply) => {
      if (reply.type === "refused")
        refusal = { code: "unreadable", because: reply.because, ...(reply.cure ? { cure: reply.cure } : {}) }
      chain = chain.then(() => heard(reply))
      chain.catch(() => void worker.terminate())
    })
    worker.on("error", (error: Error & { code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
        refusal = {
          code: "too-large",
          because: "工作簿展开后过大",
          cure: "删去多余的工作表和空行，或拆成几个文件",
        }
      else chain = chain.then(() => Promise.reject(error))
    })
    worker.on("exit", () => {
      clearTimeout(timer)
      chain.then(
        () => resolve(refusal ? refuse(refusal.code, refusal.because, refusal) : ok(undefined)),
        reject,
      )
    })
  })
}
