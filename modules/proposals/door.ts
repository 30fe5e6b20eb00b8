import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Ctx } from "#kit/server/world.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { delegateOf } from "#modules/delegates/index.ts"
import type { Outcome } from "#policy/practice/proposals.ts"
import { outcomeOf } from "./present.ts"
import { blank, fieldOf, type Proposal } from "./proposal.ts"
import { insertProposal, proposalsIn, rulesOf } from "./store.ts"

/** What the hall and the assembly's agenda show of a proposal. */
export interface ProposalLine {
  readonly id: string
  readonly nth: number | null
  readonly title: string
  readonly category: string
  readonly state: Proposal["state"]
  readonly step: Proposal["step"]
  readonly office: string | null
  readonly outcome: Outcome | null
  readonly rating: Proposal["rating"]
}

/** Those handed in at an assembly, by number; no names, no words. */
export const proposalsOf = async (tx: Tx, assemblyId: string): Promise<readonly ProposalLine[]> =>
  (await proposalsIn(tx, assemblyId)).map((p) => ({
    id: p.id,
    nth: p.nth,
    title: p.title,
    category: p.category,
    state: p.state,
    step: p.step,
    office: p.unit ?? p.officeName,
    outcome: outcomeOf(p),
    rating: p.rating,
  }))

export interface From {
  readonly assemblyId: string
  readonly title: string
  readonly problem: string
  readonly analysis?: string
  readonly suggestion?: string
  readonly category?: string
  /** The record it comes from: the room, its id, and how a reader names it. */
  readonly source: { readonly topic: string; readonly id: string; readonly label: string }
}

/** A draft of the delegate acting, made of another room's record (needs that many share). Answers its id. */
export async function proposeFrom(ctx: Ctx, from: From): Promise<Result<string, Refusal>> {
  const of = await theAssembly(ctx, { assembly: from.assemblyId })
  if (!of.ok) return of
  const seat = await delegateOf(ctx.tx, from.assemblyId, ctx.actor.number)
  if (!seat?.voting) return refuse("not-allowed", "只有本次大会的正式代表可以提出提案", { clause: "1.3" })
  const category = from.category ?? ""
  const rules = await rulesOf(ctx.tx, from.assemblyId)
  const id = newId(ctx.now.getTime())
  await insertProposal(ctx.tx, {
    id,
    assemblyId: from.assemblyId,
    kind: "individual",
    delegation: seat.delegation,
    author: ctx.actor.number,
    authorName: seat.name,
    named: false,
    category,
    field: fieldOf(rules ?? { categories: [] }, category) ?? "",
    title: from.title,
    problem: from.problem,
    analysis: from.analysis ?? "",
    suggestion: from.suggestion ?? "",
    ...blank,
    source: from.source,
    changedAt: ctx.now,
  })
  return ok(id)
}
