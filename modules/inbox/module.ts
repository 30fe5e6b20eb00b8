import type { Module } from "#kit/server/module.ts"
import { count, type InboxSource, list } from "./queries/list.ts"

/** The inbox, filled by what the other modules answer (`inboxItems` in their index). */
export const inboxModule = (sources: readonly InboxSource[]): Module => ({
  name: "inbox",
  at: import.meta.url,
  clauses: ["9.1"],
  served: [list(sources), count(sources)],
})
