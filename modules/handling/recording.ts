import { newId } from "@qiaoliang/basics"
import { nobody } from "#kit/server/actor.ts"
import { appendToLedger } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import { toTheHour } from "#modules/needs/index.ts"
import { insertDeed } from "./store.ts"

/** One more line in the trace of a need, by the person acting. */
export const trace = (ctx: Ctx, needId: string, what: string, because = ""): Promise<void> =>
  insertDeed(ctx.tx, {
    needId,
    what,
    by: ctx.actor.number,
    byName: ctx.actor.name,
    because,
    onDay: ctx.today,
    at: ctx.now,
  })

/**
 * As a student acts who stays unknown: nobody, and at some time within the hour, since sign-ins are on record to the
 * second. What is written under it says neither who nor when.
 */
export function unseen(ctx: Ctx): Ctx {
  const now = toTheHour(ctx.now)
  const quiet: Ctx = {
    ...ctx,
    actor: nobody,
    now,
    change: newId(now.getTime()),
    // Nor what the rooms above write when they hear of it: a reminder, a finding.
    emit: async (topic, payload) => {
      for (const module of ctx.world.modules) await module.on?.[topic]?.(quiet, payload)
    },
  }
  return quiet
}

export const topic = "need"

/** Decisions enter the ledger by the need's id, without words, names or numbers of anybody. */
export const decided = (ctx: Ctx, needId: string, body: Record<string, unknown>): Promise<void> =>
  appendToLedger(ctx.tx, [{ topic, subject: needId, at: ctx.now, body: { ...body, on: ctx.today } }])

/** Boards and findings hear of it. */
export async function told(ctx: Ctx, needs: readonly string[], unions: readonly string[]): Promise<void> {
  await ctx.emit("handling.changed", { needs })
  await ctx.emit("records.changed", { unions: [...new Set(unions)] })
}
