import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { courseById, decides, moveCourse } from "#modules/courses/index.ts"
import { proposalPractice } from "#policy/practice/proposals.ts"
import { mayAnswer, mayKeep } from "../abilities.ts"
import * as contract from "../contract.ts"
import { handlingKind } from "../handling.ts"
import { theProposal } from "../load.ts"
import { answerHash, type Proposal } from "../proposal.ts"
import { trace } from "../recording.ts"
import * as store from "../store.ts"

/** Course and proposal to change; the course first, as every move holds it first. */
async function held(ctx: Ctx, before: Proposal) {
  const course = before.course ? await courseById(ctx.tx, before.course, true) : undefined
  return { course, proposal: (await store.proposalById(ctx.tx, before.id, true)) ?? before }
}

export const answer = action(contract.answer, {
  load: theProposal,
  may: mayAnswer,
  run: async (ctx, { id, outcome, text }, of) => {
    const { course, proposal } = await held(ctx, of.proposal)
    if (course?.state.status !== "open" || proposal.step !== "answering")
      return refuse("conflict", "现在不在答复阶段", {
        cure: proposal.step === "approving" ? "需要改动的，请负责人退回后再改" : "刷新页面查看办理情况",
      })
    const version = ((await store.answersOf(ctx.tx, id))[0]?.version ?? 0) + 1
    const row = {
      proposalId: id,
      version,
      outcome,
      text,
      by: ctx.actor.number,
      byName: ctx.actor.name,
      at: ctx.now,
    }
    await store.insertAnswer(ctx.tx, row)
    ctx.note({ proposal: id, outcome })
    // A clerk prepares; whoever decides in the office hands it on.
    const hands = ctx.actor.capacities.some(
      (c) => decides(c) && c.office === proposal.office && c.scope.id === proposal.place,
    )
    if (!hands) return ok({ handedOn: false })
    const hash = answerHash(row)
    const amended = await moveCourse(ctx, handlingKind, course.id, { kind: "amend", version: hash })
    if (!amended.ok) return amended
    const passed = await moveCourse(ctx, handlingKind, course.id, {
      kind: "pass",
      step: "answered",
      office: proposal.office!,
      version: hash,
    })
    return passed.ok ? ok({ handedOn: true }) : passed
  },
})

export const rate = action(contract.rate, {
  load: theProposal,
  may: mayKeep,
  run: async (ctx, { id, rating, because }, of) => {
    const { course, proposal } = await held(ctx, of.proposal)
    if (!course || proposal.step !== "rating")
      return refuse("conflict", proposal.rating ? "已经反馈过了" : "还没有收到答复")
    if (rating === "unsatisfied" && because.length < 4)
      return refuse("invalid", "不满意的，请写明为什么", { at: "because" })
    const { answers } = proposal
    await store.insertRating(ctx.tx, {
      proposalId: id,
      of: answers,
      rating,
      because,
      by: ctx.actor.number,
      at: ctx.now,
    })
    await store.changeProposal(ctx.tx, id, { rating })
    await trace(ctx, id, "rated", because)
    const sentBack = rating === "unsatisfied" && answers <= proposalPractice.secondAnswers
    const moved = await moveCourse(
      ctx,
      handlingKind,
      course.id,
      sentBack
        ? { kind: "return", step: "rated", to: "answered", because }
        : { kind: "pass", step: "rated", office: "applicant", version: course.state.version },
    )
    if (!moved.ok) return moved
    ctx.note({ proposal: id, rating })
    return ok({ sentBack })
  },
})
