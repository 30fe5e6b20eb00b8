/** One sheet of an uploaded workbook and what it is read as. */
export interface SheetPlan {
  readonly sheet: string | null
  /** Id of the import kind; null: this sheet is left out. */
  readonly kind: string | null
  readonly titles: readonly string[]
  readonly headerRows: readonly number[]
  readonly rows: number
  readonly columns: readonly {
    readonly index: number
    readonly header: string
    readonly key: string | null
    readonly confidence: string
    readonly samples: readonly string[]
  }[]
  readonly missing: readonly string[]
}

/** Something wrong or worth telling about one row of a sheet. Only an `error` stops the import. */
export interface Problem {
  readonly file: string
  readonly sheet: string | null
  readonly row: number | null
  readonly column?: string
  readonly cell?: string
  readonly kind: "refused" | "error" | "notice"
  readonly because: string
  readonly clause?: string
  readonly cure?: string
}

/** What an import does, or did, to one kind of record. */
export interface KindOutcome {
  readonly kind: string
  readonly label: string
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly closed: number
  readonly same: number
  /** Where to go on from here. */
  readonly next?: { readonly label: string; readonly href: string }
}

export interface Outcome {
  readonly kinds: readonly KindOutcome[]
  /** At most `maxProblems`, errors first; the counts say how many there are. */
  readonly problems: readonly Problem[]
  readonly counts: { readonly error: number; readonly refused: number; readonly notice: number }
}

export const maxProblems = 2000

const order = { error: 0, refused: 1, notice: 2 } as const

export function summarise(kinds: readonly KindOutcome[], problems: readonly Problem[]): Outcome {
  const counts = { error: 0, refused: 0, notice: 0 }
  for (const p of problems) counts[p.kind]++
  const sorted = [...problems].sort((a, b) => order[a.kind] - order[b.kind] || (a.row ?? 0) - (b.row ?? 0))
  return { kinds, problems: sorted.slice(0, maxProblems), counts }
}
