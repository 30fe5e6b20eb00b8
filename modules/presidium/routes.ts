import { addDays } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import ical, { ICalCalendarMethod } from "ical-generator"
import { nobody } from "#kit/server/actor.ts"
import { sendRefusal } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { secretHash } from "./actions/feeds.ts"
import { changesIn } from "./handover.ts"
import type { Neighbours } from "./matters.ts"
import { beginsOn, endsOn } from "./semesters.ts"
import { handoversOf, plansOn, standInsOf, unionOfFeed } from "./store.ts"

/** The secret calendar of a union, for phones and desks that subscribe to it: turns, stand-ins, handovers, meetings. */
export const routes =
  (from: Neighbours) =>
  (app: FastifyInstance, world: World): void => {
    app.get<{ Params: { university: string; file: string } }>(
      "/calendars/:university/:file",
      { schema: { hide: true } },
      async (request, reply) => {
        const secret = /^([\w-]{32})\.ics$/.exec(request.params.file)?.[1]
        const at = secret ? await world.universityById(request.params.university) : undefined
        const text =
          secret && at
            ? await world.within(at, nobody, async (ctx) => {
                const id = await unionOfFeed(ctx.tx, secretHash(secret))
                const [union] = id ? await unionsOf(ctx.tx, [id]) : []
                return union ? calendarOf(ctx, from, union) : undefined
              })
            : undefined
        if (!text) return sendRefusal(reply, { code: "not-found", because: "没有这个日历，或地址已停用" })
        return reply
          .type("text/calendar; charset=utf-8")
          .header("cache-control", "private, no-store")
          .header("x-robots-tag", "noindex")
          .send(text)
      },
    )
  }

async function calendarOf(ctx: Ctx, from: Neighbours, union: UnionRow): Promise<string> {
  const calendar = ical({
    name: `${union.name}主席团`,
    prodId: { company: "Qiaoliang", product: "presidium", language: "ZH" },
    method: ICalCalendarMethod.PUBLISH,
  })
  const days = (id: string, first: string, last: string, summary: string, description = "") =>
    calendar.createEvent({
      id: `${id}@${union.id}`,
      stamp: ctx.now,
      allDay: true,
      // All-day events are written in the server's own zone: noon is that day in every one.
      start: new Date(`${first}T12:00:00`),
      end: new Date(`${addDays(last, 1)}T12:00:00`),
      summary,
      description,
    })
  const plan = (await plansOn(ctx.tx, [union.id], ctx.today)).get(union.id)
  const turns = plan?.turns ?? []
  for (const t of turns)
    days(
      `turn-${t.schoolYear}-${t.half}`,
      beginsOn(t),
      endsOn(t),
      `执行主席：${t.name}`,
      "执行主席轮值（第二条）",
    )
  const signed = await handoversOf(ctx.tx, [union.id])
  for (const { semester: s, due, outgoing, incoming } of changesIn(turns)) {
    if (signed.some((h) => h.schoolYear === s.schoolYear && h.half === s.half && h.takenOn)) continue
    days(`handover-${s.schoolYear}-${s.half}`, due, due, `交接截止：${outgoing.name} → ${incoming.name}`)
  }
  for (const s of await standInsOf(ctx.tx, [union.id]))
    if (s.untilDay >= s.fromDay)
      days(`stand-in-${s.id}`, s.fromDay, s.untilDay, `${s.name}代理执行主席`, s.because)
  for (const source of from.calendar)
    for (const e of await source(ctx, union.id))
      calendar.createEvent({
        id: `${e.id}@${union.id}`,
        stamp: ctx.now,
        start: e.at,
        end: new Date(e.at.getTime() + e.hours * 3_600_000),
        summary: e.title,
        location: e.place,
      })
  return calendar.toString()
}
