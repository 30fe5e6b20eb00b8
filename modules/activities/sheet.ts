/** One line of a list of those who were there, once the register has said who it is. */
export interface ReadLine {
  readonly row: number
  readonly number: string
  readonly name: string
  readonly faculty: string
  readonly grade: number
  readonly kind: "undergraduate" | "graduate"
}

export interface ReadProblem {
  /** `error` keeps the whole list out. */
  readonly kind: "error" | "notice"
  readonly row: number
  readonly because: string
  readonly cure: string | null
}

export interface Read {
  readonly lines: readonly ReadLine[]
  readonly problems: readonly ReadProblem[]
}
