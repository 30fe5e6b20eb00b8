import { diffArrays } from "diff"

/** A stretch of words that stayed, went or came. */
export interface Stretch {
  readonly kind: "same" | "gone" | "new"
  readonly text: string
}

/** One paragraph as the comparison shows it. */
export interface Paragraph {
  readonly kind: "same" | "gone" | "new" | "changed"
  readonly parts: readonly Stretch[]
}

/** A changed paragraph is shown in one piece while at least this share of it stayed. */
const alike = 0.4

/**
 * What changed between two texts, paragraph by paragraph; in a paragraph that was changed, word by word, words
 * being those of Chinese where the browser knows them.
 */
export function changesBetween(before: string, after: string): readonly Paragraph[] {
  const out: Paragraph[] = []
  let gone: string[] = []
  let fresh: string[] = []
  const settle = () => {
    out.push(...paired(gone, fresh))
    gone = []
    fresh = []
  }
  for (const part of diffArrays(paragraphs(before), paragraphs(after))) {
    if (part.removed) gone.push(...part.value)
    else if (part.added) fresh.push(...part.value)
    else {
      settle()
      out.push(...part.value.map((text) => whole("same", text)))
    }
  }
  settle()
  return out
}

const paragraphs = (text: string): string[] => (text ? text.split("\n") : [])

const whole = (kind: "same" | "gone" | "new", text: string): Paragraph => ({ kind, parts: [{ kind, text }] })

/** Paragraphs that took each other's place, in order; those too unlike stand apart. */
function paired(gone: readonly string[], fresh: readonly string[]): Paragraph[] {
  const out: Paragraph[] = []
  let next = 0
  for (const old of gone) {
    const at = fresh.findIndex((text, i) => i >= next && share(old, text) >= alike)
    if (at < 0) {
      out.push(whole("gone", old))
      continue
    }
    out.push(...fresh.slice(next, at).map((text) => whole("new", text)))
    out.push({ kind: "changed", parts: stretches(old, fresh[at]!) })
    next = at + 1
  }
  return [...out, ...fresh.slice(next).map((text) => whole("new", text))]
}

function share(a: string, b: string): number {
  const stayed = stretches(a, b).reduce((n, s) => (s.kind === "same" ? n + s.text.length : n), 0)
  return stayed / Math.max(a.length, b.length, 1)
}

const stretches = (a: string, b: string): Stretch[] =>
  diffArrays(words(a), words(b)).map((part) => ({
    kind: part.added ? "new" : part.removed ? "gone" : "same",
    text: part.value.join(""),
  }))

const segmenter = new Intl.Segmenter("zh", { granularity: "word" })

const words = (text: string): string[] => Array.from(segmenter.segment(text), (s) => s.segment)
