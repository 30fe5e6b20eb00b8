import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { oneself } from "../abilities.ts"
import { sessions as contract } from "../contract.ts"
import { listSessions } from "../store.ts"

export const sessions = query(contract, {
  may: oneself,
  run: async (ctx) => {
    const all = await listSessions(ctx.tx, ctx.actor.account, ctx.now)
    return ok({
      items: all.map((s) => ({
        id: s.id,
        device: s.device,
        place: s.place,
        created: s.createdAt.toISOString(),
        lastSeen: s.lastSeen.toISOString(),
        current: s.id === ctx.session,
      })),
    })
  },
})
