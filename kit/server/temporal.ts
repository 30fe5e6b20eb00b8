import { type Day, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { and, gt, isNull, lte, or, type SQL } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { Tx } from "./db.ts"

interface TemporalTable {
  readonly validFrom: PgColumn
  readonly validTo: PgColumn
}

/** Rows that were true on a day. */
export const on = (table: TemporalTable, day: Day): SQL =>
  and(lte(table.validFrom, day), or(isNull(table.validTo), gt(table.validTo, day)))!

export interface Merge {
  readonly table: string
  /** The staging table: same column names, one row per key. */
  readonly staging: string
  readonly key: readonly string[]
  readonly columns: readonly string[]
  readonly asOf: Day
  readonly change: string
  /** Also close open rows whose key the staging table does not have, where this condition on `t` holds. */
  readonly closeMissing?: string
}

export interface Merged {
  readonly added: number
  readonly changed: number
  readonly closed: number
  readonly same: number
}

const list = (names: readonly string[], prefix = "") => names.map((n) => `${prefix}"${n}"`).join(", ")
const equal = (names: readonly string[]) => names.map((n) => `t."${n}" = s."${n}"`).join(" and ")
const differs = (names: readonly string[]) =>
  names.map((n) => `t."${n}" is distinct from s."${n}"`).join(" or ")

/** What a merge would do, without doing it. */
export async function compareTemporal(tx: Tx, m: Merge): Promise<Merged> {
  const { rows } = await tx.client.query<{ added: string; changed: string; same: string }>(
    `select count(*) filter (where t.opened_by is null) as added,
            count(*) filter (where t.opened_by is not null and (${differs(m.columns)})) as changed,
            count(*) filter (where t.opened_by is not null and not (${differs(m.columns)})) as same
     from ${m.staging} s left join "${m.table}" t
       on t.university_id = $1 and ${equal(m.key)} and t.valid_to is null`,
    [tx.university],
  )
  const row = rows[0]!
  const missing = m.closeMissing
    ? await tx.client.query<{ n: string }>(`select count(*) as n from ${missingRows(m)}`, [tx.university])
    : undefined
  return {
    added: Number(row.added),
    changed: Number(row.changed),
    same: Number(row.same),
    closed: Number(missing?.rows[0]?.n ?? 0),
  }
}

const missingRows = (m: Merge) =>
  `"${m.table}" t where t.university_id = $1 and t.valid_to is null and (${m.closeMissing})
   and not exists (select from ${m.staging} s where ${equal(m.key)})`

/** Bring a temporal table to what the staging table says holds from `asOf`. Set-based: three statements. */
export async function mergeTemporal(tx: Tx, m: Merge): Promise<Merged> {
  const counts = await compareTemporal(tx, m)
  await tx.client.query(
    `update "${m.table}" t set valid_to = $2, closed_by = $3 from ${m.staging} s
     where t.university_id = $1 and ${equal(m.key)} and t.valid_to is null and (${differs(m.columns)})`,
    [tx.university, m.asOf, m.change],
  )
  if (m.closeMissing)
    await tx.client.query(
      `update "${m.table}" t set valid_to = $2, closed_by = $3 where (t.university_id, ${list(m.key, "t.")}, t.opened_by)
       in (select t.university_id, ${list(m.key, "t.")}, t.opened_by from ${missingRows(m)})`,
      [tx.university, m.asOf, m.change],
    )
  const all = [...m.key, ...m.columns]
  await tx.client.query(
    `insert into "${m.table}" (university_id, ${list(all)}, valid_from, opened_by)
     select $1, ${list(all, "s.")}, $2, $3 from ${m.staging} s
     where not exists (select from "${m.table}" t where t.university_id = $1 and ${equal(m.key)} and t.valid_to is null)`,
    [tx.university, m.asOf, m.change],
  )
  return counts
}

/** The latest day any row of the table begins or ends: earlier history can no longer be written over. */
export async function latestDay(tx: Tx, table: string): Promise<Day | null> {
  const { rows } = await tx.client.query<{ day: string | null }>(
    `select greatest(max(valid_from), max(valid_to)) as day from "${table}" where university_id = $1`,
    [tx.university],
  )
  return rows[0]?.day ?? null
}

/** Take a change back: rows it opened go, rows it closed are open again. Refused once a later change built on it. */
export async function undoTemporal(
  tx: Tx,
  tables: readonly string[],
  change: string,
): Promise<Result<void, Refusal>> {
  for (const table of tables) {
    const { rows } = await tx.client.query<{ by: string }>(
      `select closed_by as by from "${table}" where university_id = $1 and opened_by = $2 and closed_by <> $2 limit 1`,
      [tx.university, change],
    )
    if (rows[0])
      return refuse("conflict", "此后的改动建立在这次改动之上，不能直接撤销", {
        cure: "先撤销较晚的改动",
        at: rows[0].by,
      })
  }
  for (const table of tables) {
    await tx.client.query(`delete from "${table}" where university_id = $1 and opened_by = $2`, [
      tx.university,
      change,
    ])
    await tx.client.query(
      `update "${table}" set valid_to = null, closed_by = null where university_id = $1 and closed_by = $2`,
      [tx.university, change],
    )
  }
  return ok(undefined)
}
