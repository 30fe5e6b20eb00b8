import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { editions } from "./editions.ts"

/** How many courses wait at one step of one procedure, without saying which. */
export interface Tally {
  readonly heading: string
  readonly count: number
  readonly late: number
  readonly due: Day | null
}

/** What waits for an office at a place: titles of procedures and counts, nothing of any matter. */
export async function tallyAt(tx: Tx, office: string, place: string, today: Day): Promise<readonly Tally[]> {
  const { rows } = await tx.client.query<Omit<Tally, "heading"> & { edition: string; at: number }>(
    `select c.edition, (c.state ->> 'at')::int as at, count(*)::int as count,
            (count(*) filter (where w.due < $4))::int as late, min(w.due) as due
     from course_waiting w join course c on c.university_id = w.university_id and c.id = w.course_id
     where w.university_id = $1 and w.office = $2 and w.place = $3 group by 1, 2`,
    [tx.university, office, place, today],
  )
  const procedures = await editions(
    tx,
    rows.map((r) => r.edition),
  )
  return rows.map(({ edition, at, ...counted }) => {
    const procedure = procedures.get(edition)!
    return { heading: `${procedure.title}：${procedure.steps[at]?.label ?? ""}`, ...counted }
  })
}
