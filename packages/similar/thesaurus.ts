/**
 * What a field's words mean to each other. A line is words of one meaning, parted by spaces; its first word names it.
 * A word may stand on several lines: it then means all of them.
 */
export interface Thesaurus {
  /** What a text is about: 洗衣机, 选课. */
  readonly things: readonly string[]
  /** Where it is; against, where both texts name a place and none in common. */
  readonly places: readonly string[]
  /** Things so often named that they tell little: 通知, 材料. */
  readonly settings: readonly string[]
  /** What is wrong, and the wish that says the same: 太少 = 希望增加. */
  readonly complaints: readonly string[]
  /** Words of which a matter has one: two texts with different ones are different matters. Each slot: its values, as lines. */
  readonly slots: Readonly<Record<string, readonly string[]>>
  /**
   * Slots whose value is a number before a noun: 12栋, 第二食堂. The nouns as a regular expression; the place they are;
   * what stands for the number, if not up to three digits or Chinese ones.
   */
  readonly numbered: Readonly<
    Record<string, { readonly nouns: string; readonly place?: string; readonly numeral?: string }>
  >
  /** Words of the field that say nothing by themselves: 同学, 学校. */
  readonly plain: readonly string[]
  /** Phrases to be left out wherever they stand: 老师好, 请回复. */
  readonly phrases: readonly string[]
}

export type Kind = "thing" | "place" | "setting" | "complaint" | "slot" | "plain"

/** One meaning a text carries. */
export interface Feature {
  readonly key: string
  readonly kind: Kind
  /** The word to show. */
  readonly word: string
  readonly slot?: string
}

/** A thesaurus made ready for reading texts. */
export interface Lexicon {
  /** The longest word that starts at `at`, with its meanings. */
  longest(
    text: string,
    at: number,
  ): { readonly length: number; readonly means: readonly Feature[] } | undefined
  /** The meanings of the longest word that starts at `at`, ends by `end` and has at most so many characters. */
  within(text: string, at: number, end: number, most: number): readonly Feature[]
  readonly phrases: RegExp | undefined
  readonly numbered: readonly { readonly slot: string; readonly pattern: RegExp; readonly place?: Feature }[]
}

const usual = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"

export function lexiconOf(thesaurus: Thesaurus): Lexicon {
  const words = new Map<string, Feature[]>()
  const add = (line: string, kind: Kind, slot?: string) => {
    const [word = "", ...others] = line.toLowerCase().split(" ").filter(Boolean)
    const feature: Feature = { key: `${slot ?? kind}:${word}`, kind, word, ...(slot ? { slot } : {}) }
    for (const each of [word, ...others]) words.set(each, [...(words.get(each) ?? []), feature])
  }
  for (const line of thesaurus.things) add(line, "thing")
  for (const line of thesaurus.places) add(line, "place")
  for (const line of thesaurus.settings) add(line, "setting")
  for (const line of thesaurus.complaints) add(line, "complaint")
  for (const [slot, lines] of Object.entries(thesaurus.slots))
    for (const line of lines) add(line, "slot", slot)
  for (const word of thesaurus.plain) if (!words.has(word)) words.set(word, [])
  const longestOf = new Map<string, number>()
  for (const word of words.keys())
    longestOf.set(word[0]!, Math.max(longestOf.get(word[0]!) ?? 0, word.length))
  return {
    longest(text, at) {
      for (let length = longestOf.get(text[at]!) ?? 0; length > 0; length--) {
        const means = words.get(text.slice(at, at + length))
        if (means && at + length <= text.length) return { length, means }
      }
      return undefined
    },
    within(text, at, end, most) {
      for (let length = Math.min(end - at, most, longestOf.get(text[at]!) ?? 0); length > 1; length--) {
        const means = words.get(text.slice(at, at + length))
        if (means?.length) return means
      }
      return []
    },
    phrases: thesaurus.phrases.length
      ? new RegExp(
          [...thesaurus.phrases]
            .sort((a, b) => b.length - a.length)
            .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
            .join("|"),
          "g",
        )
      : undefined,
    numbered: Object.entries(thesaurus.numbered).map(([slot, { nouns, place, numeral = usual }]) => ({
      slot,
      ...(place ? { place: { key: `place:${place}`, kind: "place" as const, word: place } } : {}),
      pattern: new RegExp(`(?<![a-z0-9])第?(${numeral})(?:${nouns})`, "g"),
    })),
  }
}
