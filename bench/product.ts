import { randomBytes } from "node:crypto"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { newId } from "@qiaoliang/basics"
import pg from "pg"
import { assemble } from "#apps/server/assemble.ts"
import { imports, modules } from "#apps/server/modules.ts"
import { type Actor, nobody } from "#kit/server/actor.ts"
import { migrateAll } from "#kit/server/migrate.ts"
import { startPostgres } from "#kit/server/postgres/launch.ts"
import { university } from "#kit/server/tenancy.ts"
import type { University, World } from "#kit/server/world.ts"
import { newRun } from "#modules/imports/background.ts"

/** The day all registers of the bench hold for. */
export const asOf = "2025-11-15"

export const officer: Actor = { ...nobody, account: "bench", number: "T0001", name: "计时员" }

/** A durable server of this run's own, in a folder that goes with it. */
export interface Ground {
  readonly folder: string
  /** A new database with all tables; its addresses for the product and for a superuser. */
  database(): Promise<{ url: string; superUrl: string }>
  close(): Promise<void>
}

export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), "qiaoliang-bench-"))
  await chmod(folder, 0o711) // root's database runs as another user
  const clear = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  const server = await startPostgres({ dataDir: folder, spare: join(folder, "spare") }).catch(async (e) => {
    await clear()
    throw e
  })
  return {
    folder,
    database: async () => {
      const name = `bench_${randomBytes(4).toString("hex")}`
      const admin = new pg.Client({ connectionString: server.superUrl })
      await admin.connect()
      await admin.query(`create database ${name} owner qiaoliang`).finally(() => admin.end())
      const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
      const url = at(server.url)
      await migrateAll(url, modules)
      return { url, superUrl: at(server.superUrl) }
    },
    close: async () => {
      await server.stop()
      await clear()
    },
  }
}

export interface Product {
  readonly world: World
  close(): Promise<void>
}

export async function openProduct(url: string, dataDir: string): Promise<Product> {
  const { world, app, close } = await assemble({ url, dataDir, quiet: true })
  await app.ready()
  return { world, close }
}

export async function addUniversity(world: World, name: string): Promise<University> {
  const values = { id: newId(), name, shortName: name.slice(0, 2), referenceDay: asOf, createdAt: new Date() }
  const rows = await world.db.transaction((sql) => sql.insert(university).values(values).returning())
  return rows[0]!
}

export interface Book {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** Upload, recognise, read, check and save, as `bring` does for the sample and the command line. */
export async function bring(of: University, book: Book): Promise<void> {
  const result = await imports.work().bring(of, officer, { ...book, asOf })
  if (!result.ok) throw new Error(result.error.because)
}

/** Everything before the confirmation; gives back the confirmation: read, check and save. */
export async function uploaded(world: World, of: University, book: Book): Promise<() => Promise<void>> {
  const id = newId()
  const work = imports.work()
  await work.propose(of, officer, id, book, () =>
    world.within(of, officer, (ctx) => newRun(ctx, id, book, asOf, null)),
  )
  await work.settled()
  return async () => {
    work.carryOut(of, officer, id, { complete: false, dry: false, only: null })
    await work.settled()
    const { rows } = await world.db.scoped(of.id, (tx) =>
      tx.client.query<{ status: string; failure: string | null }>(
        "select status, failure from import_run where university_id = $1 and id = $2",
        [of.id, id],
      ),
    )
    if (rows[0]?.status !== "done") throw new Error(rows[0]?.failure ?? "import failed")
  }
}
