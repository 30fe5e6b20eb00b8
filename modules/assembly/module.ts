import type { Module } from "#kit/server/module.ts"
import { head } from "./queries/head.ts"

export const assemblyModule: Module = {
  name: "assembly",
  at: import.meta.url,
  clauses: ["6.1", "6.5"],
  served: [head],
}
