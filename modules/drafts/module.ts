import type { Module } from "#kit/server/module.ts"
import { apply, change, create, drop, list, one, share } from "./served.ts"

export const draftsModule: Module = {
  name: "drafts",
  at: import.meta.url,
  clauses: ["3.9", "5.1", "10.3"],
  served: [list, one, create, change, share, drop, apply],
}
