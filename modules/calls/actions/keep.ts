import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayCall, mayKeep } from "../abilities.ts"
import * as contract from "../contract.ts"
import { cancelCall, closeCall, correctCall, draftCall, editDraft, held, publishCall } from "../keeping.ts"
import { deleteDraft } from "../store.ts"

/** What is done to a call by those who keep it. None of these verbs touches one person's application. */

const done = (r: Result<void, Refusal>) => (r.ok ? ok({}) : r)
const kept = { load: held, may: mayKeep }

export const draft = action(contract.draft, {
  load: async (ctx, { unionId }) => {
    const [union] = await unionsOf(ctx.tx, [unionId])
    return union ? ok(union) : refuse("not-found", "没有这个学生会")
  },
  may: mayCall,
  run: async (ctx, wanted, union) => {
    const made = await draftCall(ctx, union, wanted)
    return made.ok ? ok({ id: made.value }) : made
  },
})

export const edit = action(contract.edit, {
  ...kept,
  run: async (ctx, wanted, call) => done(await editDraft(ctx, call, wanted)),
})

export const discard = action(contract.discard, {
  ...kept,
  run: async (ctx, _, call) => {
    if (call.status !== "draft")
      return refuse("conflict", "已发布的通知不能删除", { cure: "可以取消并写明原因" })
    await deleteDraft(ctx.tx, call.id)
    ctx.note({ call: call.id })
    return ok({})
  },
})

export const publish = action(contract.publish, {
  ...kept,
  run: async (ctx, _, call) => done(await publishCall(ctx, call)),
})

export const correct = action(contract.correct, {
  ...kept,
  run: async (ctx, { because, ...wanted }, call) => done(await correctCall(ctx, call, wanted, because)),
})

export const close = action(contract.close, {
  ...kept,
  run: async (ctx, { because }, call) => done(await closeCall(ctx, call, because)),
})

export const cancel = action(contract.cancel, {
  ...kept,
  run: async (ctx, { because }, call) => done(await cancelCall(ctx, call, because)),
})
