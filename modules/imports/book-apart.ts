import { Worker } from "node:worker_threads"
import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Handed, ReadReply, ReadRequest } from "./reading.ts"

/** Memory a workbook may take in its worker, in MB: a bomb that slipped through ends there, not here. */
const memory = 1024
const minutes = 5

const tooSlow: Refusal = {
  code: "too-large",
  because: `读取超过${minutes}分钟，已停止`,
  cure: "拆成几个文件再导入",
}
const tooLarge: Refusal = {
  code: "too-large",
  because: "工作簿展开后过大",
  cure: "删去多余的工作表和空行，或拆成几个文件",
}

type Fault = Error & { code?: string }

/**
 * A workbook in a worker thread of its own, so that the site stays responsive. The worker opens it at once
 * and answers one question at a time, until it is closed.
 */
export class BookApart {
  /** Of the workbook as handed in. */
  readonly size: number
  readonly #worker: Worker
  #alive = true
  #failure: Fault | undefined

  constructor(file: Handed) {
    this.size = file.bytes.byteLength
    this.#worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: file,
      // A small nursery: the parser's short-lived strings would else keep hundreds of megabytes.
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 16 },
    })
    this.#worker.once("exit", () => {
      this.#alive = false
    })
    // What went wrong while nobody asked is told to whoever does; whoever asks listens too.
    this.#worker.on("error", (error: Fault) => {
      this.#failure = error
    })
  }

  get alive(): boolean {
    return this.#alive
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  /** `heard` is called for every reply in order and may wait (back-pressure by the promise chain). */
  ask(request: ReadRequest, heard: (reply: ReadReply) => Promise<void>): Promise<Result<void, Refusal>> {
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      let chain: Promise<void> = Promise.resolve()
      let refusal: Refusal | undefined
      const stop = () => void worker.terminate()
      const timer = setTimeout(() => {
        refusal = tooSlow
        stop()
      }, minutes * 60_000)
      const hear = (reply: ReadReply) => {
        if (reply.type === "ended") return end()
        if (reply.type === "refused")
          refusal = {
            code: "unreadable",
            because: reply.because,
            ...(reply.cure ? { cure: reply.cure } : {}),
          }
        chain = chain.then(() => heard(reply))
        chain.catch(stop)
      }
      const fail = (error: Fault) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") refusal = tooLarge
        else chain = chain.then(() => Promise.reject(error))
        chain.catch(stop)
      }
      const gone = () => {
        if (!refusal) chain = chain.then(() => Promise.reject(new Error("the worker of a workbook is gone")))
        end()
      }
      const end = () => {
        clearTimeout(timer)
        worker.off("message", hear).off("error", fail).off("exit", gone)
        worker.unref()
        chain.then(
          () => resolve(refusal ? refuse(refusal.code, refusal.because, refusal) : ok(undefined)),
          reject,
        )
      }
      if (!this.#alive) {
        if (this.#failure) fail(this.#failure)
        return gone()
      }
      worker.on("message", hear).on("error", fail).on("exit", gone)
      worker.ref()
      worker.postMessage(request)
    })
  }
}
