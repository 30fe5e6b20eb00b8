import { ok } from "@qiaoliang/basics"
import { isSignedIn } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { callOf } from "#modules/calls/index.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { anyone } from "../abilities.ts"
import { notices as contract } from "../contract.ts"
import { barOf } from "../ground.ts"
import { published as publish, standsUntil } from "../notice.ts"
import { asWritten, published } from "../procedure.ts"
import { seen } from "../seen.ts"
import { atNotice } from "../store.ts"

export const notices = query(contract, {
  who: "anyone",
  may: anyone,
  run: async (ctx) => {
    const works = await calendarOf(ctx.tx)
    const standing = (await seen(ctx, await atNotice(ctx.tx, published))).flatMap((s) => {
      const until = standsUntil(s, ctx.today, works)
      return until ? [{ ...s, until }] : []
    })
    const items = []
    for (const [callId, of] of Map.groupBy(standing, (s) => s.k.callId)) {
      const call = await callOf(ctx.tx, callId, ctx.today)
      const facts = call && (await barOf(ctx, call.unionId))
      if (!call || !facts) continue
      items.push({
        callId,
        title: call.title,
        union: call.unionName,
        clauses: [...new Set(of.map((s) => asWritten[s.k.postKind].clause))],
        office: call.level === "school" ? "学校团委" : `${call.faculty ?? "本学院（系）"}团组织`,
        people: of.map((s) => ({
          ...publish(s, facts),
          until: s.until,
          can: { object: isSignedIn(ctx.actor) && ctx.actor.number !== s.k.number },
        })),
      })
    }
    return ok({ items })
  },
})
