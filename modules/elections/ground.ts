import { type Group, groupOf } from "@qiaoliang/ballot"
import type { Ctx } from "#kit/server/world.ts"
import { delegatesOf } from "#modules/delegates/index.ts"
import { presentIn, quorumOf } from "#modules/roll/index.ts"
import { candidatesOf } from "#modules/selection/index.ts"
import { nextOf, type Posted, postedBy } from "./ceremony.ts"
import type { Election } from "./election.ts"
import type { OfElection } from "./load.ts"
import { type Ground, requirementsOf } from "./requirements.ts"
import { issueOf, messagesOf } from "./store.ts"

export const groupFor = (e: Pick<Election, "group">): Promise<Group> => groupOf(e.group)

export async function postedOf(ctx: Ctx, e: Election): Promise<Posted> {
  return postedBy(e, e.method === "electronic" ? await messagesOf(ctx.tx, e) : [])
}

/** The delegates with a vote who are in the hall now. */
export async function votersHere(ctx: Ctx, assemblyId: string) {
  const here = await presentIn(ctx.tx, assemblyId)
  return (await delegatesOf(ctx.tx, assemblyId)).filter((d) => d.voting && here.has(d.number))
}

/** All that opening a vote looks at. */
export async function groundOf(ctx: Ctx, { election, assembly }: OfElection): Promise<Ground> {
  const posted = await postedOf(ctx, election)
  const determined =
    election.office === "presidium" && election.state === "preparing"
      ? new Set((await candidatesOf(ctx.tx, election.unionId, ctx.today)).map((c) => c.number))
      : null
  const issue = await issueOf(ctx.tx, election.id)
  return {
    election,
    assemblyOpen: assembly.state === "open",
    quorum: await quorumOf(ctx.tx, election.assemblyId),
    keysDone: election.trustees.filter((t) => nextOf(election, posted, t.index) === "done").length,
    blamed: posted.blames.length > 0,
    issued: issue && !concerned(election, issue.officer.number) ? issue.issued : null,
    lapsed: election.candidates.filter((c) => determined && !determined.has(c.number)).map((c) => c.name),
  }
}

/** Whoever gave out the ballots may not have become a candidate or a keeper of the key since. */
const concerned = (e: Election, number: string): boolean =>
  [...e.candidates, ...e.trustees].some((p) => p.number === number)

export const requirementsFor = async (ctx: Ctx, of: OfElection) => requirementsOf(await groundOf(ctx, of))
