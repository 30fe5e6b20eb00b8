import type { Place } from "@qiaoliang/clause"
import type { PostKind, UnionKind, UnionLevel } from "#policy/vocabulary.ts"

export interface RosterUnion {
  /** As the roster names it: 机械学院学生会. */
  readonly name: string
  readonly level: UnionLevel
  readonly kind: UnionKind
  /** As the register writes it, where it could be found there. */
  readonly faculty?: string
}

/** One line of a union's roster. */
export interface RosterRecord {
  readonly place: Place
  readonly union: RosterUnion
  /** Where the union begins in the workbook. */
  readonly at: Place
  /** None for the presidium. */
  readonly department?: string
  /** Where the department begins: its grouping row where there is one. */
  readonly departmentAt?: Place
  readonly kind: PostKind
  readonly title: string
  readonly name: string
  /** 学号 as written, tidied; the register decides whether there is such a student. */
  readonly number: string | null
  /** The person's faculty as the register writes it, and year of entry, where the roster says. */
  readonly faculty: string | null
  readonly grade: number | null
  /** What the roster itself says; the register and the results decide. */
  readonly claimed: Claimed
  readonly origin?: "faculty-union" | "other"
  readonly originWritten?: string
}

export interface Claimed {
  readonly political?: string
  readonly rank?: string
  readonly fails?: string
  readonly faculty?: string
  readonly grade?: string
}
