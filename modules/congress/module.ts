import type { Module } from "#kit/server/module.ts"

export const congressModule: Module = {
  name: "congress",
  at: import.meta.url,
  clauses: ["6.1", "6.3", "6.4"],
  served: [],
}
