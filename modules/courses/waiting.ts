import type { Day } from "@qiaoliang/basics"
import type { Holding } from "@qiaoliang/procedure"
import type { Tx } from "#kit/server/db.ts"

/** One course that waits for an office the person holds. */
export interface Waiting {
  readonly id: string
  readonly procedure: string
  readonly edition: string
  readonly subject: string
  readonly unionId: string | null
  readonly title: string
  /** Index of the step it stands at. */
  readonly at: number
  readonly office: string
  readonly place: string
  readonly since: Day
  readonly due: Day | null
  /** Objections of its public notice that nobody answered yet. */
  readonly objections: number
}

/** Holdings as `course_waiting` names them: once for any post, once for each mark; and one's own matters. */
export const heldAs = (number: string, holdings: readonly Holding[]): string =>
  JSON.stringify([
    ...holdings.flatMap((h) =>
      ["", ...(h.marks ?? [])].map((only) => ({ office: h.office, place: h.place, only })),
    ),
    { office: "applicant", place: number, only: "" },
  ])

/** Open courses that wait for the holdings in $2, without those about the person ($3): one indexed read. */
export const waits = `
     from (select distinct office, place, "only" from jsonb_to_recordset($2::jsonb) as h(office text, place text, "only" text)) h
     join course_waiting w on w.university_id = $1 and w.office = h.office and w.place = h.place and w.only_mark = h."only"
     join course c on c.university_id = $1 and c.id = w.course_id
     where (w.office = 'applicant' or (c.applicant <> $3 and not c.about ? $3))`

/**
 * What waits for these holdings, the most urgent first: one indexed read however many courses are open.
 * Matters about the person are left out; somebody else of the office takes them.
 */
export async function waitingFor(
  tx: Tx,
  number: string,
  holdings: readonly Holding[],
  limit: number,
): Promise<readonly Waiting[]> {
  const { rows } = await tx.client.query<Waiting>(
    `select c.id, c.procedure, c.edition, c.subject, c.union_id as "unionId", c.title,
            (c.state ->> 'at')::int as at, w.office, w.place, w.since, w.due,
            jsonb_array_length(jsonb_path_query_array(c.state, '$.objections[*] ? (!exists(@.settled))')) as objections
     ${waits}
     order by w.due nulls last, w.since, c.id limit $4`,
    [tx.university, heldAs(number, holdings), number, limit],
  )
  return rows
}

/** How many things wait for these holdings, a matter once for each office it waits for. */
export async function countWaiting(tx: Tx, number: string, holdings: readonly Holding[]): Promise<number> {
  const { rows } = await tx.client.query<{ n: string }>(`select count(*) as n ${waits}`, [
    tx.university,
    heldAs(number, holdings),
    number,
  ])
  return Number(rows[0]?.n ?? 0)
}

/** Which of these courses wait for these holdings. */
export async function waitingAmong(
  tx: Tx,
  number: string,
  holdings: readonly Holding[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.client.query<{ id: string }>(`select c.id ${waits} and c.id = any($4)`, [
    tx.university,
    heldAs(number, holdings),
    number,
    ids,
  ])
  return new Set(rows.map((r) => r.id))
}
