import { appendToLedger } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"

/** The topic of meetings in the ledger. */
export const topic = "meeting"

/** What cannot be taken back: into the ledger, in the transaction of the deed. */
export const record = (ctx: Ctx, meetingId: string, body: Record<string, unknown>): Promise<void> =>
  appendToLedger(ctx.tx, [
    {
      topic,
      subject: meetingId,
      at: ctx.now,
      body: { ...body, number: ctx.actor.number, name: ctx.actor.name, on: ctx.today },
    },
  ])
