import { appendToLedger } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import { insertDeed } from "./store.ts"

export type What =
  | "submitted"
  | "returned"
  | "withdrawn"
  | "signed"
  | "unsigned"
  | "merged"
  | "took"
  | "unmerged"
  | "filed"
  | "suggestion"
  | "declined"
  | "sent"
  | "handed-back"
  | "answered"
  | "rated"

/** What was done with a proposal, on its trace. */
export const trace = (ctx: Ctx, proposalId: string, what: What, because = ""): Promise<void> =>
  insertDeed(ctx.tx, {
    proposalId,
    what,
    by: ctx.actor.number,
    byName: ctx.actor.name,
    because,
    at: ctx.now,
  })

/** Decisions over proposals are entries of the ledger: what was decided, no names. */
export const decided = (
  ctx: Ctx,
  entries: readonly { readonly id: string; readonly body: Record<string, unknown> }[],
): Promise<void> =>
  appendToLedger(
    ctx.tx,
    entries.map(({ id, body }) => ({
      topic: "proposal",
      subject: id,
      at: ctx.now,
      body: { ...body, on: ctx.today },
    })),
  )
