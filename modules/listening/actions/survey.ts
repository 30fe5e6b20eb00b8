import { randomBytes } from "node:crypto"
import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { fewest } from "#kit/server/small-numbers.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { keyOf, voiceTag } from "#modules/needs/index.ts"
import { mayAnswer, mayPlan } from "../abilities.ts"
import * as contract from "../contract.ts"
import { phaseOf, type Student } from "../listening.ts"
import { type Loaded, studentAsking, theListening, theListeningHeld } from "../load.ts"
import { answer as answerContract } from "../public-contract.ts"
import {
  answerCounts,
  changeListening,
  countShare,
  insertAnswers,
  insertPart,
  questionsOf,
  setQuestions,
} from "../store.ts"
import { filledIn } from "../survey.ts"
import { tellRecords } from "../telling.ts"

/** A questionnaire among the listenings; the others have no questions. */
const survey =
  (load: typeof theListening) =>
  async (ctx: Ctx, input: { readonly id: string }): Promise<Result<Loaded, Refusal>> => {
    const of = await load(ctx, input)
    return of.ok && of.value.listening.kind !== "survey" ? refuse("conflict", "这不是问卷") : of
  }

export const ask = action(contract.ask, {
  load: survey(theListeningHeld),
  may: mayPlan,
  run: async (ctx, { id, questions }, { listening }) => {
    const phase = phaseOf(listening, ctx.today)
    if (phase !== "planned" && phase !== "coming") return refuse("conflict", "问卷已经开始回答，不能再改题目")
    if (phase === "coming" && questions.length === 0)
      return refuse("conflict", "已经公布的问卷须有题目", { at: "questions" })
    const settled = []
    for (const [i, q] of questions.entries()) {
      const chosen = q.kind === "single" || q.kind === "multiple"
      if (chosen && q.options.length < 2)
        return refuse("invalid", `第${i + 1}题至少要有两个选项`, { at: "questions" })
      if (chosen && new Set(q.options).size !== q.options.length)
        return refuse("invalid", `第${i + 1}题的选项有重复`, { at: "questions" })
      settled.push({ ...q, id: `q${i + 1}`, options: chosen ? q.options : [] })
    }
    await setQuestions(ctx.tx, id, settled)
    ctx.note({ listening: id, questions: questions.length })
    return ok({ questions: questions.length })
  },
})

/** Earlier than planned. */
export const close = action(contract.close, {
  load: survey(theListeningHeld),
  may: mayPlan,
  run: async (ctx, { id }, { listening }) => {
    if (phaseOf(listening, ctx.today) !== "open") return refuse("conflict", "问卷不在回答期间")
    await changeListening(ctx.tx, id, { state: "held", untilDay: ctx.today, changedAt: ctx.now })
    await tellRecords(ctx, listening)
    ctx.note({ listening: id })
    return ok({})
  },
})

export const publish = action(contract.publish, {
  load: survey(theListeningHeld),
  may: mayPlan,
  run: async (ctx, { id }, { listening }) => {
    if (phaseOf(listening, ctx.today) !== "held")
      return refuse("conflict", "问卷结束后才能公布结果", { cure: "等截止，或先提前结束" })
    if (listening.publishedOn) return refuse("conflict", "结果已经公布")
    const n = (await answerCounts(ctx.tx, [id])).get(id) ?? 0
    if (n < fewest)
      return refuse("conflict", `只收到${n}份，少于${fewest}份的结果不公布`, {
        cure: "人数太少时可能看出是谁的回答",
      })
    await changeListening(ctx.tx, id, { publishedOn: ctx.today, changedAt: ctx.now })
    ctx.note({ listening: id })
    return ok({})
  },
})

type Asking = Loaded & { readonly student: Student | undefined }

/**
 * One person, one answer. The tag says that somebody has answered and not what; the answer lies elsewhere under a random
 * id, its faculty is only added to a sum, and the log says nobody's name.
 */
export const answer = action(answerContract, {
  load: async (ctx, input): Promise<Result<Asking, Refusal>> => {
    const of = await survey(theListening)(ctx, input)
    if (!of.ok) return of
    if (of.value.listening.state === "planned") return refuse("not-found", "没有这次听取活动")
    return ok({ ...of.value, student: await studentAsking(ctx) })
  },
  may: mayAnswer,
  run: async (ctx, { id, given }, { listening, student }) => {
    ctx.unnamed()
    const phase = phaseOf(listening, ctx.today)
    if (phase !== "open")
      return refuse("conflict", phase === "coming" ? "问卷还没有开始" : "问卷已经结束", { clause: "1.3" })
    const kept = filledIn(await questionsOf(ctx.tx, id), given)
    if (!kept.ok) return kept
    const tag = voiceTag(keyOf(ctx.world.dataDir), ctx.university.id, id, ctx.actor.number)
    if (!(await insertPart(ctx.tx, id, tag)))
      return refuse("conflict", "您已经回答过这份问卷", {
        cure: "每人回答一次；回答不记名，交后不能再找出来修改",
      })
    await insertAnswers(ctx.tx, id, [{ id: randomBytes(16).toString("hex"), given: kept.value }])
    await countShare(ctx.tx, id, student!.faculty)
    ctx.note({ listening: id })
    return ok({})
  },
})
