import {
  type BallotContext,
  type BallotFault,
  checkInSlices,
  checkSlice,
  continues,
  groupOf,
  type Slice,
  type VerifyStep,
  verifyArchive,
} from "@qiaoliang/ballot"
import { type Report, reportOf } from "./report.ts"

/** What the page asks a worker to do: the whole of an archive, a comparison, or slices for another worker. */
export type Task =
  | { readonly kind: "verify"; readonly bytes: Uint8Array; readonly helpers: readonly MessagePort[] }
  | { readonly kind: "compare"; readonly earlier: Uint8Array; readonly later: Uint8Array }
  | { readonly kind: "help"; readonly port: MessagePort }

/** What it answers. */
export type Answer =
  | { readonly kind: "step"; readonly step: VerifyStep }
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "compared"; readonly error: string | null }

const say = (answer: Answer): void => postMessage(answer)

export function serve(): void {
  addEventListener("message", ({ data }: MessageEvent<Task>) => {
    if (data.kind === "help") return help(data.port)
    if (data.kind === "compare") {
      const same = continues(data.earlier, data.later)
      return say({ kind: "compared", error: same.ok ? null : same.error })
    }
    void verify(data.bytes, data.helpers)
  })
}

async function verify(bytes: Uint8Array, helpers: readonly MessagePort[]): Promise<void> {
  let last: VerifyStep = "chain"
  const verified = await verifyArchive(bytes, {
    step: (step) => {
      last = step
      say({ kind: "step", step })
    },
    progress: (done, of) => say({ kind: "progress", done, of }),
    ...(helpers.length > 0 ? { check: among(helpers) } : {}),
  })
  say({ kind: "report", report: await reportOf(bytes, verified, last) })
}

const among =
  (helpers: readonly MessagePort[]) =>
  (context: BallotContext, ballots: readonly string[], progress: (done: number) => void) => {
    for (const port of helpers) port.postMessage(context)
    const checks = helpers.map(
      (port) => (slice: Slice) =>
        new Promise<BallotFault | null>((resolve) => {
          port.onmessage = ({ data }: MessageEvent<BallotFault | null>) => resolve(data)
          port.postMessage(slice)
        }),
    )
    return checkInSlices(ballots, checks, progress)
  }

function help(port: MessagePort): void {
  let context: BallotContext | undefined
  port.onmessage = async ({ data }: MessageEvent<BallotContext | Slice>) => {
    if ("election" in data) {
      context = data
      return
    }
    port.postMessage(checkSlice(await groupOf(context!.election.group), context!, data))
  }
}
