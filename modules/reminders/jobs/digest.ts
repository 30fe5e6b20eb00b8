import { addDays, type Day } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { actorOf } from "#modules/accounts/index.ts"
import { calendarOf, tallyAt } from "#modules/courses/index.ts"
import { type InboxSource, type Item, inOrder } from "#modules/inbox/index.ts"
import { digestMail, isDue, linesOf, robotText } from "../digest.ts"
import { type Mailing, mailingDigested, mailings } from "../mailing.ts"
import { clearOutbox, enqueue } from "../outbox.ts"
import { mailReady, type Outward } from "../outward.ts"
import { type Robot, robotDigested, robotsOn } from "../robots.ts"
import { countUnread, forgetOld } from "../store.ts"

/** Monday of the week a day is in. */
const mondayOf = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** Every working day at 7:30: what waits, to the people and groups that asked to hear of it. */
export async function digest(ctx: Ctx, sources: readonly InboxSource[], outward: Outward): Promise<void> {
  await clearOutbox(ctx.tx, ctx.now)
  await forgetOld(ctx.tx, ctx.now)
  const works = await calendarOf(ctx.tx)
  if (!works(ctx.today) || !outward.site) return
  if (mailReady(outward))
    for (const m of await mailings(ctx.tx)) await digestTo(ctx, m, sources, outward.site)
  for (const robot of await robotsOn(ctx.tx)) await digestAt(ctx, robot, outward.site)
}

async function digestTo(ctx: Ctx, m: Mailing, sources: readonly InboxSource[], site: string): Promise<void> {
  if (m.frequency === "off" || !m.address) return
  if (!isDue(m.frequency, m.lastDigest, ctx.today, mondayOf(ctx.today))) return
  const actor = await actorOf(ctx.tx, m.number, ctx.today)
  if (!actor) return
  const { items, total } = await waitingOf({ ...ctx, actor }, sources)
  const unread = await countUnread(ctx.tx, m.number)
  await mailingDigested(ctx.tx, m.number, ctx.today)
  if (total === 0 && unread === 0) return
  const mail = digestMail({
    university: ctx.university.name,
    lines: linesOf(items, ctx.today),
    total,
    unread,
    site,
    frequency: m.frequency,
  })
  await enqueue(
    ctx.tx,
    { channel: "mail", kind: "digest", owner: m.number, address: m.address, ...mail },
    ctx.now,
  )
}

/** The person's inbox, as the person would see it. */
async function waitingOf(ctx: Ctx, sources: readonly InboxSource[]) {
  const items: Item[] = []
  let total = 0
  for (const source of sources) {
    const own = await source(ctx)
    items.push(...own)
    total += (await source.count?.(ctx)) ?? own.length
  }
  return { items: inOrder(items, ctx.today), total }
}

async function digestAt(ctx: Ctx, robot: Robot, site: string): Promise<void> {
  if (!isDue("daily", robot.lastDigest, ctx.today, ctx.today)) return
  const tallies = await tallyAt(ctx.tx, robot.office, robot.place, ctx.today)
  await robotDigested(ctx.tx, robot.id, ctx.today)
  if (tallies.length === 0) return
  const lines = tallies
    .map((t) => ({ ...t, capacity: "", due: t.due ?? undefined }))
    .toSorted((a, b) => b.late - a.late || b.count - a.count)
  const text = robotText(robot.ownerName, lines, site)
  await enqueue(ctx.tx, { channel: "robot", kind: "digest", owner: robot.id, subject: "", text }, ctx.now)
}
