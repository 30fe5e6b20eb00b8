import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type Quorum, quorumOf } from "#modules/roll/index.ts"
import { thresholds } from "#policy/practice/congress-rules.ts"

/** Nothing that needs a quorum begins without it. */
export async function requireQuorum(ctx: Ctx, assemblyId: string): Promise<Result<Quorum, Refusal>> {
  const quorum = await quorumOf(ctx.tx, assemblyId)
  if (quorum.met) return ok(quorum)
  const { due, present, needed } = quorum
  return refuse(
    "conflict",
    due === 0
      ? "还没有正式代表，不能开会"
      : `应到代表${due}人，实到${present}人，不足三分之二（${needed}人）`,
    { cure: `到会代表达到${needed}人后再进行，或者休会（${thresholds.quorum.source}）` },
  )
}
