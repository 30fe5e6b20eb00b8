import type { Module } from "#kit/server/module.ts"
import { history, list, one, structure } from "./served.ts"

export const unions: Module = {
  name: "unions",
  at: import.meta.url,
  clauses: ["2.1", "2.2b", "2.3", "3.9", "11.1"],
  served: [list, one, history, structure],
}
