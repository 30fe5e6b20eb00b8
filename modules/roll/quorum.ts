import type { Tx } from "#kit/server/db.ts"
import { delegatesOf } from "#modules/delegates/index.ts"
import { reaches, thresholds } from "#policy/practice/congress-rules.ts"
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
  const { share } = thresholds.quorum
  return {
    due,
    present,
    needed: Number((BigInt(due) * BigInt(share.num) + BigInt(share.den) - 1n) / BigInt(share.den)),
    met: reaches(thresholds.quorum, present, due),
  }
}

export async function quorumOf(tx: Tx, assemblyId: string): Promise<Quorum> {
  const voting = (await delegatesOf(tx, assemblyId)).filter((d) => d.voting)
  const here = await presentIn(tx, assemblyId)
  return quorumFrom(voting.length, voting.filter((d) => here.has(d.number)).length)
}
