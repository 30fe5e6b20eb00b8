import type { Module } from "#kit/server/module.ts"
import type { Ctx } from "#kit/server/world.ts"
import { rejudge } from "./register.ts"
import { list, matrix, one } from "./served.ts"

/** Something a clause asks about changed: judge the unions it touched, in the same transaction. */
async function changed(ctx: Ctx, { unions }: Record<string, unknown>): Promise<void> {
  await rejudge(ctx, unions === "all" ? null : (unions as string[]))
}

export const findings: Module = {
  name: "findings",
  at: import.meta.url,
  clauses: [
    "1.1",
    "2.1",
    "2.2b",
    "3.2",
    "3.3",
    "3.4",
    "3.5",
    "3.6",
    "3.7",
    "3.8a",
    "3.8b",
    "3.9",
    "4.1",
    "4.3",
    "5.6",
    "6.3",
    "6.4",
  ],
  served: [list, matrix, one],
  on: { "records.changed": changed, "charter.changed": changed, "offices.changed": changed },
}
