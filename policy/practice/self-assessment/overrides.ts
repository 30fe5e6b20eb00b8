import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Sheet, SheetRow } from "./sheet.ts"

/** What a university changed in a year's form, by level and row number: `school/12`. Stored as it is. */
export type Overrides = Readonly<Record<string, Override>>

export interface Override {
  readonly text?: string
  readonly mark?: "core" | "observed" | null
  readonly remark?: string
  readonly questions?: SheetRow["questions"]
  readonly clauses?: SheetRow["clauses"]
  /** The form of that year has no such row. */
  readonly removed?: boolean
  /** The university has seen the official form and vouches for the wording. */
  readonly confirmed?: boolean
}

export const overrideKey = (row: Pick<SheetRow, "level" | "no">): string => `${row.level}/${row.no}`

/** Merge; new numbers are added at the end of their level. Rows found in published forms are refused. */
export function withOverrides(sheet: Sheet, overrides: Overrides): Result<Sheet, Refusal> {
  const known = new Map(sheet.rows.map((row) => [overrideKey(row), row]))
  const added: SheetRow[] = []
  for (const [key, change] of Object.entries(overrides)) {
    const row = known.get(key)
    if (row?.confirmed)
      return refuse("not-allowed", `第${row.no}项的文字见于公开的自评表，不能修改`, { at: key })
    if (row) continue
    const [level, no] = key.split("/")
    if ((level !== "school" && level !== "faculty") || !no || !change.text)
      return refuse("invalid", `“${key}”不是自评表的项目，或没有文字`, { at: key })
    added.push(merged({ no, level, text: change.text, clauses: [], questions: [], confirmed: false }, change))
  }
  const rows = sheet.rows.flatMap((row) => {
    const change = overrides[overrideKey(row)]
    return change?.removed ? [] : [change ? merged(row, change) : row]
  })
  return ok({ ...sheet, rows: [...rows, ...added] })
}

function merged({ mark, ...row }: SheetRow, { removed: _, mark: newMark, ...change }: Override): SheetRow {
  const kept = newMark === undefined ? mark : newMark
  return { ...row, ...change, ...(kept ? { mark: kept } : {}) }
}
