import type { Out } from "#kit/web/call.ts"
import type { importsOne } from "../contract.ts"

export type Run = Out<typeof importsOne>
export type Problem = NonNullable<Run["outcome"]>["problems"][number]

/** While the server works on it, the screen asks again each second. */
export const isBusy = (status: Run["status"]): boolean =>
  status === "reading" || status === "checking" || status === "running"

/** Which of the three steps a run is at. */
export const stepOf = (status: Run["status"]): 1 | 2 | 3 =>
  status === "reading" || status === "proposed" || status === "failed" || status === "dropped"
    ? 1
    : status === "checking" || status === "checked"
      ? 2
      : 3

export const problemKinds = ["error", "refused", "notice"] as const
