import type { Day } from "@qiaoliang/basics"
import type { z } from "zod"
import type { list } from "./contract.ts"

/** One thing that waits for a person, in one of his or her capacities. */
export type Item = z.output<(typeof list)["output"]>["items"][number]

/** Late things first, then by deadline, then what has waited longest; without a deadline last. */
export function inOrder(items: readonly Item[], today: Day): Item[] {
  const last = "9999-12-31"
  return items
    .map((i) => ({ ...i, overdue: i.due !== undefined && i.due < today }))
    .toSorted(
      (a, b) => compare(a.due ?? last, b.due ?? last) || compare(a.since, b.since) || compare(a.id, b.id),
    )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
