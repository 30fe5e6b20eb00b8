import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { coursesByIds } from "#modules/courses/index.ts"
import type { Proposal } from "./proposal.ts"

export interface Clock {
  readonly due: Day | null
  readonly late: boolean
}

/** The deadline each filed proposal stands under, by its course. */
export async function clocksOf(
  tx: Tx,
  proposals: readonly Pick<Proposal, "id" | "course">[],
  today: Day,
): Promise<(id: string) => Clock> {
  const courses = await coursesByIds(
    tx,
    proposals.flatMap((p) => (p.course ? [p.course] : [])),
  )
  const bySubject = new Map(courses.filter((c) => c.state.status === "open").map((c) => [c.subject, c]))
  return (id) => {
    const due = bySubject.get(id)?.due ?? null
    return { due, late: due !== null && due < today }
  }
}
