import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { fewest } from "#kit/server/small-numbers.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { keyOf, voiceTag } from "#modules/needs/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { anyone } from "../abilities.ts"
import { participation } from "../asked.ts"
import { cameOf, followed } from "../follow.ts"
import { isFor, phaseOf } from "../listening.ts"
import { type Loaded, studentAsking, theListening } from "../load.ts"
import { presentAsked, presentNeeds, presentPlan } from "../present.ts"
import * as contract from "../public-contract.ts"
import { answersOf, hasPart, heardAt, listeningsOf, questionsOf } from "../store.ts"
import { tallied } from "../survey.ts"

const size = 20

/** White-list: what was announced. Plans, minutes and words of those heard stay inside. */
export const publicList = query(contract.publicList, {
  who: "anyone",
  may: anyone,
  run: async (ctx, { page }) => {
    const names = new Map((await unionsOf(ctx.tx)).map((u) => [u.id, u.name]))
    const all = (await listeningsOf(ctx.tx, [...names.keys()])).filter(
      (l) => l.state !== "planned" && (!l.importedFrom || l.publishedOn),
    )
    const now = Map.groupBy(all, (l) => {
      const phase = phaseOf(l, ctx.today)
      return phase === "coming" || phase === "open" ? phase : "past"
    })
    const past = now.get("past") ?? []
    const shown = past.slice((page - 1) * size, page * size)
    const heard = Map.groupBy(
      await followed(
        ctx,
        await heardAt(
          ctx.tx,
          shown.map((l) => l.id),
        ),
      ),
      (f) => f.heard.listeningId,
    )
    const line = (l: (typeof all)[number]) => {
      const came = cameOf(heard.get(l.id) ?? [])
      return {
        id: l.id,
        title: l.title,
        kind: l.kind,
        phase: phaseOf(l, ctx.today),
        union: names.get(l.unionId) ?? "",
        onDay: l.onDay,
        untilDay: l.untilDay,
        fromTime: l.fromTime,
        place: l.place,
        heard: came.heard,
        answered: came.answered,
        results: l.publishedOn !== null,
      }
    }
    return ok({
      coming: (now.get("coming") ?? []).toReversed().map(line),
      open: (now.get("open") ?? []).map(line),
      past: shown.map(line),
      total: past.length,
      size,
    })
  },
})

async function publicOf(ctx: Ctx, input: { readonly id: string }): Promise<Result<Loaded, Refusal>> {
  const of = await theListening(ctx, input)
  if (!of.ok) return of
  const { listening: l } = of.value
  const hidden = l.state === "planned" || (l.importedFrom !== null && !l.publishedOn)
  return hidden ? refuse("not-found", "没有这次听取活动") : of
}

export const publicOne = query(contract.publicOne, {
  who: "anyone",
  // A class fills in a questionnaire behind one address.
  perMinute: 3_000,
  load: publicOf,
  may: anyone,
  run: async (ctx, { id }, of) => {
    const { listening: l, union } = of
    const phase = phaseOf(l, ctx.today)
    const heard = await followed(ctx, await heardAt(ctx.tx, [id]))
    const { late: _, ...came } = cameOf(heard)
    const asks = l.kind === "survey" && phase === "open"
    return ok({
      id,
      union: union.name,
      ...presentPlan(l),
      phase,
      because: l.because,
      elsewhere: l.importedFrom !== null,
      attendance: l.attendance,
      questions: asks ? (await questionsOf(ctx.tx, id)).map(presentAsked) : [],
      mine: asks ? await mineOf(ctx, of) : "none",
      came,
      needs: presentNeeds(heard),
      results: l.kind === "survey" && l.publishedOn ? await resultsOf(ctx, of) : null,
    })
  },
})

async function mineOf(ctx: Ctx, { listening, union }: Loaded) {
  if (ctx.actor.number === "") return "sign-in" as const
  const student = await studentAsking(ctx)
  if (!student || !isFor(listening, union, student)) return "not-asked" as const
  const tag = voiceTag(keyOf(ctx.world.dataDir), ctx.university.id, listening.id, ctx.actor.number)
  return (await hasPart(ctx.tx, listening.id, tag)) ? ("answered" as const) : ("to-answer" as const)
}

/** Sums only: what was written in free words is nobody's business but of those who act on it. */
async function resultsOf(ctx: Ctx, { listening, union }: Loaded) {
  const answers = await answersOf(ctx.tx, listening.id)
  if (answers.length < fewest) return null
  return {
    answers: answers.length,
    shares: await participation(ctx.tx, { listening, union }, ctx.today),
    questions: tallied(await questionsOf(ctx.tx, listening.id), answers)
      .filter((q) => q.kind !== "text")
      .map((q) => ({ ...q, texts: [] })),
  }
}
