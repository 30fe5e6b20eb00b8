/**
 * How binding a clause is, by its own words:
 * `must` 须、必须、应当、不… · `principle` 原则上 · `general` 一般 · `may` 可、探索.
 */
export type Force = "must" | "principle" | "general" | "may"

/**
 * What judging a clause can find. `explained` deviates with a reason on file; `unknown` means the
 * evidence that would decide it is not in the system, and is never shown as met.
 */
export type Verdict = "met" | "explained" | "warning" | "violated" | "unknown"

/** From best to worst, for sorting and for summing up several findings into one. */
export const verdicts: readonly Verdict[] = ["met", "explained", "unknown", "warning", "violated"]

export const worst = (all: readonly Verdict[]): Verdict =>
  all.reduce<Verdict>((a, b) => (verdicts.indexOf(b) > verdicts.indexOf(a) ? b : a), "met")

/** A reason on file for deviating from a clause. Only an approved one excuses a `principle`. */
export interface Explanation {
  readonly id?: string
  readonly clause: string
  /** The part it is about (a department, say); none: the whole unit. */
  readonly subject?: string
  readonly reason: string
  readonly approved: boolean
}

/** What a deviation from a clause of this force comes to, given what is on file. */
export function deviation(force: Force, onFile: Explanation | undefined): Verdict {
  switch (force) {
    case "must":
      return "violated"
    case "principle":
      return onFile?.approved ? "explained" : "violated"
    case "general":
      return onFile ? "explained" : "warning"
    case "may":
      return "met"
  }
}
