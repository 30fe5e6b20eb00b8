import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayOpen } from "../abilities.ts"
import { theRead } from "../load.ts"
import { momentOf } from "../moment.ts"
import * as contract from "../public-contract.ts"
import * as store from "../reach-store.ts"

/** A campus opens a notice behind one address in the same minute: 40,000 students, in a few of them. */
const campus = 20_000

/** The first opening counts; the log says that somebody read, never who read what. */
export const open = action(contract.open, {
  perMinute: campus,
  load: theRead,
  may: mayOpen,
  run: async (ctx, _, { notice, mine }) => {
    ctx.unnamed()
    if (!mine || notice.withdrawnOn) return ok({})
    const row = { noticeId: notice.id, number: ctx.actor.number, at: momentOf(ctx), seen: notice.live! }
    await store.open(ctx.tx, row)
    return ok({})
  },
})

export const confirm = action(contract.confirm, {
  perMinute: campus,
  load: async (ctx, input) => {
    const read = await theRead(ctx, input)
    return read.ok ? ok({ ...read.value, reaches: read.value.mine }) : read
  },
  may: mayOpen,
  run: async (ctx, { version }, { notice }) => {
    ctx.unnamed()
    if (notice.withdrawnOn) return refuse("conflict", "这件通知已经撤回")
    if (!notice.confirm) return refuse("conflict", "这件通知不要求确认")
    if (version !== notice.live)
      return refuse("conflict", "通知已经更正，不是您看到的内容", { cure: "刷新后按更正后的内容确认" })
    await store.confirm(ctx.tx, {
      noticeId: notice.id,
      number: ctx.actor.number,
      version,
      onDay: ctx.today,
      at: momentOf(ctx),
    })
    return ok({})
  },
})
