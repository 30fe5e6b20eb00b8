import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Field } from "#policy/practice/proposals.ts"

export interface FoundNeed {
  readonly id: string
  readonly nth: number
  readonly title: string
  readonly field: Field
  readonly raisedOn: Day
}

/** Open needs at a union's own desk by number or by words of theirs, the latest first. */
export async function findNeeds(
  tx: Tx,
  unionId: string,
  text: string,
  most = 20,
): Promise<readonly FoundNeed[]> {
  const { rows } = await tx.client.query<FoundNeed>(
    `select id, nth, title, field, raised_on as "raisedOn" from need
     where university_id = $1 and union_id = $2 and desk = 'union' and state = 'open'
       and (nth::text = $3 or position($3 in title) > 0 or position($3 in text) > 0)
     order by nth desc limit $4`,
    [tx.university, unionId, text, most],
  )
  return rows
}

/** How many needs students raised themselves between two days, by union and field: merged ones too, withdrawn ones not. */
export async function raisedBetween(
  tx: Tx,
  unions: readonly string[],
  from: Day,
  to: Day,
): Promise<
  readonly { readonly union: string; readonly field: Field; readonly count: number; readonly last: Day }[]
> {
  const { rows } = await tx.client.query<{ union: string; field: Field; count: number; last: Day }>(
    `select union_id as union, field, count(*)::int as count, max(raised_on) as last from need
     where university_id = $1 and union_id = any($2) and raised_on between $3 and $4
       and state <> 'withdrawn' and source is null
     group by union_id, field`,
    [tx.university, unions, from, to],
  )
  return rows
}
