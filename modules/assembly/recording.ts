import { appendToLedger } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"

/** The topic of assemblies in the ledger. */
export const topic = "assembly"

/** What cannot be taken back: into the ledger, in the transaction of the deed. */
export const record = (ctx: Ctx, assemblyId: string, body: Record<string, unknown>): Promise<void> =>
  appendToLedger(ctx.tx, [
    {
      topic,
      subject: assemblyId,
      at: ctx.now,
      body: { ...body, number: ctx.actor.number, name: ctx.actor.name, on: ctx.today },
    },
  ])

/** What findings say of a union may have changed. */
export const changed = (ctx: Ctx, union: string): Promise<void> =>
  ctx.emit("records.changed", { unions: [union] })
