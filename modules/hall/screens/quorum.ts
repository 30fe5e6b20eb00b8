interface Quorum {
  readonly due: number
  readonly present: number
  readonly needed: number
}

/** The numbers of a quorum, for a sentence. */
export const numbersOf = ({
  due,
  present,
  needed,
}: Quorum): Record<"due" | "present" | "needed", number> => ({
  due,
  present,
  needed,
})
