import type { Cell, Fraction, Line, Moved, Shared } from "@qiaoliang/apportion"
import type { Terms } from "./terms.ts"

/** What was asked and whether the allocation keeps it; `clause` of the Opinions, or the practice it comes from. */
export interface Check {
  readonly id: string
  readonly clause: "6.3" | "6.4" | null
  readonly source: string
  readonly ok: boolean
  readonly says: string
  readonly value: string
  readonly limit: string
}

/** One change of the terms. `field` as in the file: `total`, `floors.eachGrade`, `societySeats`. */
export interface Change {
  readonly field: string
  readonly from: number
  readonly to: number
}

export interface Infeasible {
  readonly because: string
  /** What can't be kept together: no smaller set collides. */
  readonly collide: readonly {
    readonly id: string
    readonly says: string
    readonly clause: string | null
    readonly source: string
  }[]
  /** Ways out, smallest first. */
  readonly ways: readonly { readonly says: string; readonly changes: readonly Change[] }[]
}

/** How many people of a kind the notice asks each group for. */
export interface Ask {
  readonly id: string
  readonly name: string
  readonly need: number
  /** Of so many delegates. */
  readonly of: number
  readonly lines: readonly Line[]
}

/** Seats by group and grade, with every number on the way. */
export interface Seats {
  /** Rows, columns and cells by the formula alone carry no arithmetic of rows and columns. */
  readonly by: { readonly faculties: Shared; readonly grades: Shared } | null
  readonly moved: readonly Moved[]
  readonly cells: readonly (readonly Cell[])[]
  readonly facultySeats: readonly number[]
  readonly gradeSeats: readonly number[]
  /** Σ (seats − quota)²; proven least where `proof` is there. */
  readonly deviation: number
  readonly proof: { readonly rows: readonly number[]; readonly columns: readonly number[] } | null
}

export interface Allocation {
  readonly terms: Terms
  readonly students: number
  readonly faculties: readonly string[]
  readonly grades: readonly string[]
  /** Seats in the table; where societies are inside, theirs come on top within `total`. */
  readonly tableTotal: number
  readonly total: number
  /** The least total raised from 1 % to what coverage and floors need. */
  readonly raised: { readonly from: number; readonly to: number } | null
  readonly seats: Seats | null
  readonly societies: Shared | null
  readonly asks: readonly Ask[]
  /** Who votes: the table, the societies, 当然代表. */
  readonly delegates: number
  /** Candidates to be put up for the seats that groups and societies elect. */
  readonly candidates: { readonly surplus: Fraction; readonly total: number } | null
  readonly checks: readonly Check[]
  readonly infeasible: Infeasible | null
}
