import { createHash } from "node:crypto"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { newId, type Refusal, type Result } from "@qiaoliang/basics"
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify"
import pg from "pg"
import { afterAll } from "vitest"
import type { z } from "zod"
import { type Contract, path } from "../contract.ts"
import { createApp } from "./http.ts"
import { keepRows, migrateAll } from "./migrate.ts"
import type { Module } from "./module.ts"
import { type Copy, copyOf } from "./postgres/copies.ts"
import { university } from "./tenancy.ts"
import { type Identify, type University, World } from "./world.ts"

export type Answer<T> = { readonly status: number } & Result<T, Refusal>

/** A person at a browser: asks and acts over HTTP, in process, with a real session. */
export interface Person {
  get<C extends Contract>(of: C, input: z.input<C["input"]>): Promise<Answer<z.output<C["output"]>>>
  post<C extends Contract>(of: C, input: z.input<C["input"]>): Promise<Answer<z.output<C["output"]>>>
  /** Any other request, with the person's cookie. */
  send(options: InjectOptions): Promise<LightMyRequestResponse>
}

export interface TestWorld {
  readonly world: World
  readonly app: FastifyInstance
  readonly university: University
  /** Another university in the same database: it must see nothing of the first. */
  addUniversity(name: string): Promise<University>
  /** Signed in; the account is made when missing. */
  as(number: string, at?: University): Promise<Person>
  /** Not signed in. */
  readonly stranger: Person
  /** Someone with exactly this cookie header. */
  withCookie(cookie: string): Person
  /** Set the clock. */
  moveTo(time: string): void
}

interface Wanted {
  readonly modules: readonly Module[]
  readonly identify: Identify
  /** The moment it is; moved only by `moveTo`. */
  readonly at?: string
  /** Signs a number in and answers the cookie header. */
  readonly signIn: (world: World, university: University, number: string) => Promise<string>
}

/** A running product on a database of its own, which goes when the test file ends. */
export async function openTestWorld(wanted: Wanted): Promise<TestWorld> {
  const database = await newDatabase(wanted.modules)
  const dataDir = mkdtempSync(join(tmpdir(), "qiaoliang-data-"))
  let now = new Date(wanted.at ?? "2025-11-15T02:00:00Z")
  const world = new World({
    url: database.url,
    modules: wanted.modules,
    identify: wanted.identify,
    clock: () => new Date(now),
    dataDir,
  })
  const app = await createApp(world, { quiet: true })
  await app.ready()
  afterAll(async () => {
    await app.close()
    await world.close()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const addUniversity = (name: string) =>
    world.db.transaction(async (sql) => {
      const rows = await sql
        .insert(university)
        .values({ id: newId(), name, shortName: name.slice(0, 2), createdAt: new Date() })
        .returning()
      return rows[0]!
    })
  const first = await addUniversity("桥梁大学")
  return {
    world,
    app,
    university: first,
    addUniversity,
    stranger: person(app, ""),
    withCookie: (cookie) => person(app, cookie),
    as: async (number, at = first) => person(app, await wanted.signIn(world, at, number)),
    moveTo: (time) => {
      now = new Date(time)
    },
  }
}

function person(app: FastifyInstance, cookie: string): Person {
  const send = (options: InjectOptions) =>
    app.inject({
      ...options,
      headers: { "x-qiaoliang": "1", ...(cookie ? { cookie } : {}), ...options.headers },
    })
  return {
    send,
    get: async (of, input) =>
      answer(
        await send(
          of.inBody
            ? { method: "POST", url: path(of), payload: input as object }
            : { method: "GET", url: path(of), query: flat(input as Record<string, unknown>) },
        ),
      ),
    post: async (of, input) =>
      answer(await send({ method: "POST", url: path(of), payload: input as object })),
  }
}

const flat = (input: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  )

function answer<T>(response: LightMyRequestResponse): Answer<T> {
  const status = response.statusCode
  const body = response.json()
  return status === 200 ? { status, ok: true, value: body as T } : { status, ok: false, error: body.error }
}

/**
 * All tables are made once in a run, for every file whose modules have the same: which of them are append-only
 * differs with the modules and is added to the copy.
 */
async function newDatabase(modules: readonly Module[]): Promise<Copy> {
  const database = await copyOf(`template_${fingerprint(modules)}`, (url) =>
    migrateAll(
      url,
      modules.map(({ name, at }) => ({ name, at })),
    ),
  )
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await keepRows(
    client,
    modules.flatMap((m) => m.appendOnly ?? []),
  ).finally(() => client.end())
  return database
}

/** Changes with any migration of the kit or of these modules, and with what hardening adds. */
function fingerprint(modules: readonly Module[]): string {
  const hash = createHash("sha256")
  hash.update(readFileSync(new URL("./migrate.ts", import.meta.url)))
  const folders = ["./migrations/", ...modules.map((m) => new URL("./migrations/", m.at).href).toSorted()]
  for (const folder of folders) {
    const at = fileURLToPath(new URL(folder, import.meta.url))
    if (!existsSync(at)) continue
    for (const file of readdirSync(at).toSorted())
      if (file.endsWith(".sql"))
        hash
          .update(folder)
          .update(file)
          .update(readFileSync(`${at}/${file}`))
  }
  return hash.digest("hex").slice(0, 12)
}
