import { ok, refuse } from "@qiaoliang/basics"
import { isSignedIn } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { type Bar, judgeStudent } from "#policy/index.ts"
import { anyone, mayApply } from "../abilities.ts"
import type { Application } from "../application.ts"
import { applicationsBy } from "../applications.ts"
import { barOn, barsOn, outside, standingOn } from "../bar.ts"
import type { Call } from "../call.ts"
import * as contract from "../contract.ts"
import { fitFor } from "../fit.ts"
import {
  fitOf,
  presentAsked,
  presentCondition,
  presentCorrections,
  presentHead,
  presentMine,
} from "../present.ts"
import { callById, publicCalls, versionsOf } from "../store.ts"
import { courseOf, type Procedures } from "../where.ts"

const rank = { open: 0, upcoming: 1, closed: 2, cancelled: 3, draft: 4 } as const

/** Every call published, those one can still apply to first, with the reader's own standing beside each. */
export const publicList = query(contract.publicList, {
  who: "anyone",
  may: anyone,
  run: async (ctx) => {
    const calls = (await publicCalls(ctx.tx, ctx.today)).toSorted(
      (a, b) => rank[a.status] - rank[b.status] || b.level.localeCompare(a.level),
    )
    const signedIn = isSignedIn(ctx.actor)
    if (!signedIn)
      return ok({ signedIn, items: calls.map((c) => ({ ...presentHead(c), fit: null, applied: [] })) })
    const unions = await unionsOf(ctx.tx)
    const bars = await barsOn(ctx.tx, unions, ctx.today)
    const standing = await standingOn(ctx.tx, ctx.actor.number, ctx.today)
    const own = await applicationsBy(ctx.tx, ctx.actor.number)
    return ok({
      signedIn,
      items: calls.map((c) => ({
        ...presentHead(c),
        fit: fitFor(c, standing, bars.get(c.unionId), unions),
        applied: own.filter((a) => a.callId === c.id && a.status !== "withdrawn").map((a) => a.postId),
      })),
    })
  },
})

export const one = (procedures: Procedures) =>
  query(contract.one, {
    who: "anyone",
    load: async (ctx, { id }) => {
      const call = await callById(ctx.tx, id, ctx.today)
      return call?.publishedOn
        ? ok(call)
        : refuse("not-found", "没有这份选拔通知", { cure: "回到选拔通知列表" })
    },
    may: anyone,
    run: async (ctx, _, call) => {
      const bar = await barOn(ctx.tx, call.unionId, ctx.today)
      const versions = await versionsOf(ctx.tx, call.id)
      const { text, contact, publishedOn, endedBecause, closedOn } = call
      return ok({
        ...presentHead(call),
        text,
        contact,
        publishedOn,
        endedBecause,
        closedOn,
        conditions: presentAsked(bar),
        corrections: presentCorrections(versions)
          .filter((v) => v.version > 1)
          .map(({ on, because, changes }) => ({ on, because, changes })),
        me: isSignedIn(ctx.actor) ? await readerOf(ctx, call, bar, procedures) : null,
      })
    },
  })

/** The reader's own standing: each condition met or not, before a word is written. */
async function readerOf(ctx: Ctx, call: Call, bar: Bar, procedures: Procedures) {
  const standing = await standingOn(ctx.tx, ctx.actor.number, ctx.today)
  const own = (await applicationsBy(ctx.tx, ctx.actor.number)).filter((a) => a.callId === call.id)
  const nobody = { because: null, cure: null, conditions: [], faculty: null, className: null }
  const shared = { name: ctx.actor.name, applications: await mineOf(ctx, own, [call], procedures) }
  if (!standing)
    return {
      ...nobody,
      ...shared,
      fit: "none" as const,
      because: "学籍名册中没有你的学号",
      cure: "如果你是在籍学生，请向教务处核对学籍登记",
    }
  const { student, className } = standing
  const who = { faculty: student.faculty, className }
  const other = outside(call, student, await unionsOf(ctx.tx))
  if (other) return { ...nobody, ...shared, ...who, fit: "outside" as const, because: other }
  const conditions = judgeStudent(student, bar)
  return {
    ...nobody,
    ...shared,
    ...who,
    fit: fitOf(conditions),
    conditions: conditions.map(presentCondition),
  }
}

async function mineOf(ctx: Ctx, own: readonly Application[], calls: readonly Call[], procedures: Procedures) {
  const known = new Map(calls.map((c) => [c.id, c]))
  const courses = await courseOf(
    ctx.tx,
    procedures,
    own.map((a) => a.id),
  )
  return own.flatMap((a) => {
    const call = known.get(a.callId)
    return call ? [presentMine(a, call, courses.get(a.id)?.id ?? null)] : []
  })
}

export const mine = (procedures: Procedures) =>
  query(contract.mine, {
    may: mayApply,
    run: async (ctx) => {
      const own = await applicationsBy(ctx.tx, ctx.actor.number)
      const calls = own.length ? await publicCalls(ctx.tx, ctx.today) : []
      return ok({ items: await mineOf(ctx, own, calls, procedures) })
    },
  })
