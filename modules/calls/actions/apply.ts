import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayApply, mayChangeOwn } from "../abilities.ts"
import { versionOf } from "../application.ts"
import { applicationForChange, changeApplication, setStatus } from "../applications.ts"
import { applicantFor, applyFor, judged, sourced, takes } from "../applying.ts"
import * as contract from "../contract.ts"
import { callById } from "../store.ts"

export const apply = action(contract.apply, {
  load: async (ctx, { callId }) => {
    const call = await callById(ctx.tx, callId, ctx.today, "share")
    return call && call.status !== "draft" ? ok(call) : refuse("not-found", "没有这份选拔通知")
  },
  may: mayApply,
  run: async (ctx, { postId, ...form }, call) => {
    const made = await applyFor(ctx, call, postId, form)
    return made.ok ? ok({ id: made.value.id, version: made.value.version }) : made
  },
})

async function own(ctx: Ctx, { id }: { id: string }) {
  const application = await applicationForChange(ctx.tx, id)
  const call = application && (await callById(ctx.tx, application.callId, ctx.today, "share"))
  return call ? ok({ application, call }) : refuse("not-found", "没有这份报名")
}

export const change = action(contract.changeOwn, {
  load: own,
  may: mayChangeOwn,
  run: async (ctx, { id: _, ...form }, { application: before, call }) => {
    if (before.status !== "submitted") return refuse("conflict", "这份报名已经结束，不能再改")
    const open = takes(call)
    if (!open.ok) return open
    const standing = await applicantFor(ctx, call)
    if (!standing.ok) return standing
    const conditions = await judged(ctx, call, standing.value)
    if (!conditions.ok) return conditions
    const onRecord = await sourced(ctx, form)
    if (!onRecord.ok) return onRecord
    const { student, className } = standing.value
    const after = {
      ...before,
      ...form,
      name: student.name,
      faculty: student.faculty,
      className,
      grade: student.grade,
      level: student.level,
      sourceOnRecord: onRecord.value,
      conditions: conditions.value,
      changedOn: ctx.today,
    }
    const version = versionOf(after)
    ctx.note({ application: before.id })
    // Handing in the same words again changes nothing and resets nothing.
    if (version === before.version) return ok({ id: before.id, version })
    await changeApplication(ctx.tx, { ...after, version }, ctx.now)
    await ctx.emit("calls.changed", { application: before.id })
    return ok({ id: before.id, version })
  },
})

export const withdraw = action(contract.withdraw, {
  load: own,
  may: mayChangeOwn,
  run: async (ctx, _, { application }) => {
    if (application.status !== "submitted") return refuse("conflict", "这份报名已经结束，不能撤回")
    await setStatus(ctx.tx, application.id, "withdrawn")
    ctx.note({ application: application.id })
    await ctx.emit("calls.withdrawn", { application: application.id })
    return ok({})
  },
})
