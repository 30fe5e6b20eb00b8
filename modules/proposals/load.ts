import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type OfAssembly, theAssembly } from "#modules/assembly/index.ts"
import type { Brought } from "./abilities.ts"
import { type Proposal, proposersOf, type Signer } from "./proposal.ts"
import { mergedInto, proposalById, signersOf } from "./store.ts"

export interface Whole extends Brought {
  readonly proposal: Proposal
  readonly signers: readonly Signer[]
  /** Those merged into it, each with who joined it. */
  readonly merged: readonly { readonly proposal: Proposal; readonly signers: readonly Signer[] }[]
  /** Everybody asked to join it, whatever was answered. */
  readonly asked: readonly string[]
}

export interface OfProposal extends OfAssembly, Whole {}

/** Proposals with who brings them, those merged into them included. */
export async function wholeOf(ctx: Ctx, proposals: readonly Proposal[]): Promise<Whole[]> {
  const merged = await mergedInto(
    ctx.tx,
    proposals.map((p) => p.id),
  )
  const signers = await signersOf(
    ctx.tx,
    [...proposals, ...merged].map((p) => p.id),
  )
  const byId = Map.groupBy(signers, (s) => s.proposalId)
  const of = (p: Proposal) => ({ proposal: p, signers: byId.get(p.id) ?? [] })
  return proposals.map((proposal) => {
    const parts = merged.filter((m) => m.mergedInto === proposal.id).map(of)
    const all = [of(proposal), ...parts]
    return {
      ...of(proposal),
      merged: parts,
      proposers: [...new Set(all.flatMap((a) => proposersOf(a.proposal, a.signers)))],
      asked: (byId.get(proposal.id) ?? []).map((s) => s.number),
    }
  })
}

const find =
  (hold: boolean) =>
  async (ctx: Ctx, { id }: { id: string }): Promise<Result<OfProposal, Refusal>> => {
    const proposal = await proposalById(ctx.tx, id, hold)
    if (!proposal) return refuse("not-found", "没有这件提案")
    const of = await theAssembly(ctx, { assembly: proposal.assemblyId })
    if (!of.ok) return of
    const [whole] = await wholeOf(ctx, [proposal])
    return ok({ ...of.value, ...whole! })
  }

export const theProposal = find(false)

/** As `theProposal`, held until the transaction ends. */
export const theProposalHeld = find(true)

/** Several proposals of one assembly, held, for one decision over all of them. */
export async function theProposals(
  ctx: Ctx,
  { ids }: { ids: readonly string[] },
): Promise<Result<OfAssembly & { readonly brought: readonly Whole[] }, Refusal>> {
  const proposals: Proposal[] = []
  // In one order, so that two decisions over the same proposals wait for each other and do not lock up.
  for (const id of [...new Set(ids)].toSorted()) {
    const found = await proposalById(ctx.tx, id, true)
    if (!found) return refuse("not-found", "没有这件提案", { at: "ids" })
    proposals.push(found)
  }
  const assemblies = new Set(proposals.map((p) => p.assemblyId))
  if (assemblies.size !== 1) return refuse("invalid", "一次只处理同一次大会的提案", { at: "ids" })
  const of = await theAssembly(ctx, { assembly: [...assemblies][0]! })
  if (!of.ok) return of
  return ok({ ...of.value, brought: await wholeOf(ctx, proposals) })
}
