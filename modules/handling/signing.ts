import type { Actor } from "#kit/server/actor.ts"
import { capacityFor } from "#modules/courses/index.ts"
import { usualClock } from "#policy/practice/needs.ts"
import type { HandlingRow } from "./handling.ts"
import { handlingBy } from "./procedure.ts"

/** Whether the person signs answers for the office a need lies with: its head. */
export function signs(actor: Actor, row: Pick<HandlingRow, "office" | "place">): boolean {
  if (!row.office) return false
  const by = handlingBy(row.office, usualClock).steps.find((s) => s.id === "approved")!.by[0]!
  return capacityFor(actor, by, row.place ?? "") !== undefined
}
