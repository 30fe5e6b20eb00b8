import type { Day } from "@qiaoliang/basics"
import { and, desc, eq, getTableColumns, gte, inArray, lte } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { Tx } from "#kit/server/db.ts"
import { insertAll } from "#kit/server/insert-all.ts"
import type { Field } from "#policy/practice/proposals.ts"
import type { Count, Entry } from "./entry.ts"
import { count, entry } from "./schema.ts"
import { termsOf } from "./terms.ts"

const here = (tx: Tx, table: { universityId: PgColumn }) => eq(table.universityId, tx.university)

export async function entriesByIds(tx: Tx, ids: readonly string[]): Promise<readonly Entry[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select()
    .from(entry)
    .where(and(here(tx, entry), inArray(entry.needId, [...ids])))
}

/** Held until the transaction ends, so that two who change a need at once count one after the other. */
export async function countsHeld(tx: Tx, ids: readonly string[]): Promise<readonly Count[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select()
    .from(count)
    .where(and(here(tx, count), inArray(count.needId, [...ids])))
    .orderBy(count.needId)
    .for("update")
}

/** What is counted of the needs raised from a day to a day; open ends without. */
export const countsBetween = (tx: Tx, from: string | null, to: string | null): Promise<Count[]> =>
  tx.sql
    .select()
    .from(count)
    .where(
      and(
        here(tx, count),
        from ? gte(count.raisedOn, from) : undefined,
        to ? lte(count.raisedOn, to) : undefined,
      ),
    )

/** A need's row is written over by the new one. */
const over = (columns: Readonly<Record<string, PgColumn>>): string => {
  const names = Object.values(columns).map((c) => c.name)
  const set = names
    .filter((n) => n !== "university_id" && n !== "need_id")
    .map((n) => `"${n}" = excluded."${n}"`)
  return `on conflict (university_id, need_id) do update set ${set.join(", ")}`
}
const overEntry = over(getTableColumns(entry))
const overCount = over(getTableColumns(count))

export const saveEntries = (tx: Tx, rows: readonly Entry[]): Promise<void> =>
  insertAll(tx, entry, rows, overEntry)
export const saveCounts = (tx: Tx, rows: readonly Count[]): Promise<void> =>
  insertAll(tx, count, rows, overCount)

export async function deleteEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.sql.delete(entry).where(and(here(tx, entry), inArray(entry.needId, [...ids])))
}

export async function deleteCounts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.sql.delete(count).where(and(here(tx, count), inArray(count.needId, [...ids])))
}

/** Found by these words from now on; without words, no more. */
export async function keepTerms(
  tx: Tx,
  of: readonly { readonly nth: number; readonly words: string }[],
): Promise<void> {
  if (of.length === 0) return
  await tx.client.query("delete from board_term where university_id = $1 and nth = any($2)", [
    tx.university,
    of.map((o) => o.nth),
  ])
  const rows = of.flatMap(({ nth, words }) => [...termsOf(words)].map((term) => [term, nth] as const))
  await tx.client.query(
    "insert into board_term (university_id, term, nth) select $1, * from unnest($2::text[], $3::int[])",
    [tx.university, rows.map(([term]) => term), rows.map(([, nth]) => nth)],
  )
}

const parts = 16

/** One more change. A transaction keeps to one part, so that two of them cannot wait for each other. */
export async function changed(tx: Tx, change: string): Promise<void> {
  const part = [...change].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 65_521, 7) % parts
  await tx.client.query(
    `insert into board_revision (university_id, part, changes) values ($1, $2, 1)
     on conflict (university_id, part) do update set changes = board_revision.changes + 1`,
    [tx.university, part],
  )
}

/** How often the board changed; null before it was built. */
export async function revisionOf(tx: Tx): Promise<number | null> {
  const { rows } = await tx.client.query<{ n: number | null }>(
    "select sum(changes)::int as n from board_revision where university_id = $1",
    [tx.university],
  )
  return rows[0]?.n ?? null
}

export async function clearAll(tx: Tx): Promise<void> {
  for (const table of ["board_entry", "board_term", "board_count"])
    await tx.client.query(`delete from ${table} where university_id = $1`, [tx.university])
}

export const allEntries = (tx: Tx): Promise<Entry[]> =>
  tx.sql.select().from(entry).where(here(tx, entry)).orderBy(desc(entry.nth))

interface Choices {
  categories: { id: string; name: string; field: Field }[]
  offices: string[]
  faculties: string[]
  counts: { all: number; open: number; answered: number; late: number }
}

/** What stands on the board, to choose from. */
export async function choicesOf(tx: Tx, today: Day): Promise<Choices> {
  const { rows } = await tx.client.query<Choices>(
    `with e as materialized (select * from board_entry where university_id = $1)
     select coalesce((select json_agg(c order by c.name) from (select distinct category_id as id, category as name, field from e) c), '[]') as categories,
            coalesce((select json_agg(o.office order by o.office) from (select distinct office from e where office is not null) o), '[]') as offices,
            coalesce((select json_agg(f.name order by f.name) from (select distinct unnest(faculties) as name from e) f), '[]') as faculties,
            (select json_build_object('all', count(*), 'open', count(*) filter (where state not in ('done', 'declined')),
                    'answered', count(*) filter (where answered_on is not null),
                    'late', count(*) filter (where due < $2 and state not in ('done', 'declined'))) from e) as counts`,
    [tx.university, today],
  )
  return rows[0]!
}

/** The day the first need counted was raised. */
export async function firstDay(tx: Tx): Promise<Day | null> {
  const { rows } = await tx.client.query<{ day: Day | null }>(
    "select min(raised_on) as day from board_count where university_id = $1",
    [tx.university],
  )
  return rows[0]?.day ?? null
}
