import type { Module } from "#kit/server/module.ts"
import { faculties, one, search } from "./queries/students.ts"
import { countUncounted } from "./student-body.ts"

export const people: Module = {
  name: "people",
  at: import.meta.url,
  clauses: ["4.1", "4.3"],
  served: [search, one, faculties],
  onStart: countUncounted,
}
