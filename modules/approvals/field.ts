/** What a form asks, as data: the screens, the checks, the presentation and the documents all read it. */

interface Common {
  readonly key: string
  /** As the forms write it. */
  readonly label: string
  readonly optional?: true
  /** Asked only where a yes-no of the same form was answered so. */
  readonly when?: { readonly key: string; readonly is: boolean }
  readonly hint?: string
}

export type Plain = Common &
  (
    | { readonly type: "text"; readonly max: number; readonly min?: number; readonly long?: true }
    /** `YYYY-MM-DDTHH:MM` in China. */
    | { readonly type: "moment" }
    | { readonly type: "day" }
    | { readonly type: "count"; readonly unit: string; readonly max: number }
    /** Whole 分. */
    | { readonly type: "money" }
    | { readonly type: "choice"; readonly options: readonly string[] }
    | { readonly type: "yes-no" }
  )

/** A table to be filled in line by line. */
export interface Lines extends Common {
  readonly type: "lines"
  readonly columns: readonly Plain[]
  readonly most: number
  /** What a new line is called: 一项. */
  readonly one: string
}

export type Field = Plain | Lines

export type PlainValue = string | number | boolean
export type Line = Readonly<Record<string, PlainValue>>
export type Values = Readonly<Record<string, PlainValue | readonly Line[]>>

/** Whether a field is asked, given the other answers. */
export const isAsked = (field: Field, values: Values): boolean =>
  !field.when || (values[field.when.key] ?? false) === field.when.is

export const linesOf = (values: Values, key: string): readonly Line[] => {
  const value = values[key]
  return Array.isArray(value) ? (value as readonly Line[]) : []
}

export const numberOf = (value: PlainValue | readonly Line[] | undefined): number =>
  typeof value === "number" ? value : 0
