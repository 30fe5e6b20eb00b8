import { randomBytes } from "node:crypto"
import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { startPostgres } from "./launch.ts"
import { isAlive, isServerOf, readPostmasterFile, stopServer } from "./postmaster.ts"

/** What vitest's globalSetup gives back: called once after the last test. */
export type Teardown = () => Promise<void>

/**
 * One database server for a whole test run. Sets QIAOLIANG_TEST_PG (the app's role on its database),
 * QIAOLIANG_TEST_PG_SUPER (a superuser, for `create database`) and QIAOLIANG_TEST_FOLDER (for files that go with
 * a database). When QIAOLIANG_TEST_DATABASE_URL names a superuser on a separately installed server, that server
 * is used instead.
 */
export async function testPostgres(): Promise<Teardown> {
  const separate = process.env.QIAOLIANG_TEST_DATABASE_URL
  return separate ? onSeparateServer(separate) : onOwnServer()
}

export default testPostgres

const prefix = "qiaoliang-test-"

async function onOwnServer(): Promise<Teardown> {
  await sweep()
  const dataDir = join(tmpdir(), `${prefix}${process.pid}-${randomBytes(4).toString("hex")}`)
  await mkdir(dataDir)
  await chmod(dataDir, 0o711) // root's database runs as another user
  const running = await startPostgres({ dataDir, durable: false, spare: join(dataDir, "spare") })
  process.env.QIAOLIANG_TEST_PG = running.url
  process.env.QIAOLIANG_TEST_PG_SUPER = running.superUrl
  process.env.QIAOLIANG_TEST_FOLDER = dataDir
  return async () => {
    await running.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Servers and folders of test runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(/^\d+/.exec(name.slice(prefix.length))?.[0]) : 0
    if (!pid || isAlive(pid)) continue
    const folder = join(tmpdir(), name)
    try {
      const stores = (await readdir(folder)).filter((each) => each.startsWith("postgres-"))
      for (const store of stores) {
        const cluster = join(folder, store, "cluster")
        const file = await readPostmasterFile(cluster)
        if (file && (await isServerOf(file.pid, cluster))) await stopServer(file.pid, cluster)
      }
      await rm(folder, { recursive: true, force: true })
    } catch {
      // another user's: theirs to sweep
    }
  }
}

/** A role and database of this run's own, so that runs side by side do not meet; dropped at the end. */
async function onSeparateServer(superUrl: string): Promise<Teardown> {
  const name = `qiaoliang_test_${process.pid}_${randomBytes(4).toString("hex")}`
  const password = randomBytes(16).toString("hex")
  await asSuperuser(superUrl, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    )
    // The same order and classes of characters as the embedded server; before 17 there was no builtin provider.
    const locale =
      (rows[0]?.version ?? 0) >= 170_000
        ? "locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C.UTF-8'"
        : "lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'"
    await client.query(`create role ${name} login nosuperuser nobypassrls password '${password}'`)
    await client.query(`create database ${name} owner ${name} template template0 encoding 'UTF8' ${locale}`)
  })
  const url = new URL(superUrl)
  url.username = name
  url.password = password
  url.pathname = `/${name}`
  process.env.QIAOLIANG_TEST_PG = url.href
  process.env.QIAOLIANG_TEST_PG_SUPER = superUrl
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  process.env.QIAOLIANG_TEST_FOLDER = folder
  return async () => {
    await rm(folder, { recursive: true, force: true })
    await asSuperuser(superUrl, async (client) => {
      const owned =
        "select datname from pg_database d join pg_roles r on r.oid = d.datdba where r.rolname = $1"
      const { rows } = await client.query<{ datname: string }>(owned, [name])
      for (const { datname } of rows)
        await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`)
      await client.query(`drop role ${name}`)
    })
  }
}

async function asSuperuser(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await work(client).finally(() => client.end())
}
