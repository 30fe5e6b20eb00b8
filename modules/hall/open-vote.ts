import { reaches, type Threshold, thresholds } from "#policy/practice/congress-rules.ts"
import type { Counts, Rule } from "./deeds.ts"

export type Choice = "for" | "against" | "abstain"

export interface Outcome extends Counts {
  /** In the hall when the vote was opened: what the share is taken of. */
  readonly present: number
  /** Of those present, nothing said. */
  readonly silent: number
  readonly passed: boolean
  /** Fewest in favour that would have carried it. */
  readonly needed: number
  /** The sum written out, as it is read to the assembly. */
  readonly arithmetic: string
}

export const thresholdOf = (rule: Rule): Threshold => thresholds[rule]

export const spellRule: Readonly<Record<Rule, string>> = {
  decision: "到会代表的过半数",
  amendment: "到会代表的三分之二以上",
}

/** The fewest of `present` that reach the threshold; one more than all of none. */
export function fewest(rule: Rule, present: number): number {
  const { share, strict } = thresholdOf(rule)
  const [num, den] = [BigInt(share.num), BigInt(share.den)]
  const product = BigInt(present) * num
  const floor = product / den
  return Math.max(1, Number(strict || product % den !== 0n ? floor + 1n : floor))
}

export const sumOf = (c: Counts): number => c.for + c.against + c.abstain

export function outcomeOf(rule: Rule, present: number, counts: Counts): Outcome {
  const passed = reaches(thresholdOf(rule), counts.for, present)
  const needed = fewest(rule, present)
  const { num, den } = thresholdOf(rule).share
  const than = thresholdOf(rule).strict ? (passed ? ">" : "≤") : passed ? "≥" : "<"
  return {
    for: counts.for,
    against: counts.against,
    abstain: counts.abstain,
    present,
    silent: present - sumOf(counts),
    passed,
    needed,
    arithmetic: `赞成${counts.for}÷到会${present} ${than} ${num}/${den}（须${spellRule[rule]}，至少${needed}票）`,
  }
}

/** How many said what, by each person's last word. */
export function countOf(last: Iterable<Choice>): Counts {
  const counts = { for: 0, against: 0, abstain: 0 }
  for (const choice of last) counts[choice]++
  return counts
}
