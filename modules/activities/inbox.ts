import { addDays, dayOf } from "@qiaoliang/basics"
import type { Capacity } from "#kit/server/actor.ts"
import { nowAt } from "#kit/server/clock.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Activity, mayOpen } from "./activity.ts"
import { reviewFor } from "./load.ts"
import { activitiesBetween, draftsOf } from "./store.ts"
import { thereIn } from "./store-attendance.ts"

/** How long a held activity without anybody on record is asked about. */
const asked = 30

const item = (
  as: Capacity,
  a: Activity,
  of: { id: string; heading: string; detail: string; clause: string; since: string },
) => ({
  module: "activities",
  capacity: `${as.officeName} ${as.title}`,
  ...of,
  id: `activities/${of.id}/${a.id}`,
  title: `${of.heading}：${a.title}`,
})

/** Drafts that wait for the presidium, and activities held whose participants nobody recorded (7.3). */
export async function inboxItems(ctx: Ctx) {
  const posts = ctx.actor.capacities.filter((c) => c.office === "union" && c.post !== "member")
  return posts.length === 0 ? [] : [...(await toBeOpened(ctx, posts)), ...(await toBeRecorded(ctx, posts))]
}

async function toBeOpened(ctx: Ctx, posts: readonly Capacity[]) {
  const own = posts.filter((c) => c.post === "presidium")
  const now = nowAt(ctx)
  const out = []
  for (const a of await draftsOf(
    ctx.tx,
    own.map((c) => c.officeId),
  )) {
    const as = own.find((c) => c.officeId === a.unionId)
    if (!as || a.endsAt < now) continue
    const course = await reviewFor(ctx, a)
    const since = dayOf(a.madeAt)
    const href = `/office/activities/${a.id}`
    if (!course)
      out.push({
        ...item(as, a, {
          id: "ask",
          heading: "提出活动申请",
          detail: "活动审核通过后才能发布",
          since,
          clause: "10.4",
        }),
        href,
      })
    else if (mayOpen(a, course, now).ok)
      out.push({
        ...item(as, a, {
          id: "open",
          heading: "发布活动",
          detail: "活动已审核通过，可以发布",
          since: course.endedOn ?? since,
          clause: "2.5",
        }),
        href,
      })
  }
  return out
}

async function toBeRecorded(ctx: Ctx, posts: readonly Capacity[]) {
  const now = nowAt(ctx)
  const held = (
    await activitiesBetween(
      ctx.tx,
      posts.map((c) => c.officeId),
      addDays(ctx.today, -asked),
      ctx.today,
    )
  ).filter((a) => a.endsAt < now)
  const there = await thereIn(
    ctx.tx,
    held.map((a) => a.id),
  )
  return held.flatMap((a) => {
    const as = posts.find((c) => c.officeId === a.unionId)
    if (!as || there.get(a.id)) return []
    return [
      {
        ...item(as, a, {
          id: "record",
          heading: "登记参加同学",
          detail: "活动已举办，没有一名同学的签到记录",
          since: dayOf(a.endsAt),
          clause: "7.3",
        }),
        href: `/office/activities/${a.id}?part=people`,
      },
    ]
  })
}
