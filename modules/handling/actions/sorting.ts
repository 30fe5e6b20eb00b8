import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { sayNth } from "#modules/needs/index.ts"
import { mayHandOn, mayHandOnAll, mayKeep } from "../abilities.ts"
import * as contract from "../contract.ts"
import { isLate } from "../handling.ts"
import { type OfNeed, theNeed } from "../load.ts"
import { membersOf } from "../members.ts"
import { officesFor } from "../offices.ts"
import { decided, told, trace } from "../recording.ts"
import { correct as corrected, sendTo } from "../sending.ts"
import * as store from "../store.ts"

type Wanted = { readonly kind: string; readonly place: string }

async function officeWanted(ctx: Ctx, { kind, place }: Wanted) {
  const office = (await officesFor(ctx)).find((o) => o.kind === kind && o.place === place)
  return office
    ? ok(office)
    : refuse("invalid", "这个单位现在没有负责人，不能转办", {
        at: "office",
        cure: "先登记该单位的负责人，或转给统筹单位",
      })
}

export const send = action(contract.send, {
  load: theNeed,
  may: mayHandOn,
  run: async (ctx, { id, office, open, categoryId, words }, before) => {
    const found = await officeWanted(ctx, office)
    if (!found.ok) return found
    const of = categoryId ? await corrected(ctx, before, categoryId) : ok(before)
    if (!of.ok) return of
    if (of.value.need.desk !== before.need.desk)
      return refuse("invalid", "这一类诉求不由本处转办", {
        clause: "7.2",
        at: "categoryId",
        cure: "先更正类别，它会移交给该类诉求的受理部门",
      })
    ctx.note({ need: id, office: office.kind })
    const sent = await sendTo(ctx, of.value, { office: found.value, open, words })
    return sent.ok ? ok({}) : sent
  },
})

export const keep = action(contract.keep, {
  load: theNeed,
  may: mayKeep,
  run: async (ctx, { id, open }, of) => {
    ctx.note({ need: id })
    const office = { kind: "union", place: of.union.id, name: of.union.name }
    const sent = await sendTo(ctx, of, { office, open, words: "" })
    return sent.ok ? ok({}) : sent
  },
})

interface Declining {
  readonly because: string
  /** On the board with its reason; what was there already stays. */
  readonly open: boolean
}

async function declined(
  ctx: Ctx,
  { need }: OfNeed,
  { because, open }: Declining,
): Promise<Result<void, Refusal>> {
  const row = (await store.rowOf(ctx.tx, need.id, true))!
  if (row.left !== null || row.state !== "sorting")
    return refuse("conflict", `${sayNth(need.nth)}不在待转办之列`, { at: "ids" })
  await store.changeRow(ctx.tx, need.id, {
    state: "declined",
    because,
    open: row.open || (open && !need.discreet && need.desk === "union"),
    misrouted: false,
    closedOn: ctx.today,
    due: null,
    wasLate: row.wasLate || isLate(row, ctx.today),
    changedAt: ctx.now,
  })
  await trace(ctx, need.id, "declined", because)
  await decided(ctx, need.id, { kind: "declined" })
  await told(ctx, [need.id], [need.unionId])
  return ok(undefined)
}

export const decline = action(contract.decline, {
  load: theNeed,
  may: mayHandOn,
  run: async (ctx, { id, ...words }, of) => {
    ctx.note({ need: id })
    const done = await declined(ctx, of, words)
    return done.ok ? ok({}) : done
  },
})

export const correct = action(contract.correct, {
  load: theNeed,
  may: mayHandOn,
  run: async (ctx, { id, categoryId }, of) => {
    ctx.note({ need: id })
    if (of.row.state !== "sorting") return refuse("conflict", "已经转办，不再更正类别")
    const done = await corrected(ctx, of, categoryId)
    if (!done.ok) return done
    await ctx.emit("handling.changed", { needs: [id] })
    return ok({})
  },
})

async function assigned(ctx: Ctx, of: OfNeed, number: string | null): Promise<Result<void, Refusal>> {
  const who = number === null ? null : (await membersOf(ctx, of)).find((m) => m.number === number)
  if (who === undefined) return refuse("invalid", "只能分给本部门现在任职的人员", { at: "number" })
  await store.changeRow(ctx.tx, of.need.id, {
    assignee: who?.number ?? null,
    assigneeName: who?.name ?? null,
    changedAt: ctx.now,
  })
  await trace(ctx, of.need.id, "assigned", who?.name ?? "")
  return ok(undefined)
}

export const assign = action(contract.assign, {
  load: theNeed,
  may: mayHandOn,
  run: async (ctx, { id, number }, of) => {
    ctx.note({ need: id })
    const done = await assigned(ctx, of, number)
    return done.ok ? ok({}) : done
  },
})

/** Several needs, each with where it lies, in one order, so that two decisions wait for each other. */
async function theNeeds(
  ctx: Ctx,
  { ids }: { ids: readonly string[] },
): Promise<Result<readonly OfNeed[], Refusal>> {
  const all: OfNeed[] = []
  for (const id of [...new Set(ids)].toSorted()) {
    const of = await theNeed(ctx, { id })
    if (!of.ok) return of
    all.push(of.value)
  }
  return ok(all)
}

export const batch = action(contract.batch, {
  load: theNeeds,
  may: mayHandOnAll,
  run: async (ctx, { deed }, all) => {
    const office = deed.kind === "send" ? await officeWanted(ctx, deed.office) : undefined
    if (office && !office.ok) return office
    for (const of of all) {
      const done =
        deed.kind === "send" && office
          ? await sendTo(ctx, of, { office: office.value, open: deed.open, words: deed.words })
          : deed.kind === "decline"
            ? await declined(ctx, of, deed)
            : deed.kind === "assign"
              ? await assigned(ctx, of, deed.number)
              : ok(undefined)
      if (!done.ok)
        return refuse(done.error.code, `${sayNth(of.need.nth)}《${of.need.title}》：${done.error.because}`, {
          cure: "全部都没有处理；去掉这一件后再办",
        })
    }
    ctx.note({ needs: all.length, deed: deed.kind })
    return ok({ done: all.length })
  },
})
