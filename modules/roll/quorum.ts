import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Ctx } from "#kit/server/world.ts"
import { delegatesOf } from "#modules/delegates/index.ts"
import { leastOf, reaches, thresholds } from "#policy/practice/congress-rules.ts"
import { presentIn } from "./store.ts"

/** 应到、实到 of the delegates with a vote, and whether that is a quorum. */
export interface Quorum {
  readonly due: number
  readonly present: number
  /** Fewest that make one. */
  readonly needed: number
  readonly met: boolean
}

export function quorumFrom(due: number, present: number): Quorum {
  return {
    due,
    present,
    needed: leastOf(thresholds.quorum, due),
    met: reaches(thresholds.quorum, present, due),
  }
}

/** Counted from the delegates and the roll themselves, never from a sum kept. */
export async function quorumOf(tx: Tx, assemblyId: string): Promise<Quorum> {
  const voting = (await delegatesOf(tx, assemblyId)).filter((d) => d.voting)
  const here = await presentIn(tx, assemblyId)
  return quorumFrom(voting.length, voting.filter((d) => here.has(d.number)).length)
}

/** The quorum, or the refusal that keeps what needs one from opening: how many are missing, and by what rule. */
export async function requireQuorum(ctx: Ctx, assemblyId: string): Promise<Result<Quorum, Refusal>> {
  const quorum = await quorumOf(ctx.tx, assemblyId)
  if (quorum.met) return ok(quorum)
  const { due, present, needed } = quorum
  if (due === 0)
    return refuse("conflict", "还没有正式代表，谈不上法定人数", { cure: "先选出代表并通过资格审查" })
  return refuse(
    "conflict",
    `应到代表${due}名，实到${present}名，不足应到代表的三分之二（${needed}名），还差${needed - present}名（${thresholds.quorum.source}）`,
    { cure: `再有${needed - present}名代表签到后即可进行，或休会改期` },
  )
}
