import { ok, type Refusal, type Result } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type OfAssembly, theAssembly } from "#modules/assembly/index.ts"
import { type Delegate, delegateOf } from "./store.ts"

export interface OwnSeat {
  /** The actor's own seat, where there is one. */
  readonly delegate: Delegate | undefined
}

/** What was loaded of an assembly, with the actor's own seat in it. */
export async function withOwnSeat<Of extends Pick<OfAssembly, "assembly">>(
  ctx: Ctx,
  of: Result<Of, Refusal>,
): Promise<Result<Of & OwnSeat, Refusal>> {
  if (!of.ok) return of
  return ok({ ...of.value, delegate: await delegateOf(ctx.tx, of.value.assembly.id, ctx.actor.number) })
}

export const theOwnSeat = async (
  ctx: Ctx,
  input: { assembly: string },
): Promise<Result<OfAssembly & OwnSeat, Refusal>> => withOwnSeat(ctx, await theAssembly(ctx, input))
