import { ok, refuse } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayOpen } from "../abilities.ts"
import { type Read, theRead } from "../load.ts"
import * as contract from "../public-contract.ts"
import * as store from "../reach-store.ts"
import type { Standing } from "../targets.ts"

/** A campus opens a notice behind one address in the same minute: 40,000 students, in a few of them. */
const campus = 20_000

const reader = (ctx: Ctx, { notice }: Read, { faculty, className }: Standing): store.Reader => ({
  noticeId: notice.id,
  number: ctx.actor.number,
  faculty,
  className,
  at: nowAt(ctx),
  version: notice.live!,
})

/** The first opening counts; the log says that somebody read, never who read what. */
export const open = action(contract.open, {
  perMinute: campus,
  load: theRead,
  may: mayOpen,
  run: async (ctx, _, read) => {
    ctx.unnamed()
    const { standing, mine, notice } = read
    if (standing && mine && !notice.withdrawnOn) await store.open(ctx.tx, reader(ctx, read, standing))
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
  run: async (ctx, { version }, read) => {
    ctx.unnamed()
    const { notice, standing } = read
    if (notice.withdrawnOn) return refuse("conflict", "这件通知已经撤回")
    if (!notice.confirm) return refuse("conflict", "这件通知不要求确认")
    if (version !== notice.live)
      return refuse("conflict", "通知已经更正，不是您看到的内容", { cure: "刷新后按更正后的内容确认" })
    if (standing) await store.confirm(ctx.tx, { ...reader(ctx, read, standing), onDay: ctx.today })
    return ok({})
  },
})
