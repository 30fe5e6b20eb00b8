import { type Actor, allowed, inCapacity, onlyFor, type Permission } from "#kit/server/actor.ts"
import { mayReadAssembly, mayServe, type OfAssembly } from "#modules/assembly/index.ts"
import type { Delegate } from "#modules/delegates/index.ts"
import type { Proposal } from "./proposal.ts"

/** A proposal with the numbers of everybody who brings it, of those merged into it as well. */
export interface Brought {
  readonly proposal: Pick<Proposal, "author" | "office" | "place">
  readonly proposers: readonly string[]
}

const brings = (actor: Actor, { proposers }: Pick<Brought, "proposers">): boolean =>
  actor.number !== "" && proposers.includes(actor.number)

/** 所提不得自审 */
const own: Permission = {
  refusal: {
    code: "not-allowed",
    because: "自己提出或参与联名的提案，不能自己审查、办理",
    cure: "由提案工作委员会或承办单位的其他人员办理",
  },
}

/** Writing: a delegate with a vote. */
export const mayPropose = (
  actor: Actor,
  { delegate }: { readonly delegate: Pick<Delegate, "voting"> | undefined },
): Permission => (actor.number !== "" && delegate?.voting ? allowed() : onlyFor("本次大会的正式代表", "1.3"))

/** One's own words: the first proposer. */
export const mayKeep = (actor: Actor, { proposal }: Pick<Brought, "proposal">): Permission =>
  actor.number !== "" && actor.number === proposal.author ? allowed() : onlyFor("提案人本人")

/** Joining: whoever was asked. */
export const maySign = (actor: Actor, { asked }: { readonly asked: readonly string[] }): Permission =>
  actor.number !== "" && asked.includes(actor.number) ? allowed() : onlyFor("受邀联名的代表本人")

/** The window, the categories, the numbers: the committee on proposals, and who prepares the assembly. */
export const maySettle = (actor: Actor, of: Pick<OfAssembly, "team">): Permission =>
  mayServe(actor, of, ["proposals", "preparatory"])

/** First review, merging, filing: the committee, nobody on what he or she brought. */
export function mayReview(
  actor: Actor,
  of: Pick<OfAssembly, "team"> & { readonly brought: readonly Pick<Brought, "proposers">[] },
): Permission {
  const serves = mayServe(actor, of, ["proposals"])
  if ("refusal" in serves) return serves
  return of.brought.some((b) => brings(actor, b)) ? own : serves
}

/** Writing an answer: everybody of the office it was given to, its clerks as well; they do not hand it on. */
export function mayAnswer(actor: Actor, brought: Brought): Permission {
  const { office, place } = brought.proposal
  const as = inCapacity(actor, (c) => c.office === office && c.scope.id === place)
  if (!as) return onlyFor("承办单位", "1.4")
  return brings(actor, brought) ? own : allowed(as)
}

/** The whole of it, with names: who brings it, who serves in the assembly, the offices over the union, who answers. */
export function mayReadOne(actor: Actor, of: OfAssembly & Brought & { readonly asked: readonly string[] }) {
  if (brings(actor, of) || (actor.number !== "" && of.asked.includes(actor.number))) return allowed()
  const answering = mayAnswer(actor, of)
  return "as" in answering ? answering : mayReadAssembly(actor, of)
}

export const mayReadAll = (actor: Actor, of: OfAssembly): Permission => mayReadAssembly(actor, of)

export const anyone = (): Permission => allowed()
