import { type Reading, read } from "./reading.ts"
import { compare, type Weigh, weightOf } from "./score.ts"
import { type Feature, lexiconOf, type Thesaurus } from "./thesaurus.ts"

export interface Near {
  readonly id: string
  /** 0 … 1; from 0.5 on the two are more likely one matter than two. */
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
  /** The most similar first, equals by id. Defaults: 5, from 0.35 on (worth showing to who writes; 0.5: worth merging). */
  nearest(text: string, options?: { readonly limit?: number; readonly atLeast?: number }): Near[]
}

/** A text in the index. `both` is the sum of a search that is under way, 0 between searches. */
interface Entry {
  readonly id: string
  readonly reading: Reading
  both: number
}

export function openIndex(thesaurus: Thesaurus): Index {
  const lexicon = lexiconOf(thesaurus)
  const entries = new Map<string, Entry>()
  const holders = new Map<string, Set<Entry>>()
  const weigh: Weigh = ({ key, kind }: Feature) => weightOf(kind, holders.get(key)?.size ?? 0, entries.size)

  const remove = (id: string) => {
    const entry = entries.get(id)
    if (!entry) return false
    entries.delete(id)
    for (const key of entry.reading.features.keys()) {
      const of = holders.get(key)
      of?.delete(entry)
      if (of?.size === 0) holders.delete(key)
    }
    return true
  }

  return {
    get size() {
      return entries.size
    },
    add(id, text) {
      remove(id)
      const entry: Entry = { id, reading: read(lexicon, text), both: 0 }
      entries.set(id, entry)
      for (const key of entry.reading.features.keys()) {
        const of = holders.get(key)
        if (of) of.add(entry)
        else holders.set(key, new Set([entry]))
      }
    },
    remove,
    nearest(text, { limit = 5, atLeast = 0.35 } = {}) {
      const reading = read(lexicon, text)
      const found: Near[] = []
      for (const entry of candidates(reading, atLeast)) {
        const { score, shared } = compare(reading, entry.reading, weigh)
        if (score > 0 && score >= atLeast) found.push({ id: entry.id, score, shared })
      }
      return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit)
    },
  }

  /** Those whose shared words weigh enough that they can reach `atLeast`. */
  function candidates(reading: Reading, atLeast: number): Entry[] {
    const touched: Entry[] = []
    for (const feature of reading.features.values()) {
      const weight = weigh(feature)
      for (const entry of holders.get(feature.key) ?? []) {
        if (entry.both === 0) touched.push(entry)
        entry.both += weight
      }
    }
    const out = touched.filter((entry) => entry.both > 0)
    for (const entry of touched) entry.both = 0
    void atLeast
    return out
  }
}
