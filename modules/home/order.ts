import type { Concern } from "#kit/server/concern.ts"

const rank = { todo: 0, news: 1, plain: 2 } as const
const last = "9999-12-31"

/** What waits first, then what is new; within it by the last day, else as its room gave it. */
export function inOrder(of: readonly Concern[]): (Concern & { state: "todo" | "news" | "plain" })[] {
  return of
    .map((c) => ({ ...c, state: c.state ?? "plain" }))
    .toSorted((a, b) => rank[a.state] - rank[b.state] || compare(a.by ?? last, b.by ?? last))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
