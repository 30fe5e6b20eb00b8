import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { decides, moveCourse } from "#modules/courses/index.ts"
import type { Outcome } from "#policy/practice/proposals.ts"
import { mayAnswer } from "../abilities.ts"
import * as contract from "../contract.ts"
import { draftHash, handlingKind } from "../course.ts"
import type { HandlingRow } from "../handling.ts"
import { held, theNeed } from "../load.ts"
import * as store from "../store.ts"

async function write(
  ctx: Ctx,
  row: HandlingRow,
  kind: "answer" | "solution",
  outcome: Outcome,
  text: string,
): Promise<string> {
  const version = ((await store.draftsOf(ctx.tx, row.needId))[0]?.version ?? 0) + 1
  const draft = { needId: row.needId, version, round: row.round, kind, outcome, text }
  await store.insertDraft(ctx.tx, { ...draft, by: ctx.actor.number, byName: ctx.actor.name, at: ctx.now })
  return draftHash(draft)
}

/** A clerk prepares; whoever decides in the office hands it on. */
const hands = (ctx: Ctx, row: HandlingRow): boolean =>
  ctx.actor.capacities.some((c) => decides(c) && c.office === row.office && c.scope.id === row.place)

export const answer = action(contract.answer, {
  load: theNeed,
  may: mayAnswer,
  run: async (ctx, { id, outcome, text, sign }, of) => {
    const { course, row } = await held(ctx, of.row)
    if (course?.state.status !== "open" || (row.step !== "accepting" && row.step !== "answering"))
      return refuse("conflict", "现在不在答复阶段", {
        cure: row.step === "approving" ? "需要改动的，请负责人退回后再改" : "刷新页面查看办理情况",
      })
    ctx.note({ need: id, outcome })
    const version = await write(ctx, row, "answer", outcome, text)
    if (!hands(ctx, row)) return ok({ state: "prepared" })
    const office = row.office!
    const amended = await moveCourse(ctx, handlingKind, course.id, { kind: "amend", version })
    if (!amended.ok) return amended
    const steps = sign ? ["accepted", "answered", "approved"] : ["accepted", "answered"]
    for (const step of steps) {
      const passed = await moveCourse(ctx, handlingKind, course.id, { kind: "pass", step, office, version })
      if (!passed.ok) return passed
    }
    return ok({ state: sign ? "signed" : "handed-on" })
  },
})

export const solve = action(contract.solve, {
  load: theNeed,
  may: mayAnswer,
  run: async (ctx, { id, text, sign }, of) => {
    const { course, row } = await held(ctx, of.row)
    if (course?.state.status !== "open" || row.step !== "solving")
      return refuse("conflict", "现在不在办结阶段", { cure: "先答复，再填写办结情况" })
    ctx.note({ need: id })
    const solution = await write(ctx, row, "solution", "A", text)
    if (!sign) return ok({ state: "prepared" })
    const passed: Result<unknown, Refusal> = await moveCourse(ctx, handlingKind, course.id, {
      kind: "pass",
      step: "solved",
      office: row.office!,
      version: course.state.version,
      says: { solution },
    })
    return passed.ok ? ok({ state: "signed" }) : passed
  },
})
