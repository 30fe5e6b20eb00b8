import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { isRaiser, type Need, needById, ownVoice } from "#modules/needs/index.ts"
import type { Voiced } from "./abilities.ts"
import { type OfNeed, theNeed } from "./load.ts"

/** A need as a student asks for it: the one told, and what it became part of. */
export interface OfVoice extends OfNeed, Voiced {
  /** The need asked for: the same, or one merged into it. */
  readonly told: Need
  /** The mark of the person's voice. */
  readonly tag: string | undefined
  readonly open: boolean
}

export async function theVoiced(ctx: Ctx, { id }: { id: string }): Promise<Result<OfVoice, Refusal>> {
  const told = await needById(ctx.tx, id)
  if (!told) return refuse("not-found", "没有这件诉求")
  const of = await theNeed(ctx, { id: told.mergedInto ?? id })
  if (!of.ok) return of
  const tag = await ownVoice(ctx, of.value.need.id)
  return ok({
    ...of.value,
    told,
    tag,
    voice: tag !== undefined,
    raised: ctx.actor.number !== "" && (await isRaiser(ctx, told.id)),
    open: of.value.row.open && of.value.need.state === "open",
  })
}
