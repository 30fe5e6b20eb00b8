import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Call, callOf } from "#modules/calls/index.ts"
import { calendarOf, holdingsOf } from "#modules/courses/index.ts"
import type { Facts } from "#policy/vocabulary.ts"
import { mayEnter, maySeeSlate, seesCourse, seesWhole, underOf } from "../abilities.ts"
import { chosenOf } from "../chosen.ts"
import * as contract from "../contract.ts"
import { factsOf } from "../ground.ts"
import { isMine, lineOf, type Seen } from "../present.ts"
import { seen } from "../seen.ts"
import { callsInReach, candidaciesOfCall } from "../store.ts"
import { changes, forbidden, judgeRoster, withChosen, worse } from "../what-if.ts"

export const calls = query(contract.calls, {
  may: mayEnter,
  run: async (ctx) => {
    const held = [
      ...holdingsOf(ctx.actor),
      ...ctx.actor.capacities.map((c) => ({ office: c.office, place: c.scope.id })),
    ].map(({ office, place }) => ({ office, place }))
    const found = await callsInReach(ctx.tx, held)
    const items = []
    for (const { callId, ...counts } of found) {
      const call = await callOf(ctx.tx, callId, ctx.today)
      if (call)
        items.push({
          id: call.id,
          title: call.title,
          union: call.unionName,
          closesOn: call.closesOn,
          ...counts,
        })
    }
    return ok({ items })
  },
})

interface Loaded {
  readonly call: Call
  readonly facts: Facts
  readonly all: readonly Seen[]
}

async function load(ctx: Ctx, { callId }: { callId: string }): Promise<Result<Loaded, Refusal>> {
  const call = await callOf(ctx.tx, callId, ctx.today)
  const facts = call && (await factsOf(ctx, call.unionId))
  if (!call || !facts) return refuse("not-found", "没有这份选拔通知")
  return ok({ call, facts, all: await seen(ctx, await candidaciesOfCall(ctx.tx, callId)) })
}

const may = (actor: Parameters<typeof maySeeSlate>[0], { all }: Loaded) =>
  maySeeSlate(
    actor,
    all.map((s) => s.course),
  )

export const slate = query(contract.slate, {
  load,
  may,
  run: async (ctx, _, { call, facts, all }) => {
    const rows = all.filter((s) => seesCourse(ctx.actor, s.course))
    const whole = seesWhole(ctx.actor, underOf(call))
    const works = await calendarOf(ctx.tx)
    const before = judgeRoster(facts)
    const chosen = whole
      ? await chosenOf(
          ctx,
          rows.map((r) => r.k),
        )
      : []
    const worseFor = (i: number) => {
      const one = chosen[i]
      return one && rows[i]!.k.outcome === null
        ? worse(changes(before, judgeRoster(withChosen(facts, [one]))))
        : []
    }
    return ok({
      call: {
        id: call.id,
        title: call.title,
        union: call.unionName,
        level: call.level,
        closesOn: call.closesOn,
      },
      departments: facts.departments.map((d) => d.name),
      rows: rows.map((r, i) => lineOf(r, { ...ctx, works }, facts, worseFor(i))),
      findings: whole
        ? before.map(({ clause, subject, verdict, because }) => ({
            clause,
            subject: subject ?? null,
            verdict,
            because,
          }))
        : null,
      can: {
        recommend: rows.some((r) => r.course.state.at === 0 && isMine(ctx.actor, r.course)),
        effect: whole,
      },
    })
  },
})

export const effect = query(contract.effect, {
  load,
  may: (actor, loaded) => {
    const seen = may(actor, loaded)
    return "refusal" in seen || seesWhole(actor, underOf(loaded.call)) ? seen : maySeeSlate(actor, [])
  },
  run: async (ctx, { chosen }, { facts, all }) => {
    const ids = new Set(chosen.split(","))
    const picked = await chosenOf(
      ctx,
      all.filter((s) => ids.has(s.k.applicationId) && seesCourse(ctx.actor, s.course)).map((s) => s.k),
    )
    const then = withChosen(facts, picked)
    const wrong = forbidden(facts, picked)
    const people = new Map(
      (then.posts ?? []).map((p) => [p.student?.studentId ?? p.row.studentId ?? p.row.id, p]),
    )
    return ok({
      changes: changes(judgeRoster(facts), judgeRoster(then)),
      forbidden: wrong ? { clause: wrong.clause, because: wrong.because } : null,
      share: {
        from: [...people.values()].filter((p) => p.origin === "faculty-union").length,
        of: people.size,
      },
    })
  },
})
