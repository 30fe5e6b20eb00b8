import type { Module } from "#kit/server/module.ts"
import { again, apart, merge, unmerge } from "./actions.ts"
import { count, done, groups } from "./queries.ts"

/** The same matter told twice becomes one. */
export const mergingModule: Module = {
  name: "merging",
  at: import.meta.url,
  clauses: ["1.3", "1.4"],
  served: [groups, count, done, merge, unmerge, apart, again],
}
