import type { Day } from "@qiaoliang/basics"
import { recordsOf } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Course, type RecordedMove, topic } from "#modules/courses/index.ts"

/** A step of the request that stands: on which day, with which number of a reply. */
export interface Passed {
  readonly on: Day
  readonly reply: string
}

export type Step = "requested" | "reviewed" | "approved" | "reported-up" | "committee" | "ready" | "convened"
export type Progress = Partial<Record<Step, Passed>>

/** Which steps of the request were taken and still stand, and the numbers of the replies to it. */
export async function progressOf(ctx: Ctx, course: Course | undefined): Promise<Progress> {
  if (!course) return {}
  const moves = await recordsOf<RecordedMove>(ctx.tx, topic, course.id)
  const replyTo = (step: string) =>
    moves.findLast((m) => m.body.kind === "pass" && m.body.step === step)?.body.says?.reply ?? ""
  return Object.fromEntries(
    course.state.signed.map((g) => [g.step, { on: g.on, reply: replyTo(g.step) }]),
  ) as Progress
}
