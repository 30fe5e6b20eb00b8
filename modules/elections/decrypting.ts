import {
  type Group,
  type Owned,
  ownedText,
  type Election as Read,
  resultOf,
  type Trustees,
} from "@qiaoliang/ballot"
import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type Adding, append, type HeadRow } from "./casting/chain.ts"
import { conclude } from "./conclude.ts"
import type { ElectionState } from "./election.ts"
import type { OfElection } from "./load.ts"
import { countsOf } from "./questions.ts"
import { issueOf } from "./store.ts"

export const decryptionEvent = (owner: number, payload: string): Adding => ({
  type: "PartialDecryption",
  payloads: [payload, ownedText(owner, payload)],
  owner,
})

interface Opened {
  readonly group: Group
  readonly read: Read
  readonly trustees: Trustees
  readonly tally: string
  readonly all: readonly Owned[]
}

/** Enough partial decryptions: the sums, the last event of the archive, and who is elected. */
export async function resultIfEnough(
  ctx: Ctx,
  of: OfElection,
  head: HeadRow,
  { group, read, trustees, tally, all }: Opened,
): Promise<Result<ElectionState, Refusal>> {
  const { rows } = await ctx.tx.client.query<{ n: number }>(
    `select count(distinct credential)::int as n from election_event
     where university_id = $1 and election_id = $2 and type = 'Ballot'`,
    [ctx.tx.university, of.election.id],
  )
  const counted = rows[0]!.n
  const result = resultOf(group, read, trustees, tally, all, counted)
  if (!result.ok) return refuse("invalid", result.error)
  await append(ctx.tx, head, [{ type: "Result", payloads: [result.value] }])
  const issued = (await issueOf(ctx.tx, of.election.id))!.issued
  return ok(await conclude(ctx, of, countsOf(of.election, result.value, { issued, counted })))
}
