import { dayOf } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import type { Concern } from "#kit/server/concern.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { type Activity, mayBeHere, phaseOf, ratedUntil, signingOf } from "./activity.ts"
import { isFor } from "./audience.ts"
import { chineseTime } from "./chinese-time.ts"
import { studentAt } from "./load.ts"
import { openSince } from "./store.ts"
import { attendedBy } from "./store-attendance.ts"
import { ownIn, placeInQueue, type SignUp } from "./store-people.ts"
import { ratedBy } from "./store-rating.ts"

const day = 86_400_000
/** Of what is open to sign up, the next ones. */
const offered = 5

const when = (a: Activity) => `${chineseTime(a.startsAt)}，${a.place}`

interface Own {
  readonly signed: SignUp | undefined
  readonly there: boolean
  readonly rated: boolean
}

/** A student's activities: a place, a turn in the queue, a code to scan now, something to rate; and what is open to sign up. */
export async function concerns(ctx: Ctx): Promise<readonly Concern[]> {
  const student = await studentAt(ctx, ctx.actor.number, ctx.today)
  if (!student) return []
  const now = nowAt(ctx)
  const all = await openSince(ctx.tx, new Date(now.getTime() - 14 * day))
  const ids = all.map((a) => a.id)
  const signed = await ownIn(ctx.tx, student.number, ids)
  const there = await attendedBy(ctx.tx, student.number, ids)
  const rated = await ratedBy(ctx.tx, student.number, ids)
  const hosts = new Map((await unionsOf(ctx.tx)).map((u) => [u.id, u]))
  const own: Concern[] = []
  const open: Concern[] = []
  for (const a of all) {
    const of = { signed: signed.get(a.id), there: there.has(a.id), rated: rated.has(a.id) }
    const mine = await ownConcern(ctx, a, of, now)
    const host = hosts.get(a.unionId)
    if (mine) own.push(mine)
    else if (
      !of.there &&
      host &&
      open.length < offered &&
      signingOf(a, now) === "open" &&
      isFor(a.audience, host, student).ok
    )
      open.push({
        heading: "activities",
        title: a.title,
        href: `/activities/${a.id}`,
        note: `可以报名；${when(a)}`,
        by: dayOf(a.closesAt ?? a.startsAt),
      })
  }
  return [...own, ...open]
}

async function ownConcern(ctx: Ctx, a: Activity, of: Own, now: Date): Promise<Concern | undefined> {
  const { signed, there, rated } = of
  const base = { heading: "activities", title: a.title, href: `/activities/${a.id}` } as const
  if (there)
    return rated || now > ratedUntil(a) || phaseOf(a, now) !== "held"
      ? undefined
      : { ...base, note: "参加过，可以评价", by: dayOf(ratedUntil(a)) }
  if (!signed || signed.state === "withdrawn" || phaseOf(a, now) === "held") return undefined
  if (signed.state === "waiting")
    return { ...base, note: `候补第${await placeInQueue(ctx.tx, a.id, signed.turn)}位；${when(a)}` }
  if (mayBeHere(a, now).ok) return { ...base, note: `现在可以扫码签到；${a.place}`, state: "todo" }
  return signed.movedUpAt && now.getTime() - signed.movedUpAt.getTime() < 3 * day
    ? { ...base, note: `候补已递补，报名成功；${when(a)}`, state: "news" }
    : { ...base, note: `已报名；${when(a)}` }
}
