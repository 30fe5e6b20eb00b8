import { addDays } from "@qiaoliang/basics"
import type { Concern } from "#kit/server/concern.ts"
import type { Ctx } from "#kit/server/world.ts"
import { noticesFor } from "./finding.ts"
import { standingOf } from "./load.ts"
import { presentMine } from "./present.ts"
import { remindingsOf } from "./store.ts"

/** Notices older than this are found in the list, not on a student's own page. */
const days = 30

/** What a student has not read, has to confirm, or read before it was corrected. */
export async function concerns(ctx: Ctx): Promise<readonly Concern[]> {
  const standing = await standingOf(ctx)
  if (!standing) return []
  const { items } = await noticesFor(ctx.tx, {
    standing,
    number: ctx.actor.number,
    only: "mine",
    page: 1,
    size: 30,
  })
  const since = addDays(ctx.today, -days)
  const recent = items.filter(
    (n) => n.withdrawnOn === null && (n.correctedOn ?? n.publishedOn ?? "") >= since,
  )
  const reminded = await remindingsOf(
    ctx.tx,
    recent.map((n) => n.id),
  )
  return recent.flatMap((n): Concern[] => {
    const mine = presentMine(n, reminded, standing)
    const common = { heading: "notices", title: n.title, href: `/notices/${n.id}` } as const
    if (mine.confirm === "waiting")
      return [
        { ...common, note: `${n.sender}，请阅读并确认`, state: "todo", ...(n.dueOn ? { by: n.dueOn } : {}) },
      ]
    if (mine.unread)
      return [{ ...common, note: `${n.sender}，未读`, state: mine.remindedOn ? "todo" : "news" }]
    return mine.corrected ? [{ ...common, note: `${n.sender}，已更正`, state: "news" }] : []
  })
}
