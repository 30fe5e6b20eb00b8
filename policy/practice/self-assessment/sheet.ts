import type { Limit } from "@qiaoliang/clause"
import type { ClauseId, QuestionId, UnionLevel } from "../../vocabulary.ts"

/** One line of a 自评表, as a year's form words it. */
export interface SheetRow {
  /** As printed: `3`. */
  readonly no: string
  readonly level: UnionLevel
  /** `core` ★ 核心指标; `observed` ▲ 观测指标, not yet required in that year. */
  readonly mark?: "core" | "observed"
  readonly text: string
  /** Clauses whose findings decide the row. */
  readonly clauses: readonly ClauseId[]
  /** Questions that decide it besides, where the Opinions have no such words. */
  readonly questions: readonly QuestionId[]
  /**
   * Where the row states a bound of its own: the clause whose measured value it is held against, and the
   * wider bound it admits when a reason is on file (row 3: 60 instead of 40).
   */
  readonly measured?: { readonly clause: ClauseId; readonly limit: Limit; readonly withReason?: Limit }
  /** Months within which the day a question is answered with must lie; later than that the row is 否. */
  readonly within?: Partial<Record<QuestionId, number>>
  /** Readings the row's wording allows, the usual one first; none: any. */
  readonly readings?: Partial<Record<ClauseId, readonly string[]>>
  /** 备注, with `{3.2}` for a finding's value and `{deputy-secretary}` for an answer. */
  readonly remark?: string
  /** Found in published forms; false: known from memory only, and editable by the university. */
  readonly confirmed: boolean
}

/** The form of one school year. */
export interface Sheet {
  /** 2023 for 2023—2024学年. */
  readonly schoolYear: number
  readonly title: string
  /** Column headings: 项目/指标, 结论, 备注. */
  readonly columns: readonly [item: string, conclusion: string, remark: string]
  readonly conclusions: { readonly yes: string; readonly no: string }
  readonly legend?: string
  /** Where the wording was read. */
  readonly source: string
  /** The school year whose form this is, where no later one is known. */
  readonly carriedFrom?: number
  readonly rows: readonly SheetRow[]
}
