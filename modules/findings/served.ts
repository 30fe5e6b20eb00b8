import { type Day, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { type Finding, isRule, underEachReading, type Verdict, verdicts, worst } from "@qiaoliang/clause"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayAttest, mayExplain } from "#modules/evidence/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import {
  articles,
  clauseLabel,
  clauses,
  isClause,
  judgeUnion,
  type Question,
  questions,
  ruleOf,
} from "#policy/index.ts"
import { anyOffice, mayReadFindings, seesPersonal } from "./abilities.ts"
import { findingsList, findingsMatrix, findingsOne } from "./contract.ts"
import { gather } from "./gather.ts"
import { presentBrief, presentFull, presentUnion } from "./present.ts"
import { asFinding, historyOf, openFindings } from "./store.ts"

/** The unions this person is concerned with. */
async function ownUnions(ctx: Ctx, only?: string): Promise<UnionRow[]> {
  const all = await unionsOf(ctx.tx, only ? [only] : undefined)
  return all.filter((u) => !("refusal" in mayReadFindings(ctx.actor, u)))
}

/** Findings on a day: today's from the register, another day's judged anew from that day's facts. */
async function findingsOn(ctx: Ctx, unions: readonly UnionRow[], day: Day): Promise<Finding[]> {
  const ids = unions.map((u) => u.id)
  if (day === ctx.today) return (await openFindings(ctx.tx, ids)).map(asFinding).sort(inOrder)
  const facts = await gather(ctx.tx, ctx.university, ids, day)
  return facts.flatMap(judgeUnion)
}

const order = new Map(Object.keys(clauses).map((id, i) => [id, i]))
const inOrder = (a: Finding, b: Finding) => (order.get(a.clause) ?? 0) - (order.get(b.clause) ?? 0)

const articleOf = (clause: string) => Number(clause.split(".")[0])

function totalsOf(findings: readonly Finding[]): Record<Verdict, number> {
  const totals = Object.fromEntries(verdicts.map((v) => [v, 0])) as Record<Verdict, number>
  for (const f of findings) totals[f.verdict]++
  return totals
}

export const list = query(findingsList, {
  may: anyOffice,
  run: async (ctx, { asOf = ctx.today, unionId, article, verdict, open }) => {
    const unions = await ownUnions(ctx)
    const wanted = unions.filter((u) => unionId === undefined || u.id === unionId)
    const named = new Map(unions.map((u) => [u.id, u]))
    const all = (await findingsOn(ctx, wanted, asOf)).filter(
      (f) => article === undefined || articleOf(f.clause) === article,
    )
    const shown = all.filter(
      (f) => (verdict ? f.verdict === verdict : true) && !(open && f.verdict === "met"),
    )
    return ok({
      asOf,
      items: shown.map((f) => presentBrief(f, named.get(f.unit)!)),
      totals: totalsOf(all),
      unions: unions.map(presentUnion),
    })
  },
})

export const matrix = query(findingsMatrix, {
  may: anyOffice,
  run: async (ctx, { asOf = ctx.today }) => {
    const unions = await ownUnions(ctx)
    const all = await findingsOn(ctx, unions, asOf)
    const byUnion = Map.groupBy(all, (f) => f.unit)
    return ok({
      asOf,
      totals: totalsOf(all),
      unions: unions.map((u) => ({
        ...presentUnion(u),
        articles: articles.map(({ number }) => {
          const here = (byUnion.get(u.id) ?? []).filter((f) => articleOf(f.clause) === number)
          return {
            article: number,
            verdict: here.length ? worst(here.map((f) => f.verdict)) : null,
            open: here.filter((f) => f.verdict === "violated" || f.verdict === "warning").length,
          }
        }),
      })),
    })
  },
})

async function union(ctx: Ctx, { unionId }: { unionId: string }): Promise<Result<UnionRow, Refusal>> {
  const [found] = await unionsOf(ctx.tx, [unionId])
  return found ? ok(found) : refuse("not-found", "没有这个学生会")
}

export const one = query(findingsOne, {
  load: union,
  may: mayReadFindings,
  run: async (ctx, { clause: id, asOf = ctx.today }, u) => {
    if (!isClause(id)) return refuse("not-found", `《意见》没有${id}这一条`)
    const personal = seesPersonal(ctx.actor, u)
    const found = (await findingsOn(ctx, [u], asOf)).filter((f) => f.clause === id)
    const rule = ruleOf(id)
    const [facts] = rule ? await gather(ctx.tx, ctx.university, [u.id], asOf) : []
    const others = rule && facts ? underEachReading(rule, facts) : {}
    const used = found[0]?.reading
    const entry = articles.flatMap((a) => a.entries).find((e) => e.clause === id)
    const history = await historyOf(ctx.tx, u.id, id)
    return ok({
      asOf,
      union: presentUnion(u),
      clause: {
        id,
        label: clauseLabel(id),
        force: clauses[id].force,
        words: clauses[id].words,
        quote: rule?.spec.quote ?? "",
      },
      findings: found.map((f) => presentFull(f, u, personal)),
      unmechanised: entry && !isRule(entry) ? entry.reason : null,
      readings: Object.entries(rule?.spec.readings ?? {}).map(([key, { label, source }]) => ({
        key,
        label,
        source,
        chosen: label === used,
        results: (others[key] ?? []).map(({ verdict, value, because }) => ({ verdict, value, because })),
      })),
      history: history.map((h) => ({
        subject: h.subject,
        verdict: h.verdict,
        value: h.value ?? null,
        because: h.because,
        from: h.openedAt.toISOString(),
        to: h.closedAt?.toISOString() ?? null,
      })),
      questions: Object.entries<Question>(questions)
        .filter(([, q]) => q.clauses.includes(id) && q.levels.includes(u.level))
        .map(([key, q]) => ({ id: key, prompt: q.prompt, shape: q.shape })),
      can: {
        explain:
          ["general", "principle"].includes(clauses[id].force) && !("refusal" in mayExplain(ctx.actor, u)),
        attest: !("refusal" in mayAttest(ctx.actor, u)),
      },
    })
  },
})
