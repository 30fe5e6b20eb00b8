import { appendToLedger } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Deed } from "./deeds.ts"
import * as store from "./store.ts"

/** The topic of the hall in the ledger; its subject is the assembly. */
export const topic = "hall"

/** Write down what was done; every screen of the hall will hear of it. Answers its place in the record. */
export async function record(ctx: Ctx, assemblyId: string, deed: Deed): Promise<number> {
  const seq = await store.bump(ctx.tx, assemblyId, ctx.now)
  const { number, name } = ctx.actor
  await store.insertDeed(ctx.tx, assemblyId, { seq, at: ctx.now, byNumber: number, byName: name, deed })
  return seq
}

/** What cannot be taken back: into the university's ledger as well. */
export const enter = (ctx: Ctx, assemblyId: string, body: Record<string, unknown>): Promise<void> =>
  appendToLedger(ctx.tx, [{ topic, subject: assemblyId, at: ctx.now, body: { ...body, on: ctx.today } }])
