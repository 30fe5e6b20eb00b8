import { type Run, tick, type Words } from "./paper.ts"

/**
 * Characters that a page cannot show or that would let a word disguise itself: control characters,
 * directional overrides, halves of surrogate pairs. A text file, XML and Typst all choke on some of them.
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "")

/** The runs of a text: printable, never empty strings, links only to the web or to mail. */
export function runsOf(words: Words): Run[] {
  const runs = typeof words === "string" ? [{ text: words }] : words
  return runs.flatMap((run): Run[] => {
    const text = printable(run.text)
    if (text === "" && run.mark === undefined) return []
    const { href, ...rest } = run
    return href !== undefined && /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(href)
      ? [{ ...rest, text, href: printable(href) }]
      : [{ ...rest, text }]
  })
}

/** What a text says, with the ticks. */
export const plain = (runs: readonly Run[]): string =>
  runs.map((run) => (run.mark ? tick[run.mark] : "") + run.text).join("")
