import { hashOf } from "@qiaoliang/ledger"
import type { Category, Field, Outcome } from "#policy/practice/proposals.ts"
import type { answer, deed, proposal, rating, rules, signer, version } from "./schema.ts"

export type Proposal = Omit<typeof proposal.$inferSelect, "universityId">
export type Signer = Omit<typeof signer.$inferSelect, "universityId">
export type Version = Omit<typeof version.$inferSelect, "universityId">
export type Deed = Omit<typeof deed.$inferSelect, "universityId">
export type Answer = Omit<typeof answer.$inferSelect, "universityId"> & { readonly outcome: Outcome | string }
export type Rating = Omit<typeof rating.$inferSelect, "universityId">
export type RulesRow = Omit<typeof rules.$inferSelect, "universityId">
export type Rules = Omit<RulesRow, "categories"> & { readonly categories: readonly Category[] }

export type State = Proposal["state"]

/** Handed in and not decided: what the committee has before it. */
export const isBefore = (p: Pick<Proposal, "state">): boolean => p.state === "submitted"

/** Words can be changed by the first proposer. */
export const isOpenToChange = (p: Pick<Proposal, "state">): boolean =>
  p.state === "draft" || p.state === "returned"

/** The numbers of everybody who brings a proposal: its first proposer and those who agreed to join. */
export const proposersOf = (
  p: Pick<Proposal, "author">,
  signers: readonly Pick<Signer, "number" | "state">[],
): string[] => [p.author, ...signers.filter((s) => s.state === "accepted").map((s) => s.number)]

/** What the words come to: those who joined agreed to these, no others. */
export const wordsOf = (p: Pick<Proposal, "title" | "problem" | "analysis" | "suggestion">): string =>
  hashOf({ title: p.title, problem: p.problem, analysis: p.analysis, suggestion: p.suggestion })

/** The version of an answer, as the course is bound to it. */
export const answerHash = (a: Pick<Answer, "proposalId" | "version" | "outcome" | "text">): string =>
  hashOf({ proposal: a.proposalId, version: a.version, outcome: a.outcome, text: a.text })

export const fieldOf = (rules: Pick<Rules, "categories">, category: string): Field | undefined =>
  rules.categories.find((c) => c.name === category)?.field

export const sayNth = (nth: number | null): string => (nth === null ? "提案" : `第${nth}号提案`)

/** What stands in a proposal nobody has done anything with yet. */
export const blank = {
  nth: null,
  state: "draft",
  submittedOn: null,
  decidedOn: null,
  because: null,
  mergedInto: null,
  office: null,
  place: null,
  officeName: null,
  unit: null,
  course: null,
  step: null,
  outcome: null,
  answer: null,
  answeredOn: null,
  answers: 0,
  rating: null,
} as const satisfies Partial<Proposal>
