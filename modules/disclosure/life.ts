import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"

/** Where the working version of a disclosure stands. What is published is a version of its own beside it. */
export type State = "draft" | "submitted" | "approved" | "published" | "taken-down"
export type Move = "draft" | "edit" | "submit" | "approve" | "return" | "publish" | "take-down"

export const states: readonly State[] = ["draft", "submitted", "approved", "published", "taken-down"]

const table: Readonly<Record<Move, { from: readonly State[]; to: State; cure: string }>> = {
  draft: { from: states, to: "draft", cure: "" },
  // Any change is a new version, and a new version has nobody's approval.
  edit: { from: states, to: "draft", cure: "" },
  submit: { from: ["draft"], to: "submitted", cure: "草稿才能送审" },
  approve: { from: ["submitted"], to: "approved", cure: "送审后才能审核" },
  return: { from: ["submitted", "approved"], to: "draft", cure: "送审后才能退回" },
  publish: { from: ["approved"], to: "published", cure: "先由审核人审核同意" },
  "take-down": { from: states, to: "taken-down", cure: "" },
}

const told: Record<State, string> = {
  draft: "草稿",
  submitted: "待审核",
  approved: "已审核",
  published: "已公开",
  "taken-down": "已撤下",
}

/** The state after a move, or why it cannot be made now. */
export function advance(state: State, move: Move): Result<State, Refusal> {
  const { from, to, cure } = table[move]
  if (from.includes(state)) return ok(to)
  return refuse("conflict", `这份公开材料现为“${told[state]}”，不能这样办理`, { cure })
}

/** What an approval speaks about: exactly this content and no other. */
export interface Approval {
  readonly version: number
  readonly sha256: string
}

/** Whether an approval still covers the version at hand. */
export const covers = (approval: Approval | null, version: { number: number; sha256: string }): boolean =>
  approval !== null && approval.version === version.number && approval.sha256 === version.sha256
