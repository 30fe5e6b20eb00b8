import type { Module } from "#kit/server/module.ts"
import { batch } from "./actions/batch.ts"
import { clearDay, setDay } from "./actions/days.ts"
import { move } from "./actions/move.ts"
import { addStep, endStep } from "./actions/steps.ts"
import type { CourseKind, Kinds } from "./kind.ts"
import { tellLate } from "./late.ts"
import { calendar, ledger } from "./queries/calendar.ts"
import { list } from "./queries/list.ts"
import { one } from "./queries/one.ts"
import { procedures } from "./queries/procedures.ts"

export const kindsOf = (kinds: readonly CourseKind[]): Kinds => new Map(kinds.map((k) => [k.procedure.id, k]))

/** The register of courses, told the procedures of the rooms above it. */
export function coursesModule(all: readonly CourseKind[]): Module {
  const kinds = kindsOf(all)
  return {
    name: "courses",
    at: import.meta.url,
    clauses: ["9.1"],
    served: [
      one(kinds),
      list(kinds),
      move(kinds),
      batch(kinds),
      procedures(kinds),
      addStep(kinds),
      endStep,
      calendar,
      setDay,
      clearDay,
      ledger,
    ],
    appendOnly: ["procedure_edition"],
    jobs: [
      { name: "late", title: "检查逾期", cron: "10 7 * * *", run: async (ctx) => void (await tellLate(ctx)) },
    ],
  }
}
