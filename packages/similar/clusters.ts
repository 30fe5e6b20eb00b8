import { openIndex } from "./similar-index.ts"
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
  /** How similar its members are on average, pairs below the search's reach counted as 0. */
  readonly score: number
}

/** So many of each text's nearest are looked at: a matter told more often still grows, group by group. */
const most = 30
/** Below this share of `atLeast` a pair counts as not similar at all. */
const reach = 0.5

/**
 * Groups of texts that tell one matter. Two groups become one where their members are alike on average: one
 * pair alone never chains two groups together.
 */
export function clusters(
  thesaurus: Thesaurus,
  items: readonly { readonly id: string; readonly text: string }[],
  { atLeast = 0.5 }: { readonly atLeast?: number } = {},
): Cluster[] {
  const index = openIndex(thesaurus)
  const place = new Map(items.map(({ id }, at) => [id, at]))
  for (const { id, text } of items) index.add(id, text)
  const pairs: Pair[] = []
  for (const { id, text } of items)
    for (const near of index.nearest(text, { limit: most, atLeast: atLeast * reach }))
      if (place.get(id)! < place.get(near.id)!)
        pairs.push({ a: id, b: near.id, score: near.score, shared: near.shared })
  pairs.sort(
    (x, y) => y.score - x.score || place.get(x.a)! - place.get(y.a)! || place.get(x.b)! - place.get(y.b)!,
  )
  const score = new Map(pairs.map((p) => [`${p.a}\n${p.b}`, p.score]))
  const between = (a: string, b: string) => score.get(`${a}\n${b}`) ?? score.get(`${b}\n${a}`) ?? 0
  const alike = (one: readonly string[], other: readonly string[]) => {
    let sum = 0
    for (const x of one)
      for (const y of other) {
        const each = between(x, y)
        if (each < atLeast * reach) return false
        sum += each
      }
    return sum >= atLeast * one.length * other.length
  }
  const group = new Map<string, string[]>(items.map(({ id }) => [id, [id]]))
  for (const { a, b, score } of pairs) {
    if (score < atLeast) break
    const [one, other] = [group.get(a)!, group.get(b)!]
    if (one === other) continue
    if (!alike(one, other)) continue
    one.push(...other)
    for (const id of other) group.set(id, one)
  }
  const own = Map.groupBy(
    pairs.filter(({ a, b }) => group.get(a) === group.get(b)),
    ({ a }) => group.get(a)!,
  )
  return [...own].map(([ids, pairs]) => ({
    ids: ids.toSorted((x, y) => place.get(x)! - place.get(y)!),
    pairs,
    score: pairs.reduce((sum, { score }) => sum + score, 0) / ((ids.length * (ids.length - 1)) / 2),
  }))
}
