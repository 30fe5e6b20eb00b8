import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"

/** What is on its way for a union: the handover of its chair lists it. */
export async function openCoursesOf(
  tx: Tx,
  unionId: string,
): Promise<readonly { id: string; title: string; since: Day }[]> {
  const { rows } = await tx.client.query<{ id: string; title: string; since: Day }>(
    `select id, title, since from course
     where university_id = $1 and union_id = $2 and status = 'open' order by id`,
    [tx.university, unionId],
  )
  return rows
}
