import { ok, refuse } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { action } from "#kit/server/verbs.ts"
import { mayKeep, mayPrepare, mayTakePart } from "../abilities.ts"
import { countsFrom, mayBeHere } from "../activity.ts"
import { isFor } from "../audience.ts"
import { isCode } from "../code.ts"
import * as contract from "../contract.ts"
import { studentAt, studentsThen, toChange, toRead, toShow } from "../load.ts"
import * as open from "../public-contract.ts"
import { addLines, lastLineOf, lastLinesIn } from "../store-attendance.ts"
import { signUpOf } from "../store-people.ts"

/** By the student's own phone. The code proves presence: it is shown on the spot and good for a minute at most. */
export const here = action(open.here, {
  // A hall of 1,000 stands behind one address within a few minutes, and a scan may fail once.
  perMinute: 6_000,
  load: toShow,
  may: mayTakePart,
  run: async (ctx, { id, code }, { activity: a, union }) => {
    const now = nowAt(ctx)
    const may = mayBeHere(a, now)
    if (!may.ok) return may
    if (!isCode(a, code, now))
      return refuse("invalid", "签到码不对或已过期", {
        at: "code",
        cure: "请看组织者屏幕上现在的码，再扫一次或重新输入",
      })
    const student = await studentAt(ctx, ctx.actor.number, ctx.today)
    if (!student) return refuse("not-allowed", "名册中没有您的学号，不能签到", { cure: "请组织者核实后登记" })
    const before = await lastLineOf(ctx.tx, id, student.number)
    if (before?.what === "in") return ok({ already: true, at: before.at.toISOString() })
    const signed = await signUpOf(ctx.tx, id, student.number)
    if (signed?.state !== "accepted") {
      if (!a.walkIns)
        return refuse("not-allowed", "这项活动须先报上名，不能直接到场", {
          cure: "现场有空位的，请组织者登记",
        })
      const fits = isFor(a.audience, union, student)
      if (!fits.ok) return fits
    }
    const { className: _, ...present } = student
    await addLines(ctx.tx, [present], {
      activityId: id,
      what: "in",
      by: "code",
      because: null,
      importId: null,
      byName: null,
      at: now,
    })
    ctx.note({ activity: id })
    return ok({ already: false, at: now.toISOString() })
  },
})

/** By the list, never oneself. What is put down once it is over has a reason. */
export const mark = action(contract.mark, {
  load: toRead,
  may: mayKeep,
  run: async (ctx, { id, numbers, because }, { activity: a }) => {
    const now = nowAt(ctx)
    if (a.status !== "open") return refuse("conflict", "这项活动没有发布")
    if (now < countsFrom(a))
      return refuse("conflict", "还没有到签到时间", { cure: `活动开始前${a.early}分钟起可以签到` })
    if (now > a.endsAt && !because)
      return refuse("invalid", "活动已经结束，补登须写明理由", { at: "because", cure: "写明怎样核实的" })
    if (numbers.includes(ctx.actor.number))
      return refuse("not-allowed", "不能登记自己", { cure: "扫码签到，或由另一位组织者登记" })
    const students = await studentsThen(ctx, numbers, a)
    const unknown = numbers.find((n) => !students.has(n))
    if (unknown)
      return refuse("invalid", `名册中没有学号${unknown}`, { at: "numbers", cure: "核对学号后再登记" })
    const there = new Set((await lastLinesIn(ctx.tx, id)).filter((l) => l.what === "in").map((l) => l.number))
    const fresh = [...students.values()].filter((s) => !there.has(s.number))
    const marked = await addLines(ctx.tx, fresh, {
      activityId: id,
      what: "in",
      by: "list",
      because: because ?? null,
      importId: null,
      byName: ctx.actor.name,
      at: now,
    })
    ctx.note({ activity: id, marked })
    await ctx.emit("records.changed", { unions: [a.unionId] })
    return ok({ marked })
  },
})

/** Recorded by mistake: taken out again with the reason, by those who lead the work, never oneself. */
export const unmark = action(contract.unmark, {
  load: toChange,
  may: mayPrepare,
  run: async (ctx, { id, number, because }, { activity: a }) => {
    if (number === ctx.actor.number)
      return refuse("not-allowed", "不能更正自己的签到", { cure: "由另一位组织者核实后更正" })
    const last = await lastLineOf(ctx.tx, id, number)
    if (last?.what !== "in") return refuse("conflict", "没有这位同学的签到记录")
    const { name, faculty, grade, kind } = last
    await addLines(ctx.tx, [{ number, name, faculty, grade, kind }], {
      activityId: id,
      what: "out",
      by: "list",
      because,
      importId: null,
      byName: ctx.actor.name,
      at: nowAt(ctx),
    })
    ctx.note({ activity: id })
    await ctx.emit("records.changed", { unions: [a.unionId] })
    return ok({ id })
  },
})
