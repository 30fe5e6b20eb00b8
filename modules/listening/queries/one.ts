import { ok } from "@qiaoliang/basics"
import { fewest } from "#kit/server/small-numbers.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { categoriesOf } from "#modules/needs/index.ts"
import { facultiesOn } from "#modules/people/index.ts"
import { keeps, mayPlan, mayRead } from "../abilities.ts"
import { participation } from "../asked.ts"
import * as contract from "../contract.ts"
import { cameOf, followed } from "../follow.ts"
import { phaseOf } from "../listening.ts"
import { type Loaded, theListening } from "../load.ts"
import { presentAsked, presentFollowed, presentPlan } from "../present.ts"
import { answersOf, heardAt, questionsOf } from "../store.ts"
import { tallied } from "../survey.ts"
import { gradesOn } from "./list.ts"

/** All of one, for the union's people and the offices over it; free texts for those who keep the records. */
export const one = query(contract.one, {
  load: theListening,
  may: mayRead,
  run: async (ctx, { id }, of) => {
    const { listening: l, union } = of
    const phase = phaseOf(l, ctx.today)
    const heard = await followed(ctx, await heardAt(ctx.tx, [id]))
    const categories = await categoriesOf(ctx.tx)
    const names = new Map(categories.map((c) => [c.id, c.name]))
    const plans = "as" in mayPlan(ctx.actor, of)
    const keep = keeps(ctx.actor, of)
    const survey = l.kind === "survey" ? await surveyOf(ctx, of, keep) : null
    const settling = phase === "planned" || phase === "coming"
    const began = l.onDay <= ctx.today && (l.state === "announced" || l.state === "held")
    return ok({
      id,
      union: { id: union.id, name: union.name, faculty: union.faculty },
      ...presentPlan(l),
      phase,
      because: l.because,
      attendance: l.attendance,
      minutes: l.minutes,
      minutedOn: l.minutedOn,
      minutedBy: l.minutedBy,
      publishedOn: l.publishedOn,
      importedFrom: l.importedFrom,
      heard: heard.map((f) => presentFollowed(f, names)),
      follow: cameOf(heard),
      categories: categories
        .filter((c) => c.open && c.desk === "union")
        .map((c) => ({ id: c.id, name: c.name, field: c.field })),
      known: {
        faculties: (await facultiesOn(ctx.tx, ctx.today)).map((f) => f.name),
        grades: await gradesOn(ctx.tx, ctx.today),
      },
      survey,
      can: {
        change: plans && settling,
        announce: plans && phase === "planned" && l.untilDay >= ctx.today,
        cancel: plans && phase !== "held" && phase !== "cancelled",
        minute: keep && l.kind !== "survey" && began,
        hear: keep && (l.kind === "survey" ? phase === "held" : began),
        ask: plans && l.kind === "survey" && settling,
        close: plans && phase === "open",
        publish:
          plans &&
          l.kind === "survey" &&
          phase === "held" &&
          !l.publishedOn &&
          (survey?.answers ?? 0) >= fewest,
        export: keep && l.kind === "survey" && phase === "held",
      },
    })
  },
})

/** Results once it is closed: before that a change in a sum would tell who answered last. */
async function surveyOf(ctx: Ctx, { listening, union }: Loaded, keep: boolean) {
  const questions = await questionsOf(ctx.tx, listening.id)
  const answers = await answersOf(ctx.tx, listening.id)
  const closed = phaseOf(listening, ctx.today) === "held"
  return {
    questions: questions.map(presentAsked),
    answers: answers.length,
    shares: await participation(ctx.tx, { listening, union }, ctx.today),
    results: closed ? tallied(questions, answers).map((q) => ({ ...q, texts: keep ? q.texts : [] })) : null,
  }
}
