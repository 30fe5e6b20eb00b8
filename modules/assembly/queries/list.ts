import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayList, mayPropose, mayReadOf } from "../abilities.ts"
import { isUnderWay } from "../assembly.ts"
import { list as contract } from "../contract.ts"
import { lastHeld } from "../last-held.ts"
import { clauseFor } from "../procedure.ts"
import { assembliesOf } from "../store.ts"
import { remindFrom, yearOver } from "../timing.ts"

export const list = query(contract, {
  may: mayList,
  run: async (ctx, { union: wanted, text, state }) => {
    const unions = (await unionsOf(ctx.tx)).filter((u) => "as" in mayReadOf(ctx.actor, u))
    const byId = new Map(unions.map((u) => [u.id, u]))
    const all = await assembliesOf(ctx.tx, [...byId.keys()])
    const items = all.filter(
      (a) =>
        (!wanted || a.unionId === wanted) &&
        (!state || a.state === state) &&
        (!text || a.name.includes(text) || a.place.includes(text)),
    )
    const last = await lastHeld(ctx.tx, [...byId.keys()], ctx.today)
    const idle = unions.filter((u) => !all.some((a) => a.unionId === u.id && isUnderWay(a.state)))
    const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
    const due = idle.flatMap((u) => {
      const held = last.get(u.id)
      const until = yearOver(held?.day ?? null)
      if (held && remindFrom(held.day) > ctx.today) return []
      return [
        {
          union: named(u),
          last: held?.day ?? null,
          until,
          late: until !== null && until < ctx.today,
          clause: clauseFor(u.level),
          can: "as" in mayPropose(ctx.actor, u),
        },
      ]
    })
    return ok({
      unions: unions.map(named),
      items: items.map(({ id, name, kind, unionId, day, time, place, state }) => ({
        id,
        name,
        kind,
        union: named(byId.get(unionId)!),
        day,
        time,
        place,
        state,
      })),
      total: all.length,
      due: due
        .filter((d) => !wanted || d.union.id === wanted)
        .sort((a, b) => ((a.until ?? "9") < (b.until ?? "9") ? -1 : 1)),
      propose: idle.filter((u) => "as" in mayPropose(ctx.actor, u)).map(named),
    })
  },
})
