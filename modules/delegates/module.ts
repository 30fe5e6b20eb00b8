import type { Module } from "#kit/server/module.ts"

export const delegatesModule: Module = {
  name: "delegates",
  at: import.meta.url,
  clauses: ["6.2"],
  served: [],
}
