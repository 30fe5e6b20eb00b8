import type { VerifyStep } from "@qiaoliang/ballot"
import type { Report } from "./report.ts"
import type { Answer, Task } from "./worker.ts"

interface Listener {
  step(step: VerifyStep): void
  progress(done: number, of: number): void
}

/** The page's workers, made of the page's own script: nothing is fetched, so it works from a file too. */
export interface Crew {
  verify(bytes: Uint8Array, listener: Listener): Promise<Report>
  /** Why `later` does not continue `earlier`; null where it does. */
  compare(earlier: Uint8Array, later: Uint8Array): Promise<string | null>
}

/** Bytes of some two dozen ballots: fewer are checked before helpers have started. */
const large = 200_000

export function crewOf(program: string): Crew {
  const url = URL.createObjectURL(new Blob([program], { type: "text/javascript" }))
  /** Runs one task to its answer; everybody who worked on it goes. */
  const run = <T>(
    task: Task,
    helpers: readonly Worker[],
    hear: (answer: Answer) => T | undefined,
  ): Promise<T> => {
    const chief = new Worker(url)
    const all = [chief, ...helpers]
    return new Promise<T>((resolve, reject) => {
      for (const worker of all) worker.onerror = (event) => reject(new Error(event.message))
      chief.onmessage = ({ data }: MessageEvent<Answer>) => {
        const heard = hear(data)
        if (heard !== undefined) resolve(heard)
      }
      chief.postMessage(task, task.kind === "verify" ? [...task.helpers] : [])
    }).finally(() => {
      for (const worker of all) worker.terminate()
    })
  }
  return {
    verify(bytes, listener) {
      const count = bytes.length > large ? Math.max(1, navigator.hardwareConcurrency || 2) : 0
      const workers = Array.from({ length: count }, () => new Worker(url))
      const helpers = workers.map((worker) => {
        const { port1, port2 } = new MessageChannel()
        worker.postMessage({ kind: "help", port: port2 } satisfies Task, [port2])
        return port1
      })
      return run({ kind: "verify", bytes, helpers }, workers, (answer) => {
        if (answer.kind === "step") listener.step(answer.step)
        if (answer.kind === "progress") listener.progress(answer.done, answer.of)
        return answer.kind === "report" ? answer.report : undefined
      })
    },
    async compare(earlier, later) {
      const { error } = await run({ kind: "compare", earlier, later }, [], (answer) =>
        answer.kind === "compared" ? answer : undefined,
      )
      return error
    },
  }
}
