import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { insertAll } from "#kit/server/insert-all.ts"
import { apart, brought } from "./schema.ts"

/** Whose needs are compared with each other. */
export interface Shelf {
  readonly desk: "union" | "league"
  readonly unionId: string
}

export interface Told {
  readonly id: string
  readonly text: string
}

/** Words of the needs on their way at a desk, raised since a day, the first raised first. */
export async function toldAt(tx: Tx, { desk, unionId }: Shelf, since: Day): Promise<readonly Told[]> {
  const { rows } = await tx.client.query<Told>(
    `select id, case when strpos(text, title) > 0 then text else title || '，' || text end as text from need
     where university_id = $1 and desk = $2 and union_id = $3 and state = 'open' and raised_on >= $4
     order by raised_on, nth`,
    [tx.university, desk, unionId, since],
  )
  return rows
}

/** Changes with every change of what `toldAt` answers. */
export async function markOf(tx: Tx, { desk, unionId }: Shelf, since: Day): Promise<string> {
  const { rows } = await tx.client.query<{ mark: string }>(
    `select concat(count(*), '/', max(nth), '/', sum(extract(epoch from changed_at)), '/', $4::text) as mark from need
     where university_id = $1 and desk = $2 and union_id = $3 and state = 'open' and raised_on >= $4`,
    [tx.university, desk, unionId, since],
  )
  return rows[0]!.mark
}

/** Of these needs, those that stand on their own. */
export async function openAmong(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    "select id from need where university_id = $1 and id = any($2) and state = 'open'",
    [tx.university, ids],
  )
  return rows.map((r) => r.id)
}

/** Unions about whose people there are reports at the League's desk. */
export async function unionsReported(tx: Tx): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select distinct union_id as id from need where university_id = $1 and desk = 'league' and state = 'open' order by 1`,
    [tx.university],
  )
  return rows.map((r) => r.id)
}

/** Pairs said not to be one matter, among these; said of a need that was merged, it holds for where that one went. */
export async function apartAmong(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await tx.client.query<{ a: string; b: string }>(
    `select * from (
       select coalesce(x.merged_into, x.id) as a, coalesce(y.merged_into, y.id) as b
       from merging_apart p
       join need x on x.university_id = p.university_id and x.id = p.a
       join need y on y.university_id = p.university_id and y.id = p.b
       where p.university_id = $1) as pair
     where a = any($2) and b = any($2) and a <> b`,
    [tx.university, ids],
  )
  return rows.map(({ a, b }) => [a, b] as const)
}

export interface Saying {
  readonly id: string
  readonly pairs: readonly (readonly [string, string])[]
  readonly by: string
  readonly byName: string
  readonly onDay: Day
  readonly at: Date
}

export async function insertApart(tx: Tx, { id, pairs, ...said }: Saying): Promise<void> {
  const rows = pairs.map(([x, y]) => ({ ...said, saying: id, a: x < y ? x : y, b: x < y ? y : x }))
  if (rows.length > 0)
    await tx.sql
      .insert(apart)
      .values(rows.map((r) => ({ ...r, universityId: tx.university })))
      .onConflictDoNothing()
}

export interface Said {
  readonly id: string
  readonly byName: string
  readonly onDay: Day
  readonly needs: readonly string[]
}

const latest = 50

/** The latest sayings about needs of these desks' unions. */
export async function sayingsAt(tx: Tx, { desk, unionId }: Shelf): Promise<readonly Said[]> {
  const { rows } = await tx.client.query<Said>(
    `select p.saying as id, min(p.by_name) as "byName", min(p.on_day) as "onDay",
            array_agg(distinct x.id) as needs
     from merging_apart p
     join need x on x.university_id = p.university_id and x.id in (p.a, p.b)
     where p.university_id = $1 and x.desk = $2 and x.union_id = $3
     group by p.saying order by max(p.at) desc limit ${latest}`,
    [tx.university, desk, unionId],
  )
  return rows
}

/** Needs of a saying; none where it was taken back. */
export async function needsSaid(tx: Tx, saying: string): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select distinct id from merging_apart p, unnest(array[p.a, p.b]) as id
     where p.university_id = $1 and p.saying = $2`,
    [tx.university, saying],
  )
  return rows.map((r) => r.id)
}

export async function deleteSaying(tx: Tx, saying: string): Promise<void> {
  await tx.client.query("delete from merging_apart where university_id = $1 and saying = $2", [
    tx.university,
    saying,
  ])
}

export interface Done {
  readonly id: string
  readonly into: string
  readonly because: string
  readonly byName: string
  readonly at: Date
}

/** Merges that stand at a desk, the last first. */
export async function mergedAt(
  tx: Tx,
  { desk, unionId }: Shelf,
  { into, size }: { readonly into?: string | undefined; readonly size: number },
): Promise<readonly Done[]> {
  const { rows } = await tx.client.query<Done>(
    `select n.id, n.merged_into as into, m.because, m.by_name as "byName", m.at from need n
     join lateral (select * from need_merge m where m.university_id = n.university_id and m.need_id = n.id
                   order by m.nth desc limit 1) m on true
     where n.university_id = $1 and n.desk = $2 and n.union_id = $3 and n.state = 'merged'
       and ($4::text is null or n.merged_into = $4)
     order by m.at desc, n.nth desc limit $5`,
    [tx.university, desk, unionId, into ?? null, size],
  )
  return rows
}

export const insertBrought = (tx: Tx, needs: readonly string[], change: string): Promise<void> =>
  insertAll(
    tx,
    brought,
    needs.map((needId) => ({ needId, change })),
  )

/** Needs an import brought that stand as they came, and those that were merged, joined or taken back since. */
export async function broughtBy(
  tx: Tx,
  change: string,
): Promise<readonly { readonly id: string; readonly nth: number; readonly moved: boolean }[]> {
  const { rows } = await tx.client.query(
    `select n.id, n.nth, n.state <> 'open'
         or exists (select from need p where p.university_id = n.university_id and p.merged_into = n.id)
         or (select count(*) from need_voice v where v.university_id = n.university_id and v.need_id = n.id) > 1 as moved
     from merging_brought b join need n on n.university_id = b.university_id and n.id = b.need_id
     where b.university_id = $1 and b.change = $2 order by n.nth`,
    [tx.university, change],
  )
  return rows
}

/** What of the register is here already: its number with its words, of needs that were not taken back. */
export async function registered(
  tx: Tx,
  unionId: string,
): Promise<readonly { label: string; words: string }[]> {
  const { rows } = await tx.client.query(
    `select source->>'label' as label, text as words from need
     where university_id = $1 and union_id = $2 and source->>'topic' = 'register' and state <> 'withdrawn'`,
    [tx.university, unionId],
  )
  return rows
}
