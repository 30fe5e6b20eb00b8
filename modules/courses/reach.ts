import type { Holding } from "@qiaoliang/procedure"
import type { Tx } from "#kit/server/db.ts"
import type { Course } from "./course.ts"
import { coursesByIds } from "./store.ts"
import { heldAs, waitingAmong, waits } from "./waiting.ts"

interface Wanted {
  readonly procedure?: string | undefined
  readonly status?: string | undefined
  readonly text?: string | undefined
  /** Only those that wait for the person. */
  readonly mine?: boolean | undefined
  readonly page: number
  readonly size: number
}

/** Courses in whose chain the person's posts stand, and the person's own: one page, newest first, or the most urgent of one's own. */
export async function coursesInReach(
  tx: Tx,
  number: string,
  holdings: readonly Holding[],
  wanted: Wanted,
): Promise<{
  courses: readonly Course[]
  mine: ReadonlySet<string>
  total: number
  procedures: readonly string[]
}> {
  const reach = `
    from course c where c.university_id = $1 and c.id in (
      select p.course_id from jsonb_to_recordset($2::jsonb) as h(office text, place text)
      join course_part p on p.university_id = $1 and p.office = h.office and p.place = h.place
      union all
      select course_id from course_part
      where university_id = $1 and office in ('applicant', 'about') and place = $3)`
  const filtered = `${reach}
    and ($4::text is null or c.procedure = $4) and ($5::text is null or c.status = $5)
    and ($6::text is null or strpos(c.title, $6) > 0)
    and (not $7::boolean or c.id in (select c.id ${waits}))`
  const values = [
    tx.university,
    heldAs(number, holdings),
    number,
    wanted.procedure ?? null,
    wanted.status ?? null,
    wanted.text || null,
    wanted.mine ?? false,
  ]
  const order = wanted.mine ? "c.due nulls last, c.since, c.id" : "(c.status = 'open') desc, c.id desc"
  const count = await tx.client.query<{ n: string }>(`select count(*) as n ${filtered}`, values)
  const page = await tx.client.query<{ id: string }>(
    `select c.id ${filtered} order by ${order} limit $8 offset $9`,
    [...values, wanted.size, (wanted.page - 1) * wanted.size],
  )
  const kinds = await tx.client.query<{ procedure: string }>(
    `select distinct c.procedure ${reach} order by 1`,
    values.slice(0, 3),
  )
  const ids = page.rows.map((r) => r.id)
  const known = new Map((await coursesByIds(tx, ids)).map((c) => [c.id, c]))
  return {
    courses: ids.flatMap((id) => known.get(id) ?? []),
    mine: await waitingAmong(tx, number, holdings, ids),
    total: Number(count.rows[0]?.n ?? 0),
    procedures: kinds.rows.map((r) => r.procedure),
  }
}
