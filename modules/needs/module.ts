import type { Module } from "#kit/server/module.ts"

export const needs: Module = {
  name: "needs",
  at: import.meta.url,
  clauses: ["1.3"],
  served: [],
  appendOnly: ["need_merge"],
}
