import { randomBytes } from "node:crypto"
import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Ctx } from "#kit/server/world.ts"
import { blank } from "./actions/planning.ts"
import type { bringing } from "./contract.ts"
import { insertAnswers, insertListening, setQuestions } from "./store.ts"
import { tellRecords } from "./telling.ts"
import { type Export, type Problem, takeOver } from "./workbook.ts"

/** A questionnaire held elsewhere, closed, with its results: whole or not at all. The workbook itself is not kept. */
export async function bring(
  ctx: Ctx,
  of: Export,
  { unionId, columns, ...plan }: z.output<typeof bringing>,
): Promise<Result<{ id: string; answers: number } | { problems: readonly Problem[] }, Refusal>> {
  if (plan.untilDay < plan.onDay || plan.untilDay > ctx.today)
    return refuse("invalid", "问卷应当已经结束，截止日期不早于开始日期、不晚于今天", { at: "untilDay" })
  const taken = takeOver(of, columns)
  if (taken.problems.length > 0) return ok({ problems: taken.problems })
  if (taken.questions.length === 0) return refuse("invalid", "请至少选一列作为题目", { at: "columns" })
  const id = newId(ctx.now.getTime())
  await insertListening(ctx.tx, {
    ...blank(ctx),
    id,
    unionId,
    kind: "survey",
    ...plan,
    about: "",
    place: "",
    fromTime: "",
    untilTime: "",
    offices: [],
    faculties: [],
    grades: [],
    places: null,
    state: "held",
    importedFrom: of.fileName.slice(0, 200),
  })
  await setQuestions(ctx.tx, id, taken.questions)
  await insertAnswers(
    ctx.tx,
    id,
    taken.answers.map((given) => ({ id: randomBytes(16).toString("hex"), given })),
  )
  await tellRecords(ctx, { unionId })
  return ok({ id, answers: taken.answers.length })
}
