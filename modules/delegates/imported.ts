/** One line of a list handed in, once the register has said who it is. */
export interface ReadLine {
  readonly row: number | null
  readonly number: string
  readonly name: string
  readonly delegation: string
  readonly source: "class" | "organisation"
  readonly society: string | null
}

export interface ReadProblem {
  /** `error` keeps the whole list out. */
  readonly kind: "error" | "notice"
  readonly row: number | null
  readonly because: string
  readonly cure: string | null
}

/** A list as it was read: who would be seated, what stands against it. */
export interface Read {
  readonly lines: readonly ReadLine[]
  readonly problems: readonly ReadProblem[]
}
