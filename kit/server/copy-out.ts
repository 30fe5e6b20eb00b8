import { once } from "node:events"
import type { PoolClient } from "pg"
import { from as copyFrom, to as copyTo } from "pg-copy-streams"

/** Tables of the product; those with a `university_id` are read and written university by university. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  readonly tenant: boolean
}

export async function tablesOf(client: PoolClient): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by c.relname order by c.relname`,
  )
  return rows.map((r) => ({ ...r, tenant: r.columns.includes("university_id") }))
}

const list = (columns: readonly string[]) => columns.map((c) => `"${c}"`).join(", ")

/** The rows this connection may see, as COPY text. */
export async function copyOut(client: PoolClient, table: TableShape): Promise<Uint8Array> {
  const stream = client.query(copyTo(`copy (select ${list(table.columns)} from "${table.name}") to stdout`))
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Rows back in. Through a temporary table: COPY itself may not write where row-level security holds. */
export async function copyIn(client: PoolClient, table: TableShape, text: Uint8Array): Promise<void> {
  if (!text.byteLength) return
  const columns = list(table.columns)
  await client.query(`create temp table incoming as select ${columns} from "${table.name}" with no data`)
  const stream = client.query(copyFrom(`copy incoming (${columns}) from stdin`))
  stream.end(Buffer.from(text))
  await once(stream, "finish")
  await client.query(`insert into "${table.name}" (${columns}) select ${columns} from incoming`)
  await client.query("drop table incoming")
}
