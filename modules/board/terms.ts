/** Letters, digits and Chinese characters that stand beside each other, in one writing: full width, capitals and old forms aside. */
const runsOf = (words: string): readonly string[] =>
  words
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** A text as it is searched: runs with one space between them. */
export const plain = (words: string): string => runsOf(words).join(" ")

/**
 * What words are found by: every two characters that stand beside each other, and the last of a run by itself, so that one
 * character is found as the beginning of a term.
 */
export function termsOf(words: string): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const run of runsOf(words)) {
    const characters = [...run]
    for (let i = 0; i < characters.length; i++) terms.add(characters[i]! + (characters[i + 1] ?? ""))
  }
  return terms
}

/** What is looked up for words asked for: each pair exactly, or the beginning of a term where a run is one character. */
export interface Wanted {
  readonly pairs: readonly string[]
  readonly firsts: readonly string[]
}

/** Of long words the first so many pairs decide; the words themselves are compared after that. */
const most = 12

export function wantedOf(words: string): Wanted {
  const runs = runsOf(words).map((run) => [...run])
  const pairs = runs.flatMap((run) => run.slice(1).map((c, i) => run[i]! + c))
  const firsts = runs.filter((run) => run.length === 1).map(([c]) => c!)
  return { pairs: [...new Set(pairs)].slice(0, most), firsts: [...new Set(firsts)].slice(0, most) }
}
