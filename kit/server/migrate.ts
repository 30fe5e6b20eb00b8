import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { drizzle } from "drizzle-orm/node-postgres"
import { migrate } from "drizzle-orm/node-postgres/migrator"
import pg from "pg"
import type { Module } from "./module.ts"

/** Key of the advisory lock: several app processes may start at once, one migrates. */
const lock = 7_304_205

/** Bring a database to the present: the kit's tables, each module's, then what every table must have. */
export async function migrateAll(
  url: string,
  modules: readonly Pick<Module, "name" | "at" | "appendOnly">[],
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock($1)", [lock])
    await client.query("create extension if not exists pg_trgm")
    const db = drizzle(client)
    const folders = [
      { name: "kit", folder: fileURLToPath(new URL("./migrations", import.meta.url)) },
      ...modules.map((m) => ({ name: m.name, folder: fileURLToPath(new URL("./migrations", m.at)) })),
    ]
    for (const { name, folder } of folders)
      if (existsSync(`${folder}/meta/_journal.json`))
        await migrate(db, {
          migrationsFolder: folder,
          migrationsTable: `migrations_${name}`,
          migrationsSchema: "drizzle",
        })
    await harden(client, ["log_entry", "ledger_entry", ...modules.flatMap((m) => m.appendOnly ?? [])])
  } finally {
    await client.end()
  }
}

/**
 * Row-level security on every table with a `university_id`, forced on the owner too; triggers that
 * refuse to change or delete rows of append-only tables. Idempotent.
 */
async function harden(client: pg.Client, appendOnly: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and a.attname = 'university_id' and not a.attisdropped
       and c.relnamespace = 'public'::regnamespace`,
  )
  await storeFilesAsTheyAre(client)
  for (const { name } of rows)
    await client.query(`
      alter table "${name}" enable row level security;
      alter table "${name}" force row level security;
      do $$ begin
        if not exists (select from pg_policies where tablename = '${name}' and policyname = 'tenant') then
          create policy tenant on "${name}"
            using (university_id = current_setting('qiaoliang.university', true))
            with check (university_id = current_setting('qiaoliang.university', true));
        end if;
      end $$;`)
  await client.query(`
    create or replace function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'rows of % are append-only', tg_table_name using errcode = 'integrity_constraint_violation'; end $$`)
  await keepRows(client, appendOnly)
}

/** Rows of these tables can be added, never changed or deleted. */
export async function keepRows(client: pg.Client, tables: readonly string[]): Promise<void> {
  for (const name of tables)
    await client.query(`
      create or replace trigger append_only before update or delete on "${name}"
      for each row execute function refuse_change()`)
}

/** Workbooks, documents and packs are compressed already: trying again takes longer than writing them. */
async function storeFilesAsTheyAre(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and a.atttypid = 'bytea'::regtype and a.attstorage = 'x' and not a.attisdropped`,
  )
  for (const { table, column } of rows)
    await client.query(`alter table "${table}" alter column "${column}" set storage external`)
}
