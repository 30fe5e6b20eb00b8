import type { Module } from "#kit/server/module.ts"

export const rollModule: Module = {
  name: "roll",
  at: import.meta.url,
  clauses: ["6.1"],
  served: [],
  appendOnly: ["assembly_attendance"],
}
