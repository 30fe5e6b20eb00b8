import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { OfAssembly } from "#modules/assembly/index.ts"
import { type OwnSeat, theOwnSeat } from "#modules/delegates/index.ts"
import { mayReadRoll } from "../abilities.ts"
import { roll as contract } from "../contract.ts"
import * as votes from "../votes-store.ts"

interface OfRoll extends OfAssembly, OwnSeat {
  readonly vote: votes.VoteRow
}

async function load(ctx: Ctx, { id }: { id: string }): Promise<Result<OfRoll, Refusal>> {
  const vote = await votes.voteById(ctx.tx, id)
  if (!vote) return refuse("not-found", "没有这项表决")
  const of = await theOwnSeat(ctx, { assembly: vote.assemblyId })
  return of.ok ? ok({ ...of.value, vote }) : of
}

/** How everybody voted openly, once it is announced. */
export const roll = query(contract, {
  load,
  may: mayReadRoll,
  run: async (ctx, { id }, { vote }) => {
    if (vote.how !== "names") return refuse("not-found", "举手表决不记名")
    if (vote.state !== "announced")
      return refuse("conflict", "结果宣布以后才能查看", { cure: "请等主持人宣布结果" })
    const rows = await votes.rollOf(ctx.tx, id)
    return ok({
      title: vote.title,
      votes: rows.map(({ name, delegation, choice }) => ({ name, delegation, choice })),
    })
  },
})
