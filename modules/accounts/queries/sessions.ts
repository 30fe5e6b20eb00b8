import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { oneself } from "../abilities.ts"
import { sessions as contract } from "../contract.ts"
import { listSessions } from "../store.ts"

export const sessions = query(contract, {
  may: oneself,
  run: async (ctx) => {
    const all = await listSessions(ctx.tx, ctx.actor.account, ctx.now)
    const items = all.map((s) => ({
      id: s.id,
      current: s.id === ctx.session,
      startedAt: s.createdAt.toISOString(),
      lastUsedAt: s.lastSeen.toISOString(),
      agent: s.device,
      address: s.place,
    }))
    return ok({ items: items.toSorted((a, b) => Number(b.current) - Number(a.current)) })
  },
})
