import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { z } from "zod"
import { action, query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { studentsOn } from "#modules/people/index.ts"
import { mayDraft, type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { type Loaded, mayApply, mayChange, mayList, mayOpen, maySee } from "./abilities.ts"
import {
  draftsApply,
  draftsChange,
  draftsCreate,
  draftsDrop,
  draftsList,
  draftsOne,
  draftsShare,
  type op,
} from "./contract.ts"
import { compare } from "./judge.ts"
import { baseOf, type Op } from "./ops.ts"
import { presentBrief, presentCopy, presentUnion } from "./present.ts"
import { draftById, insertDraft, listDrafts, updateDraft } from "./store.ts"
import { earliestDay, factsOf, trialOf, tried } from "./trial.ts"
import { write } from "./write.ts"

async function union(ctx: Ctx, { unionId }: { unionId: string }): Promise<Result<UnionRow, Refusal>> {
  const [found] = await unionsOf(ctx.tx, [unionId])
  return found ? ok(found) : refuse("not-found", "没有这个学生会")
}

async function load(ctx: Ctx, { id }: { id: string }, lock = false): Promise<Result<Loaded, Refusal>> {
  const draft = await draftById(ctx.tx, id, lock)
  const [found] = draft ? await unionsOf(ctx.tx, [draft.unionId]) : []
  return draft && found ? ok({ draft, union: found }) : refuse("not-found", "没有这份调整方案")
}

const locked = (ctx: Ctx, input: { id: string }) => load(ctx, input, true)

const closed = ({ draft }: Loaded): Result<never, Refusal> | null =>
  draft.status === "open"
    ? null
    : refuse("conflict", draft.status === "applied" ? "这份方案已经施行" : "这份方案已经放弃")

export const list = query(draftsList, {
  may: mayList,
  run: async (ctx, { unionId, page, size }) => {
    const own = (await unionsOf(ctx.tx)).filter((u) => "as" in maySee(ctx.actor, u))
    const wanted = own.flatMap((u) => (unionId === undefined || u.id === unionId ? [u.id] : []))
    const named = new Map(own.map((u) => [u.id, u]))
    const { items, total } = await listDrafts(ctx.tx, wanted, ctx.actor.account, page, size)
    return ok({
      items: items.map((d) => presentBrief(d, named.get(d.unionId)!, ctx.actor.account)),
      total,
      unions: own.filter((u) => "as" in mayDraft(ctx.actor, u)).map(presentUnion),
    })
  },
})

export const one = query(draftsOne, {
  load,
  may: mayOpen,
  run: async (ctx, _, loaded) => {
    const { draft } = loaded
    // An applied or dropped draft is shown as it was left; there is nothing more to compare.
    const trial = await trialOf(ctx, draft.status === "open" ? draft : { ...draft, ops: [] })
    const open = draft.status === "open"
    const mine = open && !("refusal" in mayChange(ctx.actor, loaded))
    return ok({
      draft: {
        ...presentBrief(draft, loaded.union, ctx.actor.account),
        list: draft.ops,
        applied:
          draft.appliedFrom && draft.appliedAt
            ? {
                from: draft.appliedFrom,
                by: draft.appliedByName ?? "",
                at: draft.appliedAt.toISOString(),
              }
            : null,
      },
      today: ctx.today,
      earliest: await earliestDay(ctx, draft.unionId),
      ...presentCopy(trial),
      ...compare(trial.before, trial.tried.facts),
      obstacles: open
        ? trial.obstacles.map(({ because, code, clause, cure }) => ({
            because,
            code,
            ...(clause ? { clause } : {}),
            ...(cure ? { cure } : {}),
          }))
        : [],
      can: {
        change: mine,
        apply: open && trial.obstacles.length === 0 && "as" in mayApply(ctx.actor, loaded),
        rebase: mine && trial.stale,
      },
    })
  },
})

export const create = action(draftsCreate, {
  load: union,
  may: mayDraft,
  run: async (ctx, { title }, u) => {
    const facts = await factsOf(ctx, u.id)
    await insertDraft(ctx.tx, {
      id: ctx.change,
      unionId: u.id,
      title,
      ops: [],
      baseDay: ctx.today,
      base: baseOf(facts),
      createdBy: ctx.actor.account,
      createdByName: ctx.actor.name,
      createdAt: ctx.now,
    })
    ctx.note({ draft: ctx.change, union: u.id })
    return ok({ id: ctx.change })
  },
})

/** Ops as stored: added people named as the register names them. */
async function settled(ctx: Ctx, said: readonly z.output<typeof op>[]): Promise<Result<Op[], Refusal>> {
  const numbers = said.flatMap((o) => (o.op === "add-post" ? [o.number] : []))
  const students = await studentsOn(ctx.tx, numbers, ctx.today)
  const ops: Op[] = []
  for (const o of said) {
    if (o.op !== "add-post") {
      ops.push(o)
      continue
    }
    const student = students.get(o.number)
    if (!student)
      return refuse("invalid", `学生名册中没有学号${o.number}`, {
        at: "number",
        cure: "核对学号，或先在学生名册中补录",
      })
    if (o.name && o.name !== student.name)
      return refuse("invalid", `学号${o.number}在名册中是${student.name}，不是${o.name}`, { at: "name" })
    ops.push({ ...o, id: o.id ?? newId(), name: student.name })
  }
  return ok(ops)
}

export const change = action(draftsChange, {
  load: locked,
  may: mayChange,
  run: async (ctx, { title, ops: said, rebase }, loaded) => {
    const done = closed(loaded)
    if (done) return done
    const { draft } = loaded
    const wanted = said ? await settled(ctx, said) : ok(draft.ops)
    if (!wanted.ok) return wanted
    const facts = await factsOf(ctx, draft.unionId)
    const { faults } = await tried(ctx, facts, wanted.value)
    const impossible = new Set(faults.map((f) => f.index))
    const fault = faults[0]
    if (fault && said && !rebase) return { ok: false, error: fault.refusal }
    const ops = rebase ? wanted.value.filter((_, i) => !impossible.has(i)) : wanted.value
    await updateDraft(ctx.tx, draft.id, {
      ops,
      ...(title === undefined ? {} : { title }),
      ...(rebase ? { base: baseOf(facts), baseDay: ctx.today } : {}),
    })
    ctx.note({ draft: draft.id, ops: ops.length })
    return ok({ id: draft.id, left: wanted.value.length - ops.length })
  },
})

export const share = action(draftsShare, {
  load: locked,
  may: mayChange,
  run: async (ctx, { shared }, loaded) => {
    const done = closed(loaded)
    if (done) return done
    await updateDraft(ctx.tx, loaded.draft.id, { shared })
    ctx.note({ draft: loaded.draft.id, shared })
    return ok({ id: loaded.draft.id })
  },
})

export const drop = action(draftsDrop, {
  load: locked,
  may: mayChange,
  run: async (ctx, _, loaded) => {
    const done = closed(loaded)
    if (done) return done
    await updateDraft(ctx.tx, loaded.draft.id, { status: "dropped" })
    ctx.note({ draft: loaded.draft.id })
    return ok({ id: loaded.draft.id })
  },
})

export const apply = action(draftsApply, {
  load: locked,
  may: mayApply,
  run: async (ctx, { from }, loaded) => {
    const done = closed(loaded)
    if (done) return done
    const { draft } = loaded
    const { obstacles, net } = await trialOf(ctx, draft)
    if (obstacles[0]) return { ok: false, error: obstacles[0] }
    const earliest = await earliestDay(ctx, draft.unionId)
    if (from < earliest)
      return refuse("invalid", `本会名单最近一次变动在${earliest}，不能从更早的日期起施行`, {
        at: "from",
        cure: `选${earliest}或以后的日期`,
      })
    if (from > ctx.today)
      return refuse("invalid", "不能从将来的日期起施行", { at: "from", cure: "到那一天再施行" })
    await write(ctx, draft, net, from)
    await updateDraft(ctx.tx, draft.id, {
      status: "applied",
      appliedFrom: from,
      appliedByName: ctx.actor.name,
      appliedAt: ctx.now,
      appliedChange: ctx.change,
    })
    ctx.note({ draft: draft.id, union: draft.unionId, ended: net.ended.length, added: net.added.length })
    await ctx.emit("records.changed", { unions: [draft.unionId], asOf: from })
    return ok({ id: draft.id })
  },
})
