import type { Tx } from "#kit/server/db.ts"

/** Groups of needs: how many voices, of how many faculties and classes. One person's voices for two needs are two. */
export interface Spread {
  readonly voices: number
  readonly faculties: number
  readonly classes: number
}

export async function spreadOf(
  tx: Tx,
  groups: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, Spread>> {
  const pairs = [...groups].flatMap(([key, ids]) => ids.map((id) => [key, id] as const))
  const { rows } = await tx.client.query<Spread & { key: string }>(
    `select g.key, count(*)::int as voices, (count(distinct faculty) filter (where faculty <> ''))::int as faculties,
            (count(distinct (faculty, class_name)) filter (where class_name <> ''))::int as classes
     from unnest($2::text[], $3::text[]) as g(key, id)
     join need_voice v on v.university_id = $1 and v.need_id = g.id group by g.key`,
    [tx.university, pairs.map(([key]) => key), pairs.map(([, id]) => id)],
  )
  return new Map(rows.map(({ key, ...of }) => [key, of]))
}

/** Ids of needs, the oldest first, from after a given one: for those who go through all of them. */
export async function needIdsAfter(tx: Tx, after: string, most: number): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    "select id from need where university_id = $1 and id > $2 order by id limit $3",
    [tx.university, after, most],
  )
  return rows.map((r) => r.id)
}
