import type { Cluster } from "@qiaoliang/similar"
import type { HandlingState } from "#modules/handling/index.ts"

/** Needs proposed as one matter. */
export interface Group {
  /** The first raised first. */
  readonly ids: readonly string[]
  /** Of its strongest pair, 0 … 1. */
  readonly score: number
  /** Words in which its members agree, the most telling first. */
  readonly shared: readonly string[]
}

type Pairs = readonly (readonly [string, string])[]
const named = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
const wordsShown = 6

/** The clusters as groups, without members that are gone, and with nobody beside whom he was said not to belong to. */
export function groupsOf(
  clusters: readonly Cluster[],
  { apart, open }: { readonly apart: Pairs; readonly open: ReadonlySet<string> },
): readonly Group[] {
  const never = new Set(apart.map(([a, b]) => named(a, b)))
  return clusters
    .flatMap((cluster) => parted(cluster, never, open))
    .toSorted((x, y) => y.score - x.score || (x.ids[0]! < y.ids[0]! ? -1 : 1))
}

function parted({ ids, pairs }: Cluster, never: ReadonlySet<string>, open: ReadonlySet<string>): Group[] {
  const members = ids.filter((id) => open.has(id))
  const group = new Map<string, string[]>(members.map((id) => [id, [id]]))
  const standing = pairs.filter(({ a, b }) => group.has(a) && group.has(b))
  for (const { a, b } of standing) {
    const [one, other] = [group.get(a)!, group.get(b)!]
    if (one === other || one.some((x) => other.some((y) => never.has(named(x, y))))) continue
    one.push(...other)
    for (const id of other) group.set(id, one)
  }
  return [...new Set(group.values())]
    .filter((of) => of.length > 1)
    .map((of) => {
      const speaking = standing.filter(({ a, b }) => of.includes(a) && of.includes(b))
      return {
        ids: ids.filter((id) => of.includes(id)),
        score: Math.max(...speaking.map((p) => p.score)),
        shared: [...new Set(speaking.flatMap((p) => p.shared))].slice(0, wordsShown),
      }
    })
}

const far: Readonly<Record<HandlingState, number>> = {
  declined: 0,
  sorting: 1,
  sent: 2,
  accepted: 3,
  answered: 4,
  done: 5,
}

/** Into which the others go unless the desk says otherwise: the one furthest in handling, the first raised of equals. */
export const leadOf = (members: readonly { readonly id: string; readonly state: HandlingState }[]): string =>
  members.reduce((best, m) => (far[m.state] > far[best.state] ? m : best)).id
