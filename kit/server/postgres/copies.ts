import { createHash, randomBytes } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"

/** A database of a test's own, for the app's role. */
export interface Copy {
  readonly url: string
  readonly drop: () => Promise<void>
}

/**
 * A database copied from a template: whoever asks first in a test run makes it, the others wait for that.
 * `make` is given an empty database; what it wrote is in every copy. Owned by the app's role: row-level
 * security bites.
 */
export async function copyOf(template: string, make: (url: string) => Promise<void>): Promise<Copy> {
  const appUrl = process.env.QIAOLIANG_TEST_PG
  const superUrl = process.env.QIAOLIANG_TEST_PG_SUPER
  if (!appUrl || !superUrl) throw new Error("no test database: run by vitest, whose globalSetup starts one")
  const role = decodeURIComponent(new URL(appUrl).username)
  const to = (name: string) => Object.assign(new URL(appUrl), { pathname: `/${name}` }).href
  const source = `${role}_${template}`
  const name = `${role}_${randomBytes(6).toString("hex")}`
  await asSuper(superUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [lockOf(source)])
    const version = await versionOf(client)
    const there = await client.query("select from pg_database where datname = $1", [source])
    if (there.rows.length === 0) {
      const making = `${source}_making`
      await client.query(`drop database if exists ${making} with (force)`)
      await client.query(
        `create database ${making} owner ${role} template template0 encoding 'UTF8' ${locale(version)}`,
      )
      await make(to(making))
      await whenLeft(() => client.query(`alter database ${making} rename to ${source}`))
    }
    const way = version >= 150_000 ? "strategy file_copy" : "" // no second writing of it all as a log
    await whenLeft(() => client.query(`create database ${name} owner ${role} template ${source} ${way}`))
  })
  return {
    url: to(name),
    drop: () =>
      asSuper(superUrl, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  }
}

/** A lock for each template: who needs one does not wait for the making of another. */
const lockOf = (source: string): number => createHash("sha256").update(source).digest().readInt32BE()

async function versionOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  )
  return rows[0]?.version ?? 0
}

/** The order and classes of characters of the embedded server; before 17 there was no builtin provider. */
const locale = (version: number): string =>
  version >= 170_000
    ? "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"
    : "lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'"

/** A connection just closed lingers for a moment on the server (55006, object in use). */
async function whenLeft(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work()
      return
    } catch (error) {
      if ((error as { code?: string }).code !== "55006" || attempt === 50) throw error
      await sleep(40)
    }
  }
}

async function asSuper<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}
