import { type Reading, read } from "./reading.ts"
import { agreement, lowered, noSums, ratioOf, type Sums, sumsOf, type Term, weightOf } from "./score.ts"
import { type Feature, lexiconOf, type Thesaurus } from "./thesaurus.ts"

export interface Near {
  readonly id: string
  /** 0 … 1; from 0.5 on the two are proposed as one matter. */
  readonly score: number
  /** The words in which they agree, the most telling first. */
  readonly shared: readonly string[]
}

/** Texts by their words; in memory, changed one text at a time. Answers depend on what is in it, not on how it came in. */
export interface Index {
  readonly size: number
  /** Puts a text in; an id that is there already gets the new text. */
  add(id: string, text: string): void
  /** Whether it was there. */
  remove(id: string): boolean
  /** The score of two texts that are in it, the same either way round; unknown ids throw. */
  alike(a: string, b: string): number
  /** The most similar first, equals by id. Defaults: 5, from 0.3 on (worth showing to who writes; 0.5: worth merging). */
  nearest(text: string, options?: { readonly limit?: number; readonly atLeast?: number }): Near[]
}

/** A meaning with the texts that have it; its weight holds for the index as it was at `at`. */
interface Held extends Term {
  readonly feature: Feature
  readonly holders: Set<Entry>
  at: number
}

/** A text in the index; `search` and `shared` belong to the search that met it last. */
interface Entry {
  readonly id: string
  readonly letters: Reading["letters"]
  readonly terms: readonly Held[]
  sums: Sums
  at: number
  search: number
  shared: Sums
}

/** A search looks at about so many texts: the most similar share rare words, and it takes a millisecond. */
const reach = 700

export function openIndex(thesaurus: Thesaurus): Index {
  const lexicon = lexiconOf(thesaurus)
  const entries = new Map<string, Entry>()
  const held = new Map<string, Held>()
  let now = 0
  let searches = 0
  let pairs = 0

  const hold = (feature: Feature): Held => ({
    feature,
    kind: feature.kind,
    word: feature.word,
    slot: feature.slot,
    holders: new Set(),
    weight: 0,
    mark: 0,
    pair: 0,
    at: -1,
  })
  const weighed = (terms: readonly Held[]): readonly Held[] => {
    for (const term of terms) {
      if (term.at === now) continue
      term.weight = weightOf(term.kind, term.holders.size, entries.size)
      term.at = now
    }
    return terms
  }
  const sums = (entry: Entry): Sums => {
    if (entry.at !== now) {
      entry.sums = sumsOf(weighed(entry.terms))
      entry.at = now
    }
    return entry.sums
  }
  const remove = (id: string) => {
    const entry = entries.get(id)
    if (!entry) return false
    entries.delete(id)
    for (const term of entry.terms) {
      term.holders.delete(entry)
      if (term.holders.size === 0) held.delete(term.feature.key)
    }
    now++
    return true
  }

  /**
   * The texts found by the rarest meanings, as many as `reach` of them, with all they share added up. What half of
   * all texts say finds none by itself, it only adds to those found.
   */
  function met(terms: readonly Held[]): Entry[] {
    const search = ++searches
    for (const term of terms) term.mark = search
    const rarest = terms
      .filter((term) => term.holders.size > 0)
      .sort((a, b) => a.holders.size - b.holders.size || (a.feature.key < b.feature.key ? -1 : 1))
    const out: Entry[] = []
    let looked = 0
    for (const { holders } of rarest) {
      if (looked > 0 && looked + holders.size > reach) break
      looked += holders.size
      for (const entry of holders) {
        if (entry.search === search) continue
        entry.search = search
        out.push(entry)
      }
    }
    for (const entry of out) {
      const shared = noSums()
      for (const term of entry.terms) if (term.mark === search) shared[term.kind] += term.weight
      entry.shared = shared
    }
    return out
  }

  return {
    get size() {
      return entries.size
    },
    add(id, text) {
      remove(id)
      const { features, letters } = read(lexicon, text)
      const terms = [...features.values()].map((feature) => {
        const known = held.get(feature.key)
        if (known) return known
        const fresh = hold(feature)
        held.set(feature.key, fresh)
        return fresh
      })
      const entry: Entry = { id, letters, terms, sums: noSums(), at: -1, search: 0, shared: noSums() }
      entries.set(id, entry)
      for (const term of terms) term.holders.add(entry)
      now++
    },
    remove,
    alike(a, b) {
      const [one, other] = [entries.get(a), entries.get(b)]
      if (!one || !other) throw new Error(`not in the index: ${one ? b : a}`)
      const [own, others] = [sums(one), sums(other)]
      const pair = ++pairs
      const shared = noSums()
      for (const term of one.terms)
        if (term.holders.has(other)) {
          term.pair = pair
          shared[term.kind] += term.weight
        }
      const factor = lowered(one.terms, other.terms, shared, (term) => term.pair === pair)
      return factor * ratioOf(own, others, shared, agreement(one.letters, other.letters))
    },
    nearest(text, { limit = 5, atLeast = 0.3 } = {}) {
      const { features, letters } = read(lexicon, text)
      const terms = weighed([...features.values()].map((feature) => held.get(feature.key) ?? hold(feature)))
      const own = sumsOf(terms)
      const found: { entry: Entry; score: number }[] = []
      let least = atLeast
      const bounded: { entry: Entry; bound: number }[] = []
      for (const entry of met(terms)) {
        const bound = ratioOf(own, sums(entry), entry.shared, 0)
        if (bound >= atLeast) bounded.push({ entry, bound })
      }
      bounded.sort((a, b) => b.bound - a.bound)
      const search = searches
      for (const { entry, bound } of bounded) {
        if (bound < least) break
        const pair = ++pairs
        for (const term of entry.terms) if (term.mark === search) term.pair = pair
        const factor = lowered(terms, entry.terms, entry.shared, (term) => term.pair === pair)
        if (bound * factor < least) continue
        const score = factor * ratioOf(own, entry.sums, entry.shared, agreement(letters, entry.letters))
        if (score < least || score === 0) continue
        found.push({ entry, score })
        if (found.length >= 4 * limit) least = Math.max(least, kept(found, limit).at(-1)!.score)
      }
      return kept(found, limit).map(({ entry, score }) => ({
        id: entry.id,
        score,
        shared: words(terms, entry),
      }))
    },
  }
}

/** Leaves only the best in the list, in order. */
function kept(found: { entry: Entry; score: number }[], limit: number) {
  found.sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
  found.length = Math.min(found.length, limit)
  return found
}

function words(terms: readonly Held[], entry: Entry): string[] {
  const shared = terms.filter((term) => term.holders.has(entry))
  return [
    ...new Set(
      shared.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).map((term) => term.word),
    ),
  ]
}
