import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { keepsRobots, oneself } from "../abilities.ts"
import { settings as contract } from "../contract.ts"
import { mailingOf } from "../mailing.ts"
import { mailReady, type Outward } from "../outward.ts"
import { robotsOf } from "../robots.ts"

export const settings = (outward: Outward) =>
  query(contract, {
    may: oneself,
    run: async (ctx) => {
      const { frequency, address, pending, codeExpires } = await mailingOf(ctx.tx, ctx.actor.number)
      const desks = new Map(
        ctx.actor.capacities.filter(keepsRobots).map((c) => [c.officeId, c.officeName] as const),
      )
      const robots = await robotsOf(ctx.tx, [...desks.keys()])
      return ok({
        mail: {
          ready: mailReady(outward),
          frequency,
          address,
          pending: codeExpires && codeExpires > ctx.now ? pending : null,
        },
        robotsReady: outward.site !== undefined,
        desks: [...desks].map(([ownerId, ownerName]) => ({ ownerId, ownerName })),
        robots: robots.map((r) => ({
          id: r.id,
          ownerId: r.ownerId,
          ownerName: r.ownerName,
          kind: r.kind,
          host: new URL(r.url).host,
          on: r.on,
          by: r.byName,
          lastSent: r.lastSent?.toISOString() ?? null,
          lastError: r.lastError,
        })),
      })
    },
  })
