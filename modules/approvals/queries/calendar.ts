import { addDays, addMonths, ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { calendar as contract } from "../contract.ts"
import { allRequests } from "../found.ts"
import { namesOf, unionsInReach } from "../reading.ts"
import { versionsOf } from "../store.ts"

export const calendar = query(contract, {
  may: () => allowed(),
  run: async (ctx, { month, unionId }) => {
    const { read } = await unionsInReach(ctx)
    const from = `${month}-01`
    const to = addDays(addMonths(from, 1), -1)
    const unions = read.filter((u) => !unionId || u.id === unionId).map((u) => u.id)
    const all = await allRequests(ctx.tx, { unions, kind: "activity", from, to }, ctx.today)
    const rows = all.filter((r) => r.status === "passed" && r.cancelledBecause === null)
    const versions = await versionsOf(
      ctx.tx,
      rows.map((r) => r.id),
    )
    const names = namesOf(read)
    const works = await calendarOf(ctx.tx)
    const idle: string[] = []
    for (let day = from; day <= to; day = addDays(day, 1)) if (!works(day)) idle.push(day)
    return ok({
      items: rows.map((r) => {
        const fields = versions.get(r.id)?.at(-1)?.fields ?? {}
        return {
          id: r.id,
          title: r.title,
          union: names.get(r.unionId) ?? "",
          starts: String(fields.starts ?? r.onDay),
          ends: String(fields.ends ?? r.onDay),
          venue: String(fields.venue ?? ""),
        }
      }),
      idle,
    })
  },
})
