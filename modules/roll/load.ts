import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type Assembly, type OfAssembly, theAssembly } from "#modules/assembly/index.ts"
import { type Delegate, delegateOf } from "#modules/delegates/index.ts"

export interface OfDelegate extends OfAssembly {
  /** The actor's own seat. */
  readonly delegate: Delegate | undefined
}

export async function theOwnSeat(
  ctx: Ctx,
  input: { assembly: string },
): Promise<Result<OfDelegate, Refusal>> {
  const of = await theAssembly(ctx, input)
  if (!of.ok) return of
  return ok({ ...of.value, delegate: await delegateOf(ctx.tx, input.assembly, ctx.actor.number) })
}

const closed = {
  preparing: ["大会还在筹备，没有开始签到", "大会正式召集后再签到"],
  closed: ["大会已经闭幕，签到结束", undefined],
  cancelled: ["大会已经取消，不需要签到", undefined],
} as const

/** The roll is kept from the day the assembly is convened until it closes. */
export function keptNow({ state }: Pick<Assembly, "state">): Result<void, Refusal> {
  if (state === "convened" || state === "open") return ok(undefined)
  const [because, cure] = closed[state]
  return refuse("conflict", because, cure ? { cure } : {})
}
