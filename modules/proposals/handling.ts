import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Move } from "@qiaoliang/procedure"
import type { Ctx } from "#kit/server/world.ts"
import { beginCourse, type Course, type CourseKind } from "#modules/courses/index.ts"
import { proposalPractice } from "#policy/practice/proposals.ts"
import { desksFor } from "./desks.ts"
import type { OfProposal } from "./load.ts"
import { handling, handlingBy } from "./procedure.ts"
import { answerHash, sayNth, wordsOf } from "./proposal.ts"
import { decided, trace } from "./recording.ts"
import * as store from "./store.ts"

/** What only this room knows against a move: an answer must be written, a satisfaction said, before either goes on. */
async function guard(ctx: Ctx, course: Course, move: Move): Promise<Result<void, Refusal>> {
  const proposal = await store.proposalById(ctx.tx, course.subject, true)
  if (!proposal) return refuse("not-found", "没有这件提案")
  const at = course.procedure.steps[course.state.at]?.id
  if (move.kind === "amend" || (move.kind === "pass" && move.step === "answered")) {
    const [last] = await store.answersOf(ctx.tx, proposal.id)
    return last && answerHash(last) === move.version
      ? ok(undefined)
      : refuse("conflict", "还没有写好答复", { clause: "1.4", cure: "在提案页面填写答复和办理结果" })
  }
  if (move.kind === "withdraw")
    return at === "rated"
      ? refuse("conflict", "提案已经答复，不能撤回", { cure: "请反馈是否满意" })
      : (await store.mergedInto(ctx.tx, [proposal.id])).length > 0
        ? refuse("conflict", "其他提案已并入这一件，不能由一人撤回")
        : ok(undefined)
  if (at !== "rated") return ok(undefined)
  const said = (await store.ratingsOf(ctx.tx, proposal.id)).at(-1)
  const fresh = said?.of === proposal.answers ? said.rating : undefined
  if (!fresh) return refuse("conflict", "请先反馈是否满意", { cure: "在提案页面选择满意程度" })
  if (move.kind !== "return") return ok(undefined)
  return fresh === "unsatisfied" && proposal.answers <= proposalPractice.secondAnswers
    ? ok(undefined)
    : refuse("conflict", "只有对第一次答复不满意的，可以退回再答复一次", { clause: "1.4" })
}

/** What follows from a move, on the proposal itself. `course` is as it stands after it. */
async function moved(ctx: Ctx, course: Course, move: Move): Promise<void> {
  const proposal = await store.proposalById(ctx.tx, course.subject, true)
  if (!proposal) return
  const set = (change: Parameters<typeof store.changeProposal>[2]) =>
    store.changeProposal(ctx.tx, proposal.id, { ...change, changedAt: ctx.now })
  if (move.kind === "withdraw") {
    await set({ state: "withdrawn", because: move.because, step: null })
    await trace(ctx, proposal.id, "withdrawn", move.because)
    return
  }
  // 不属于本单位职责: the committee sends it elsewhere.
  if (move.kind === "refuse") {
    await set({ course: null, step: null, office: null, place: null, officeName: null, unit: null })
    await trace(ctx, proposal.id, "handed-back", move.because)
    return
  }
  if (move.kind === "pass" && move.step === "approved") {
    const [last] = await store.answersOf(ctx.tx, proposal.id)
    await set({
      outcome: last?.outcome ?? null,
      answer: last?.text ?? null,
      answeredOn: ctx.today,
      answers: proposal.answers + 1,
      rating: null,
    })
    await trace(ctx, proposal.id, "answered", proposal.officeName ?? "")
    await decided(ctx, [
      { id: proposal.id, body: { kind: "answered", outcome: last?.outcome, answer: proposal.answers + 1 } },
    ])
    await ctx.emit("proposals.answered", { proposal: proposal.id, assembly: proposal.assemblyId })
  }
  await set({ step: stepOf(course) })
}

const steps = { answered: "answering", approved: "approving", rated: "rating" } as const

/** Where the handling stands, by the step of the chain the Opinions' procedure is at; added steps belong to the office. */
function stepOf(course: Course): "answering" | "approving" | "rating" | "done" {
  const id = course.procedure.steps[course.state.at]?.id
  if (course.state.status === "passed" || id === undefined) return "done"
  return steps[id as keyof typeof steps] ?? "approving"
}

export const handlingKind: CourseKind = {
  module: "proposals",
  procedure: handling,
  href: (course) => `/office/proposals/one/${course.subject}`,
  guard,
  moved,
}

/** 交办: the course begins, at the office named, with the assembly's own days. */
export async function sendTo(
  ctx: Ctx,
  of: OfProposal,
  office: string,
  unit: string,
): Promise<Result<void, Refusal>> {
  const { proposal, proposers, assembly, union } = of
  const desk = (await desksFor(ctx, union)).find((d) => d.office === office)
  if (!desk)
    return refuse("invalid", "这个单位现在没有负责人，不能交办", {
      at: "office",
      cure: "先登记该单位的负责人，或交由统筹单位转办",
    })
  const rules = await store.rulesOf(ctx.tx, assembly.id)
  const course = await beginCourse(
    ctx,
    { ...handlingKind, procedure: handlingBy(office, rules?.answerDays ?? proposalPractice.answer.days) },
    {
      subject: proposal.id,
      title: `${sayNth(proposal.nth)}：${proposal.title}`,
      version: wordsOf(proposal),
      places: { [office]: desk.place },
      about: proposers,
      unionId: union.id,
      applicant: { number: proposal.author, name: proposal.authorName },
    },
  )
  await store.changeProposal(ctx.tx, proposal.id, {
    office,
    place: desk.place,
    officeName: desk.name,
    unit: unit || null,
    course: course.id,
    step: "answering",
    changedAt: ctx.now,
  })
  await trace(ctx, proposal.id, "sent", unit ? `${desk.name}（${unit}）` : desk.name)
  await decided(ctx, [{ id: proposal.id, body: { kind: "sent", office, course: course.id } }])
  return ok(undefined)
}
