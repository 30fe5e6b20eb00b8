import { getTableColumns, getTableName } from "drizzle-orm"
import type { PgTable } from "drizzle-orm/pg-core"
import type { Tx } from "./db.ts"

type Row<T extends PgTable> = Omit<T["$inferInsert"], "universityId">

/**
 * Many rows into a university's table, all with the same columns. One parameter carries them all: the query builder's
 * parameter for each cell takes ten times as long. `more` ends the statement (on conflict …).
 */
export async function insertAll<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly Row<T>[],
  more = "",
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first)
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ")
  const given = rows.map((row) =>
    Object.fromEntries(columns.map(([key, column]) => [column.name, row[key as keyof Row<T>]])),
  )
  const name = `"${getTableName(table)}"`
  await tx.client.query(
    `insert into ${name} (university_id, ${names})
     select $1, ${names} from json_populate_recordset(null::${name}, $2::json) ${more}`,
    [tx.university, JSON.stringify(given, wellFormed)],
  )
}

/** Half a character, cut somewhere, is no JSON to the database. */
const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === "string" ? value.toWellFormed() : value
