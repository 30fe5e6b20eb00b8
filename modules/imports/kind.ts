import type { Day, Refusal, Result } from "@qiaoliang/basics"
import type { Recognised, SheetSpec } from "@qiaoliang/sheets"
import type { Ctx } from "#kit/server/world.ts"
import type { KindOutcome, Problem } from "./run.ts"

/** What a reader may know besides the sheet. Plain data: it crosses into the worker. */
export interface ReadContext {
  readonly file: string
  readonly sheet: string | null
  readonly asOf: Day
  readonly university: string
  readonly faculties: readonly string[]
  /** Short faculty names met before, with what they stood for. */
  readonly facultyAliases: Readonly<Record<string, string>>
}

/** The pure half of an import kind, loaded by the worker from `readerUrl`: exports `spec` and `read`. */
export interface Reader<R = unknown> {
  readonly spec: SheetSpec
  readonly read: (recognised: Recognised, context: ReadContext) => { records: R[]; problems: Problem[] }
}

/** A column of the staging table the worker fills with COPY; null for a kind whose records are applied in memory. */
export interface Staging {
  readonly columns: readonly { readonly name: string; readonly type: "text" | "integer" | "boolean" }[]
  /** Names of the record's fields, in the order of the columns. */
  readonly fields: readonly string[]
}

/** The impure half: what a module does with the records of one of its sheets. */
export interface ImportKind {
  readonly id: string
  readonly label: string
  readonly readerUrl: string
  readonly spec: SheetSpec
  /** Kinds are applied in this order: registers before the rosters that lean on them. */
  readonly order: number
  readonly staging?: Staging
  /** Temporal tables it writes: for the undo and for the check of the day. */
  readonly tables: readonly string[]
  /** Save what `staged` (a table name) or `records` hold from `asOf`; with `dry` only count. */
  readonly apply: (ctx: Ctx, given: Given) => Promise<Applied>
  /** Columns whose cells are for nobody to see before they are saved: no samples of them are shown. */
  readonly withheld?: readonly string[]
  /** Takes back what is not in temporal tables, or refuses. */
  readonly undo?: (ctx: Ctx, change: string) => Promise<Result<void, Refusal>>
}

export interface Given {
  readonly staged: string | null
  readonly records: readonly unknown[]
  readonly asOf: Day
  readonly change: string
  readonly dry: boolean
  readonly fileName: string
  /** The register is complete: whoever it does not name has left. */
  readonly complete: boolean
  /** Set where the importer answers for one faculty: records of another are errors. */
  readonly onlyFaculty: string | null
  /** How far the saving is, where it takes long. */
  readonly tell: (done: number, total: number) => void
}

export interface Applied {
  readonly outcome: Omit<KindOutcome, "kind" | "label" | "rows">
  readonly problems: readonly Problem[]
  /** Unions whose facts changed; `all` when a register changed. */
  readonly unions: readonly string[] | "all"
}
