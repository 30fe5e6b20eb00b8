import { ok, type Refusal, type Result, refuse, schoolYearOf, semesterBounds } from "@qiaoliang/basics"
import { action, query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { clauses, isClause, isQuestion, type Question, questions } from "#policy/index.ts"
import { mayAttest, mayDecide, mayExplain, mayOpen } from "./abilities.ts"
import { evidenceAttest, evidenceDecide, evidenceExplain, evidenceOf, evidenceRetract } from "./contract.ts"
import { presentAttestation, presentExplanation } from "./present.ts"
import {
  attestationById,
  attestationsOf,
  decideExplanation,
  explanationById,
  explanationsOf,
  insertAttestation,
  insertExplanation,
  insertRetraction,
} from "./store.ts"

async function union(ctx: Ctx, { unionId }: { unionId: string }): Promise<Result<UnionRow, Refusal>> {
  const [found] = await unionsOf(ctx.tx, [unionId])
  return found ? ok(found) : refuse("not-found", "没有这个学生会")
}

/** The last day an answer speaks for, where the person did not say. */
function lasting(q: Question, on: string): string | null {
  if (q.lasts === "standing") return null
  return q.lasts === "school-year" ? `${schoolYearOf(on) + 1}-08-31` : semesterBounds(on).to
}

const fits = (q: Question, value: boolean | number | string): boolean => {
  if (q.shape === "yes-no") return typeof value === "boolean"
  if (q.shape === "count") return typeof value === "number" && value >= 0
  if (q.shape === "day") return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
  return typeof value === "string" && value.trim().length > 0
}

export const of = query(evidenceOf, {
  load: union,
  may: mayOpen,
  run: async (ctx, { unionId }, u) => {
    const attestations = await attestationsOf(ctx.tx, [unionId])
    const explanations = await explanationsOf(ctx.tx, [unionId])
    return ok({
      attestations: attestations.map(presentAttestation),
      explanations: explanations.map((e) => presentExplanation(e, ctx.actor)),
      questions: Object.entries<Question>(questions)
        .filter(([, q]) => q.levels.includes(u.level))
        .map(([id, q]) => ({
          id,
          prompt: q.prompt,
          clauses: [...q.clauses],
          shape: q.shape,
          lasts: q.lasts,
        })),
      can: {
        attest: !("refusal" in mayAttest(ctx.actor, u)),
        explain: !("refusal" in mayExplain(ctx.actor, u)),
      },
    })
  },
})

export const attest = action(evidenceAttest, {
  load: union,
  may: mayAttest,
  run: async (ctx, input, u) => {
    if (!isQuestion(input.question)) return refuse("invalid", "没有这一项", { at: "question" })
    const q: Question = questions[input.question]
    if (!fits(q, input.value)) return refuse("invalid", `“${q.prompt}”的填法不对`, { at: "value" })
    if (input.on > ctx.today)
      return refuse("invalid", "不能证明尚未发生的事", { at: "on", cure: "改为今天或更早的日期" })
    const id = ctx.change
    const as = mayAttest(ctx.actor, u)
    await insertAttestation(ctx.tx, {
      id,
      unionId: u.id,
      question: input.question,
      value: input.value,
      onDay: input.on,
      until: input.until ?? lasting(q, input.on),
      source: input.source,
      fileId: input.fileId ?? null,
      by: ctx.actor.account,
      byName: ctx.actor.name,
      capacity: "as" in as && as.as ? `${as.as.officeName}${as.as.title}` : "",
      at: ctx.now,
    })
    ctx.note({ union: u.id, question: input.question })
    await ctx.emit("records.changed", { unions: [u.id] })
    return ok({ id })
  },
})

export const retract = action(evidenceRetract, {
  load: async (ctx, { id }) => {
    const row = await attestationById(ctx.tx, id)
    const [u] = row ? await unionsOf(ctx.tx, [row.unionId]) : []
    return row && u ? ok({ row, union: u }) : refuse("not-found", "没有这份证明")
  },
  may: (actor, { union: u }) => mayAttest(actor, u),
  run: async (ctx, { because }, { row, union: u }) => {
    await insertRetraction(ctx.tx, { attestationId: row.id, because, byName: ctx.actor.name, at: ctx.now })
    await ctx.emit("records.changed", { unions: [u.id] })
    return ok({ id: row.id })
  },
})

export const explain = action(evidenceExplain, {
  load: union,
  may: mayExplain,
  run: async (ctx, input, u) => {
    if (!isClause(input.clause)) return refuse("invalid", "没有这一条", { at: "clause" })
    const { force } = clauses[input.clause]
    if (force === "must")
      return refuse("against-clause", "本条是硬性要求，没有例外可以登记", {
        clause: input.clause,
        cure: "改正后即为符合",
      })
    if (force === "may") return refuse("invalid", "本条由各会自定，不需要说明", { clause: input.clause })
    const id = ctx.change
    await insertExplanation(ctx.tx, {
      id,
      unionId: u.id,
      clause: input.clause,
      subject: input.subject ?? null,
      reason: input.reason,
      fileId: input.fileId ?? null,
      fromDay: input.from,
      until: input.until ?? null,
      by: ctx.actor.account,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    ctx.note({ union: u.id, clause: input.clause })
    await ctx.emit("records.changed", { unions: [u.id] })
    return ok({ id })
  },
})

export const decide = action(evidenceDecide, {
  load: async (ctx, { id }) => {
    const row = await explanationById(ctx.tx, id)
    return row ? ok(row) : refuse("not-found", "没有这份说明")
  },
  may: (actor, row) => mayDecide(actor, row.by),
  run: async (ctx, { approve, because }, row) => {
    if (row.decidedAt) return refuse("conflict", "这份说明已有结论")
    if (!approve && !because) return refuse("invalid", "不同意须写明理由", { at: "because" })
    await decideExplanation(ctx.tx, row.id, {
      approved: approve,
      decidedByName: ctx.actor.name,
      decidedAt: ctx.now,
      refusedBecause: approve ? null : (because ?? null),
    })
    await ctx.emit("records.changed", { unions: [row.unionId] })
    return ok({ id: row.id })
  },
})
