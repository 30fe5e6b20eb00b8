import type { Day } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Outcome } from "./outcome.ts"
import type * as shape from "./shapes.ts"

export type Office = z.infer<typeof shape.office>
export type Mode = z.infer<typeof shape.mode>
export type Method = z.infer<typeof shape.method>
export type TieRule = z.infer<typeof shape.tie>
export type GroupName = z.infer<typeof shape.group>
export type ElectionState = z.infer<typeof shape.state>

export type Person = Readonly<z.infer<typeof shape.person>>

export interface Candidate extends Person {
  readonly faculty: string
  readonly grade: number | null
  /** As 5.3 says where the candidate comes from; null for another office. */
  readonly source: string | null
  /** The course that determined the candidate (5.2, 5.5). */
  readonly course: string | null
}

/** Who keeps a part of the key; the index counts from 1 and is the owner in the archive. */
export interface Trustee extends Person {
  readonly index: number
}

export type Trust = Readonly<z.infer<typeof shape.trust>>

/** One round of one vote. */
export interface Election {
  readonly id: string
  readonly assemblyId: string
  readonly unionId: string
  /** The name the archive gives it. */
  readonly uuid: string
  /** Id of the first round. */
  readonly series: string
  readonly previous: string | null
  readonly round: number
  readonly title: string
  readonly office: Office
  /** 主席团成员, or what else is elected. */
  readonly post: string
  readonly seats: number
  readonly mode: Mode
  readonly method: Method
  readonly group: GroupName
  readonly tie: TieRule
  readonly candidates: readonly Candidate[]
  readonly trust: Trust
  readonly trustees: readonly Trustee[]
  /** Counts up when the making of keys begins anew. */
  readonly attempt: number
  readonly tellers: readonly Person[]
  readonly state: ElectionState
  /** The election rules as adopted. */
  readonly rules: string | null
  readonly rulesBasis: string | null
  readonly rulesOn: Day | null
  /** 实到代表 of this vote: those present when ballots were given out. */
  readonly present: number | null
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly countedOn: Day | null
  readonly announcedOn: Day | null
  readonly courseId: string | null
  readonly ratifiedOn: Day | null
  readonly filedOn: Day | null
  readonly receipt: string | null
  readonly because: string | null
  readonly result: Result | null
}

/** 票数 of one candidate. Against and abstaining are not counted on an electronic 差额 ballot. */
export interface Count extends Person {
  readonly for: number
  readonly against: number | null
  readonly abstain: number | null
  /** 部分无效: the mark on this name could not be read. Paper only. */
  readonly illegible: number
}

/** What came out of the box, before anybody is elected. */
export interface Counts {
  readonly issued: number
  readonly recovered: number
  readonly valid: number
  readonly invalid: number
  /** Blank ballots of an electronic 差额 vote. */
  readonly blank: number | null
  readonly candidates: readonly Count[]
  /** 另选他人. Paper only. */
  readonly writeIns: readonly { readonly name: string; readonly for: number }[]
}

export interface Result extends Counts {
  readonly present: number
  readonly outcome: Outcome
}

/** In the order of strokes of the surname, as ballots list names (姓氏笔画). */
const strokes = new Intl.Collator("zh-Hans-u-co-stroke")
export const byStrokes = <P extends Person>(people: readonly P[]): P[] =>
  people.toSorted((a, b) => strokes.compare(a.name, b.name) || (a.number < b.number ? -1 : 1))

/** 等额 where everybody can be elected; 差额 where somebody must miss. */
export const modeFor = (candidates: number, seats: number): Mode => (candidates > seats ? "surplus" : "equal")

export const answers = ["赞成", "反对", "弃权"] as const
