import type { ConcernSource } from "#kit/server/concern.ts"
import type { Module } from "#kit/server/module.ts"
import { mine } from "./queries/mine.ts"

/** The student's own page, filled by what the other rooms answer (`concerns` in their index). */
export const homeModule = (sources: readonly ConcernSource[]): Module => ({
  name: "home",
  at: import.meta.url,
  clauses: ["1.2"],
  served: [mine(sources)],
})
