import { type Outcome, outcomes } from "#policy/practice/proposals.ts"
import type { Clock } from "./clocks.ts"
import type { Proposal } from "./proposal.ts"

export const kindNames = { individual: "个人提案", joint: "联名提案", delegation: "代表团提案" } as const
const ratingNames = { satisfied: "满意", fairly: "基本满意", unsatisfied: "不满意" } as const

type Keys<T> = (keyof T & string)[]
const keysOf = <T extends object>(of: T) => Object.keys(of) as Keys<T>

/** The numbers of a congress's proposals, as its report tells them. Pure. */
export function tallyOf(all: readonly Proposal[], clock: (id: string) => Clock) {
  const of = (state: Proposal["state"]) => all.filter((p) => p.state === state)
  const filed = of("filed")
  const merged = of("merged")
  const answered = filed.filter((p) => p.answeredOn !== null)
  const late = filed.filter((p) => clock(p.id).late)
  return {
    received: all.length,
    kinds: keysOf(kindNames).map((k) => ({
      name: kindNames[k],
      count: all.filter((p) => p.kind === k).length,
    })),
    merged: merged.length,
    into: new Set(merged.map((p) => p.mergedInto)).size,
    filed: filed.length,
    suggestions: of("suggestion").length,
    declined: of("declined").length,
    withdrawn: of("withdrawn").length,
    pending: of("submitted").length + of("returned").length,
    categories: [...Map.groupBy(all, (p) => p.category)].map(([name, those]) => ({
      name,
      field: those[0]?.field ?? "",
      received: those.length,
      filed: those.filter((p) => p.state === "filed").length,
    })),
    offices: [...Map.groupBy(filed, (p) => p.unit ?? p.officeName ?? "待交办")].map(([name, those]) => ({
      name,
      filed: those.length,
      answered: those.filter((p) => p.answeredOn !== null).length,
      late: those.filter((p) => clock(p.id).late).length,
    })),
    answered: answered.length,
    late: late.length,
    outcomes: (keysOf(outcomes) as Outcome[]).map((outcome) => ({
      outcome,
      name: outcomes[outcome],
      count: answered.filter((p) => p.outcome === outcome).length,
    })),
    ratings: keysOf(ratingNames).map((rating) => ({
      rating,
      name: ratingNames[rating],
      count: filed.filter((p) => p.rating === rating).length,
    })),
    reasons: of("declined").map((p) => ({ nth: p.nth, title: p.title, because: p.because ?? "" })),
  }
}

export type Tally = ReturnType<typeof tallyOf>
