import type { Ctx } from "#kit/server/world.ts"
import type { Counts, ElectionState, Result } from "./election.ts"
import { type OfElection, tell } from "./load.ts"
import { outcomeOf } from "./outcome.ts"
import { record } from "./recording.ts"
import { changeElection } from "./store.ts"

/**
 * The counts are in: who is elected; or the vote is void, because more ballots were recovered than given out.
 * Throws where an electronic count does not add up: that cannot be, and nothing may be announced from it.
 */
export async function conclude(ctx: Ctx, of: OfElection, counts: Counts): Promise<ElectionState> {
  const { election } = of
  const present = election.present!
  if (election.method === "electronic" && !addsUp(counts))
    throw new Error("the sums of an election do not add up")
  const outcome = outcomeOf(counts.candidates, { seats: election.seats, present, tie: election.tie })
  const result: Result = { ...counts, present, outcome }
  const isVoid = counts.recovered > counts.issued
  const state = isVoid ? "void" : "counted"
  await changeElection(ctx.tx, [election.id], {
    state,
    countedOn: ctx.today,
    result,
    because: isVoid
      ? `收回选票${counts.recovered}张，多于发出的${counts.issued}张，选举无效，应重新投票`
      : null,
  })
  await record(ctx, election.id, { kind: state, result })
  ctx.note({ election: election.id, recovered: counts.recovered, elected: outcome.elected.length })
  await tell(ctx, "counted", election)
  return state
}

/** Ballots counted are no more than given out, and each candidate's verdicts are as many as the ballots. */
const addsUp = (c: Counts): boolean =>
  c.recovered <= c.issued &&
  c.valid + c.invalid === c.recovered &&
  c.candidates.every((x) =>
    x.against === null || x.abstain === null
      ? x.for + (c.blank ?? 0) <= c.valid
      : x.for + x.against + x.abstain + x.illegible === c.valid,
  )
