import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { mayRaise } from "../abilities.ts"
import * as contract from "../contract.ts"
import { takeUploads } from "../keeping.ts"
import { deskUnion, theStudent } from "../load.ts"
import { raiseNeed, type Shelf, shelfFor, shelve } from "../raising.ts"
import { categoriesOf, needsByIds } from "../store.ts"

/** Tickets remembered on a shelf: more than a browser can have waiting. */
const remembered = 20

export const raise = action(contract.raise, {
  // A whole campus may stand behind one address; the limit of a person is below.
  perMinute: 3000,
  load: theStudent,
  may: mayRaise,
  run: async (ctx, { ticket, category: categoryId, photos, ...said }, { student }) => {
    const who = student!
    if (said.shown !== "named") ctx.unnamed()
    // Held: two sendings of one need wait for each other.
    const shelf = await shelfFor(ctx, who.number, true)
    const before = shelf.tickets?.[ticket]
    if (before) {
      const [known] = await needsByIds(ctx.tx, [before])
      if (known) return ok({ id: known.id, nth: known.nth })
    }
    const room = await roomToday(ctx, shelf)
    if (!room.ok) return room
    const category = (await categoriesOf(ctx.tx)).find((c) => c.id === categoryId)
    if (!category?.open)
      return refuse("invalid", "请选择诉求类别", { at: "category", clause: "1.3", cure: "刷新后重新选择" })
    const union = await deskUnion(ctx, who.level)
    if (!union)
      return refuse("conflict", "学校还没有登记校级学生会（研究生会），暂时不能受理诉求", { clause: "1.3" })
    if (!(await takeUploads(ctx.tx, photos)))
      return refuse("invalid", "照片已过期或已经用过", { at: "photos", cure: "请重新选择照片" })
    const need = await raiseNeed(
      ctx,
      { ...said, photos, categoryId, field: category.field, desk: category.desk, unionId: union.id },
      who,
    )
    await shelve(ctx, who.number, (s) => ({ ...s, tickets: withTicket(s, ticket, need.id) }))
    if (said.shown === "named") ctx.note({ need: need.id })
    return ok({ id: need.id, nth: need.nth })
  },
})

async function roomToday(ctx: Ctx, shelf: Shelf): Promise<Result<void, Refusal>> {
  const latest = await needsByIds(ctx.tx, shelf.raised.slice(-2 * needsPractice.aDay))
  const today = latest.filter((n) => n.raisedOn === ctx.today).length
  return today < needsPractice.aDay
    ? ok(undefined)
    : refuse("too-many", `一人一天最多提出${needsPractice.aDay}件诉求`, {
        cure: "请明天再提，或附议已有的诉求",
      })
}

const withTicket = (s: Shelf, ticket: string, id: string): Record<string, string> =>
  Object.fromEntries([...Object.entries(s.tickets ?? {}), [ticket, id]].slice(-remembered))
