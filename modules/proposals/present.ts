import type { OfAssembly } from "#modules/assembly/index.ts"
import type { Outcome } from "#policy/practice/proposals.ts"
import type { Whole } from "./load.ts"
import type { Answer, Proposal, Rules } from "./proposal.ts"

export const presentAssembly = ({ assembly, union }: OfAssembly) => ({
  id: assembly.id,
  name: assembly.name,
  union: union.name,
})

export const presentRules = (rules: Rules | undefined) =>
  rules
    ? {
        opensOn: rules.opensOn,
        closesOn: rules.closesOn,
        jointLeast: rules.jointLeast,
        answerDays: rules.answerDays,
        categories: rules.categories,
      }
    : null

export const outcomeOf = (p: Pick<Proposal, "outcome">): Outcome | null => p.outcome as Outcome | null

export const presentAnswer = (a: Answer) => ({
  outcome: a.outcome as Outcome,
  text: a.text,
  byName: a.byName,
  at: a.at.toISOString(),
})

/** Who may be named in public: those who brought it, or what was merged into it, and agreed to be. */
function namesInPublic({ proposal, signers, merged }: Omit<Whole, "proposers" | "asked">): string[] {
  const names = [{ proposal, signers }, ...merged].flatMap((part) => [
    ...(part.proposal.named ? [part.proposal.authorName] : []),
    ...part.signers.filter((s) => s.state === "accepted" && s.named).map((s) => s.name),
  ])
  return [...new Set(names)]
}

/** Everybody who brings it, for those who may read the whole. */
export const namesOf = ({ proposal, signers }: Pick<Whole, "proposal" | "signers">): string[] => [
  proposal.authorName,
  ...signers.filter((s) => s.state === "accepted").map((s) => s.name),
]

/** White-list of the public page: the answer once approved, names by consent. */
export const presentPublic = (whole: Whole) => {
  const p = whole.proposal
  return {
    id: p.id,
    nth: p.nth,
    title: p.title,
    category: p.category,
    field: p.field,
    state: p.state as "filed" | "suggestion",
    step: p.step,
    office: p.officeName ? (p.unit ?? p.officeName) : null,
    outcome: outcomeOf(p),
    answer: p.answer,
    answeredOn: p.answeredOn,
    rating: p.rating,
    proposers: namesInPublic(whole),
    merged: whole.merged.length,
  }
}
