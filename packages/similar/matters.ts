/** One matter as several students tell it, with other matters that share its words. */
export interface Matter {
  readonly told: readonly string[]
  readonly others: readonly string[]
}

/** Matters from lines: an empty line parts them, `~` begins a line that tells another matter. */
export function mattersIn(text: string): readonly Matter[] {
  return text
    .trim()
    .split("\n\n")
    .map((lines) => lines.split("\n"))
    .map((lines) => ({
      told: lines.filter((line) => !line.startsWith("~")),
      others: lines.filter((line) => line.startsWith("~")).map((line) => line.slice(1)),
    }))
}
