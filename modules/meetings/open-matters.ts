import type { Ctx } from "#kit/server/world.ts"
import type { CalendarEntry, Matter } from "#modules/presidium/index.ts"
import * as store from "./store.ts"
import { nameOf } from "./view.ts"

/** What the next chair takes over: minutes nobody confirmed, resolutions nobody carried out. */
export async function openMatters(ctx: Ctx, unionId: string): Promise<readonly Matter[]> {
  const meetings = await store.meetingsOf(ctx.tx, [unionId])
  const minutes = meetings
    .filter((m) => m.state === "closed" && m.confirmedIn === null)
    .map(
      (m): Matter => ({
        id: m.id,
        kind: "minutes",
        title: `${m.title}的纪要待确认`,
        since: m.day,
        href: `/office/meetings/${m.id}`,
      }),
    )
  const undone = (await store.undoneResolutions(ctx.tx, [unionId])).map(
    (r): Matter => ({
      id: r.id,
      kind: "resolution",
      title: `${nameOf(r) ?? "决议"}：${r.words}`,
      since: r.decidedOn ?? ctx.today,
      href: `/office/meetings/${r.meetingId}`,
    }),
  )
  return [...minutes, ...undone]
}

/** Meetings in the presidium's calendar. */
export async function calendar(ctx: Ctx, unionId: string): Promise<readonly CalendarEntry[]> {
  return (await store.meetingsOf(ctx.tx, [unionId]))
    .filter((m) => m.state !== "cancelled")
    .map((m) => ({
      id: m.id,
      title: m.title,
      at: new Date(`${m.day}T${m.time}:00+08:00`),
      hours: 2,
      place: m.place,
    }))
}
