import { addWorkingDays, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import type { Move } from "@qiaoliang/procedure"
import { nobody } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Course, type CourseKind, calendarOf, moveCourse } from "#modules/courses/index.ts"
import { mergedInto } from "#modules/needs/index.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { sortedBy } from "./beginning.ts"
import { type HandlingRow, isLate } from "./handling.ts"
import { raisedAny } from "./load.ts"
import { handling } from "./procedure.ts"
import { decided, told, trace } from "./recording.ts"
import * as store from "./store.ts"

type Draft = Pick<store.DraftRow, "needId" | "version" | "round" | "kind" | "outcome" | "text">

/** What an approval is bound to: the words, and what they say it comes to. */
export const draftHash = ({ needId, version, round, kind, outcome, text }: Draft): string =>
  hashOf({ needId, version, round, kind, outcome, text })

const latest = async (ctx: Ctx, row: HandlingRow, kind: Draft["kind"]) =>
  (await store.draftsOf(ctx.tx, row.needId)).find((d) => d.kind === kind && d.round === row.round)

/** What only this room knows against a move. */
async function guard(ctx: Ctx, course: Course, move: Move): Promise<Result<void, Refusal>> {
  const row = await store.rowOf(ctx.tx, course.subject, true)
  if (!row) return refuse("not-found", "没有这件诉求")
  // The house itself, for a need that was merged or taken back; nobody else can, its raiser being no applicant.
  if (move.kind === "withdraw")
    return ctx.actor === nobody
      ? ok(undefined)
      : refuse("not-allowed", "诉求只能由提出的同学撤回", { clause: "1.4" })
  const parts = await mergedInto(ctx.tx, [row.needId])
  if (await raisedAny(ctx, [{ id: row.needId }, ...parts]))
    return refuse("not-allowed", "自己提出的诉求，不能自己转办、办理", {
      clause: "1.4",
      cure: "由同一单位的其他人员办理",
    })
  const at = course.procedure.steps[course.state.at]?.id
  if (move.kind === "amend" || (move.kind === "pass" && move.step === "answered"))
    return answered(ctx, row, move.version)
  if (move.kind === "pass" && move.step === "solved" && row.outcome === "B") {
    const draft = await latest(ctx, row, "solution")
    return draft && move.says?.solution === draftHash(draft)
      ? ok(undefined)
      : refuse("conflict", "还没有写明办结情况", { clause: "1.4", cure: "在诉求页面填写办结情况并审签" })
  }
  if (at === "solved" && (move.kind === "return" || move.kind === "refuse"))
    return refuse("conflict", "已经答复，不能退回", { cure: "办结后在诉求页面填写办结情况" })
  if (at === "approved" && move.kind === "refuse")
    return refuse("conflict", "答复已经拟好", { cure: "需要改动的，退回重新答复" })
  return ok(undefined)
}

async function answered(ctx: Ctx, row: HandlingRow, version: string): Promise<Result<void, Refusal>> {
  const draft = await latest(ctx, row, "answer")
  return draft && draftHash(draft) === version
    ? ok(undefined)
    : refuse("conflict", "还没有写好答复", { clause: "1.4", cure: "在诉求页面填写答复和办理结果" })
}

const steps = {
  accepted: { step: "accepting", state: "sent" },
  answered: { step: "answering", state: "accepted" },
  approved: { step: "approving", state: "accepted" },
  solved: { step: "solving", state: "answered" },
} as const satisfies Record<string, Pick<HandlingRow, "step" | "state">>

/** Where it stands, by the step of the chain it is at; a step the university added belongs to the one before it. */
export function standing(course: Pick<Course, "procedure" | "state">): Pick<HandlingRow, "step" | "state"> {
  const upTo = course.procedure.steps.slice(0, course.state.at + 1).toReversed()
  const known = upTo.find((s) => s.id in steps)
  return course.state.status === "passed"
    ? { step: null, state: "done" }
    : steps[(known?.id ?? "accepted") as keyof typeof steps]
}

/** What follows from a move. `course` is as it stands after it. */
async function moved(ctx: Ctx, course: Course, move: Move): Promise<void> {
  const row = await store.rowOf(ctx.tx, course.subject, true)
  if (!row || move.kind === "withdraw") return
  const wasLate = row.wasLate || isLate(row, ctx.today)
  const set = (change: Partial<HandlingRow>) =>
    store.changeRow(ctx.tx, row.needId, { wasLate, changedAt: ctx.now, ...change })
  // 不属于本单位职责: back to the desk, which sends it elsewhere.
  if (move.kind === "refuse") {
    await set({ ...unsent, misrouted: true, due: await sortedBy(ctx, ctx.today) })
    await trace(ctx, row.needId, "handed-back", `${row.officeName ?? ""}：${move.because}`)
    return told(ctx, [row.needId], [row.unionId])
  }
  await set({ ...standing(course), due: course.due })
  if (move.kind === "return") await trace(ctx, row.needId, "returned", move.because)
  if (move.kind !== "pass") return
  if (move.step === "accepted" && row.acceptedOn === null) {
    await set({ acceptedOn: ctx.today })
    await trace(ctx, row.needId, "accepted", row.officeName ?? "")
  }
  if (move.step === "answered") await trace(ctx, row.needId, "drafted")
  if (move.step === "approved") await approve(ctx, course, row)
  if (course.state.status === "passed") await finish(ctx, row)
  await told(ctx, [row.needId], [row.unionId])
}

/** A need that lies with no office. */
export const unsent = {
  state: "sorting",
  step: null,
  office: null,
  place: null,
  officeName: null,
  course: null,
  sentOn: null,
  acceptedOn: null,
} as const satisfies Partial<HandlingRow>

async function approve(ctx: Ctx, course: Course, row: HandlingRow): Promise<void> {
  const draft = await latest(ctx, row, "answer")
  if (!draft) return
  await give(ctx, row, draft)
  await store.changeRow(ctx.tx, row.needId, {
    outcome: draft.outcome,
    answer: draft.text,
    answeredOn: row.answeredOn ?? ctx.today,
  })
  await trace(ctx, row.needId, "answered", row.officeName ?? "")
  await decided(ctx, row.needId, { kind: "answered", outcome: draft.outcome, round: row.round })
  // What is solved, impossible or kept in mind is answered for good; what is under way is solved later.
  if (draft.outcome === "B") return
  const by = course.procedure.steps.find((s) => s.id === "solved")?.by[0]
  if (!by || course.procedure.steps[course.state.at]?.id !== "solved") return
  const solved = await moveCourse(ctx, handlingKind, course.id, {
    kind: "pass",
    step: "solved",
    office: by.office,
    version: course.state.version,
  })
  if (!solved.ok) throw new Error(`${course.id}: ${solved.error.because}`)
}

const give = (ctx: Ctx, row: HandlingRow, { kind, outcome, text }: Draft) =>
  store.insertAnswer(ctx.tx, {
    needId: row.needId,
    round: row.round,
    kind,
    outcome,
    text,
    officeName: row.officeName ?? "",
    onDay: ctx.today,
  })

async function finish(ctx: Ctx, before: HandlingRow): Promise<void> {
  const row = (await store.rowOf(ctx.tx, before.needId, true)) ?? before
  const draft = row.outcome === "B" ? await latest(ctx, row, "solution") : undefined
  if (draft) await give(ctx, row, { ...draft, outcome: "A" })
  await store.changeRow(ctx.tx, row.needId, {
    ...(draft ? { outcome: "A" as const, answer: draft.text } : {}),
    solvedOn: ctx.today,
    due: addWorkingDays(ctx.today, needsPractice.rate.days, await calendarOf(ctx.tx)),
  })
  if (draft) await trace(ctx, row.needId, "solved", row.officeName ?? "")
  await decided(ctx, row.needId, { kind: "solved", round: row.round })
}

export const handlingKind: CourseKind = {
  module: "handling",
  procedure: handling,
  href: (course) => `/office/desk/${course.subject}`,
  guard,
  moved,
}

/** The house ends what lies with an office, in nobody's name. */
export async function endCourse(ctx: Ctx, row: Pick<HandlingRow, "course">, because: string): Promise<void> {
  if (!row.course) return
  const ended = await moveCourse({ ...ctx, actor: nobody }, handlingKind, row.course, {
    kind: "withdraw",
    because,
  })
  if (!ended.ok && ended.error.code !== "conflict") throw new Error(ended.error.because)
}
