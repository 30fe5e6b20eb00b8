import type { Day } from "@qiaoliang/basics"

export const kinds = ["congress", "general"] as const
export type Kind = (typeof kinds)[number]

export const states = ["preparing", "convened", "open", "closed", "cancelled"] as const
export type AssemblyState = (typeof states)[number]

/** One congress of delegates, or one general assembly of all students of a small faculty. */
export interface Assembly {
  readonly id: string
  readonly unionId: string
  readonly kind: Kind
  /** 明湖大学第三十三次学生代表大会 */
  readonly name: string
  /** Planned day, until it was opened on one. */
  readonly day: Day
  readonly time: string
  readonly place: string
  readonly state: AssemblyState
  readonly proposedOn: Day
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly cancelledBecause: string | null
}
