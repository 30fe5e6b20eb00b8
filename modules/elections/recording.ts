import { appendToLedger } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"

/** The topic of elections in the ledger. Names of candidates and of who is elected are public; no one's vote is here. */
export const record = (ctx: Ctx, subject: string, body: Record<string, unknown>): Promise<void> =>
  appendToLedger(ctx.tx, [
    {
      topic: "election",
      subject,
      at: ctx.now,
      body: { ...body, number: ctx.actor.number, name: ctx.actor.name, on: ctx.today },
    },
  ])
