import type { Day } from "@qiaoliang/basics"

export interface Person {
  readonly number: string
  readonly name: string
}

export interface Attendee extends Person {
  /** Null: the roll has not been called. */
  readonly presence: "present" | "leave" | "absent" | null
}

export interface Paper {
  readonly id: string
  readonly name: string
}

/** How many must be present: more than half of the presidium, or stricter by the union's own rule. */
export type Quorum = "half" | "two-thirds" | "all"

export interface Rules {
  readonly version: number
  readonly matters: readonly string[]
  readonly quorum: Quorum
  readonly source: string
}

/**
 * Where a union settled nothing: what the Opinions and the offices' practice treat as important (7.4, 9.4,
 * 10.4), and a meeting of more than half. The union edits the list; the quorum it can only raise.
 */
export const usualRules: Rules = {
  version: 0,
  matters: [
    "年度、学期工作计划和总结",
    "规章制度的制定和修订",
    "工作部门的设置和工作人员的遴选、调整",
    "学生代表大会的筹备",
    "面向全校的重大活动",
    "经费预算、决算和物资的使用",
    "对外联系与合作",
    "评奖评优、推荐推优名单",
  ],
  quorum: "half",
  source: "系统建议，本会尚未议定",
}

/** Whether so many of the members are enough to meet. */
export function isQuorate(quorum: Quorum, present: number, members: number): boolean {
  if (members === 0) return false
  if (quorum === "all") return present === members
  return quorum === "two-thirds" ? present * 3 >= members * 2 : present * 2 > members
}

/** The fewest present that are enough. */
export function fewest(quorum: Quorum, members: number): number {
  for (let n = 0; n <= members; n++) if (isQuorate(quorum, n, members)) return n
  return members
}

export const sayQuorum: Record<Quorum, string> = {
  half: "主席团成员过半数",
  "two-thirds": "主席团成员三分之二以上",
  all: "主席团全体成员",
}

export type Choice = "for" | "against" | "abstain"

export interface Tally {
  readonly for: number
  readonly against: number
  readonly abstain: number
  readonly present: number
  readonly passed: boolean
}

/** Passed with more than half of those present; an abstention is no assent. */
export function tally(votes: readonly { readonly choice: Choice }[], present: number): Tally {
  const count = (choice: Choice) => votes.filter((v) => v.choice === choice).length
  const assent = count("for")
  return {
    for: assent,
    against: count("against"),
    abstain: count("abstain"),
    present,
    passed: assent * 2 > present,
  }
}

export const present = (all: readonly Attendee[] | null): readonly Attendee[] =>
  (all ?? []).filter((a) => a.presence === "present")

/** What comes next in a meeting's life, one thing at a time. */
export type Step =
  | "wait"
  | "open"
  | "roll"
  | "no-quorum"
  | "confirm"
  | "item"
  | "vote"
  | "count"
  | "close"
  | "minutes"
  | "end"

export interface Progress {
  readonly state: "convened" | "open" | "closed" | "cancelled"
  readonly day: Day
  readonly rollCalled: boolean
  readonly quorate: boolean
  readonly toConfirm: number
  readonly pending: number
  /** Votes still missing on what is put to the vote; null: nothing is. */
  readonly votesMissing: number | null
  readonly confirmed: boolean
}

export function nextStep(p: Progress, today: Day): Step {
  if (p.state === "cancelled") return "end"
  if (p.state === "convened") return today < p.day ? "wait" : "open"
  if (p.state === "closed") return p.confirmed ? "end" : "minutes"
  if (!p.rollCalled) return "roll"
  if (p.votesMissing !== null) return p.votesMissing > 0 ? "vote" : "count"
  if (!p.quorate) return "no-quorum"
  if (p.toConfirm > 0) return "confirm"
  return p.pending > 0 ? "item" : "close"
}
