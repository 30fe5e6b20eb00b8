import type { Ctx } from "#kit/server/world.ts"
import { keyOf, voiceTag } from "./seal.ts"

/** The mark of the voice the person acting has in a need, where he or she raised it or joined it. */
export async function ownVoice(ctx: Ctx, needId: string): Promise<string | undefined> {
  if (ctx.actor.number === "") return undefined
  const tag = voiceTag(keyOf(ctx.world.dataDir), ctx.university.id, needId, ctx.actor.number)
  const { rows } = await ctx.tx.client.query(
    "select from need_voice where university_id = $1 and need_id = $2 and tag = $3",
    [ctx.tx.university, needId, tag],
  )
  return rows.length === 1 ? tag : undefined
}
