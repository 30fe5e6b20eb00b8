import { ok } from "@qiaoliang/basics"
import { jobsHealth } from "#kit/server/jobs.ts"
import { query } from "#kit/server/verbs.ts"
import { mayKeepMachine } from "../abilities.ts"
import { machine as contract } from "../contract.ts"
import { unsent } from "../outbox.ts"
import { mailReady, type Outward } from "../outward.ts"

/** `c***@mails.example.edu.cn` */
const masked = (address: string): string => address.replace(/^(.)[^@]*/, "$1***")

export const machine = (outward: Outward) =>
  query(contract, {
    may: (actor) => mayKeepMachine(actor),
    run: async (ctx, wanted) => {
      const { items, total, sent } = await unsent(ctx.tx, wanted)
      const jobs = await jobsHealth(ctx.world)
      return ok({
        items: items.map((d) => ({
          id: d.id,
          channel: d.channel,
          kind: d.kind,
          to: d.address ? masked(d.address) : (d.robotOwner ?? ""),
          createdAt: d.createdAt.toISOString(),
          tries: d.tries,
          givenUp: d.state === "given-up",
          nextAt: d.nextAt.toISOString(),
          error: d.error,
          can: { retry: d.state === "given-up" && d.text !== null },
        })),
        total,
        sent,
        mailReady: mailReady(outward),
        site: outward.site ?? null,
        jobs: jobs.map((j) => ({
          ...j,
          lastDone: j.lastDone?.toISOString() ?? null,
          lastFailed: j.lastFailed?.toISOString() ?? null,
        })),
      })
    },
  })
