import { type Index, openIndex } from "./similar-index.ts"
import type { Thesaurus } from "./thesaurus.ts"

export interface Pair {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly shared: readonly string[]
}

/** Texts proposed as one matter. */
export interface Cluster {
  /** In the order they were given. */
  readonly ids: readonly string[]
  /** The pairs that speak for it, the strongest first. */
  readonly pairs: readonly Pair[]
}

/** So many of each text's nearest are looked at: a matter told more often still grows, group by group. */
const looked = 30
/** A pair below this share of `atLeast` keeps two groups apart. */
const least = 0.5

/**
 * Groups of texts that tell one matter. Two groups become one where their members are alike on average and no two
 * are strangers: one pair alone never chains two groups together.
 */
export function clusters(
  thesaurus: Thesaurus,
  items: readonly { readonly id: string; readonly text: string }[],
  { atLeast = 0.5 }: { readonly atLeast?: number } = {},
): Cluster[] {
  const index = openIndex(thesaurus)
  const place = new Map(items.map(({ id }, at) => [id, at]))
  for (const { id, text } of items) index.add(id, text)
  const found = new Map<string, Pair>()
  for (const { id, text } of items)
    for (const { id: other, score, shared } of index.nearest(text, { limit: looked, atLeast })) {
      if (other === id) continue
      const [a, b] = place.get(id)! < place.get(other)! ? [id, other] : [other, id]
      found.set(JSON.stringify([a, b]), { a, b, score, shared })
    }
  const pairs = [...found.values()].sort(
    (x, y) => y.score - x.score || place.get(x.a)! - place.get(y.a)! || place.get(x.b)! - place.get(y.b)!,
  )
  const group = new Map<string, string[]>(items.map(({ id }) => [id, [id]]))
  for (const { a, b } of pairs) {
    const [one, other] = [group.get(a)!, group.get(b)!]
    if (one === other || !alike(index, one, other, atLeast)) continue
    one.push(...other)
    for (const id of other) group.set(id, one)
  }
  const inside = Map.groupBy(
    pairs.filter(({ a, b }) => group.get(a) === group.get(b)),
    ({ a }) => group.get(a)!,
  )
  return [...inside].map(([ids, pairs]) => ({
    ids: ids.toSorted((x, y) => place.get(x)! - place.get(y)!),
    pairs,
  }))
}

function alike(index: Index, one: readonly string[], other: readonly string[], atLeast: number): boolean {
  let sum = 0
  for (const a of one)
    for (const b of other) {
      const score = index.alike(a, b)
      if (score < atLeast * least) return false
      sum += score
    }
  return sum >= atLeast * one.length * other.length
}
