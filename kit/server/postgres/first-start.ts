import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { plainEnvironment, programOf } from "./binaries.ts"
import type { Place } from "./folder.ts"
import { isAlive } from "./postmaster.ts"

/** The passwords of the two roles, generated at the first start and kept beside the cluster (0600). */
export interface Passwords {
  readonly postgres: string
  readonly qiaoliang: string
}

export const clusterOf = (place: Place): string => join(place.store, "cluster")
export const logOf = (place: Place): string => join(place.store, "postgres.log")
const passwordsOf = (store: string): string => join(store, "passwords.json")

/** The passwords of a store that exists; undefined before the first start. */
async function readPasswords(store: string): Promise<Passwords | undefined> {
  try {
    return JSON.parse(await readFile(passwordsOf(store), "utf8"))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw new Error(`读不到数据库的密码文件 ${passwordsOf(store)}。请用第一次启动时的用户来启动。`, {
      cause: error,
    })
  }
}

/**
 * Makes the store when there is none: everything in a folder of its own (cluster, role, database, passwords),
 * then one rename. Killed at any moment, the next start finds either nothing or all of it.
 */
export async function ensureStore(place: Place, durable: boolean): Promise<Passwords> {
  const present = await readPasswords(place.store)
  if (present) return present
  await sweep(place.folder)
  const half = join(place.folder, `first-start-${process.pid}-${randomBytes(4).toString("hex")}`)
  try {
    await make(place, half, durable)
    await rename(half, place.store)
    if (durable) await syncFolder(place.folder)
  } catch (error) {
    const quicker = await readPasswords(place.store) // two first starts at once: the first rename wins
    if (!quicker) throw error
  } finally {
    await rm(half, { recursive: true, force: true })
  }
  const made = await readPasswords(place.store)
  if (!made) throw new Error(`数据库没有建成：${place.store}`)
  return made
}

/** Removes what killed first starts left; what cannot go now goes the next time. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^first-start-(\d+)-/.exec(name)?.[1]
    if (!pid || isAlive(Number(pid))) continue
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

async function make(place: Place, half: string, durable: boolean): Promise<void> {
  const cluster = join(half, "cluster")
  const passwords: Passwords = { postgres: password(), qiaoliang: password() }
  const superuser = join(half, "superuser")
  await mkdir(half, { mode: 0o700 })
  await writeFile(passwordsOf(half), JSON.stringify(passwords), { mode: 0o600 })
  await writeFile(superuser, passwords.postgres, { mode: 0o600 })
  if (place.runAs)
    for (const path of [half, passwordsOf(half), superuser])
      await chown(path, place.runAs.uid, place.runAs.gid)
  const access = ["-U", "postgres", "--auth=scram-sha-256", `--pwfile=${superuser}`]
  await initialise(place, cluster, [...access, ...(durable ? [] : ["--no-sync"])])
  await rm(superuser)
  // In single-user mode, so that no half-made server ever listens.
  const single = [
    "--single",
    "-D",
    cluster,
    "-c",
    "exit_on_error=on",
    "-c",
    `fsync=${durable ? "on" : "off"}`,
  ]
  await run(place, "postgres", [...single, "postgres"], foundation(passwords))
  if (durable) for (const path of [passwordsOf(half), half]) await syncFolder(path)
}

/**
 * The builtin provider sorts and folds the same on every machine. pg_trgm, though, asks the system's LC_CTYPE
 * which characters are letters: with C none of Chinese is, and similarity is 0. So a UTF-8 one, by whatever
 * name this system has for it.
 */
async function initialise(place: Place, cluster: string, more: string[]): Promise<void> {
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
  const names = ["C.UTF-8", "en_US.UTF-8", "zh_CN.UTF-8"]
  for (const [tried, name] of names.entries()) {
    try {
      return await run(place, "initdb", [
        "-D",
        cluster,
        "-E",
        "UTF8",
        ...locale,
        `--lc-ctype=${name}`,
        ...more,
      ])
    } catch (error) {
      if (tried + 1 === names.length) throw error
      await rm(cluster, { recursive: true, force: true })
    }
  }
}

/** The app's role is no superuser and may not bypass row-level security: FORCE ROW LEVEL SECURITY holds for it. */
const foundation = (passwords: Passwords): string =>
  [
    `create role qiaoliang login nosuperuser nocreatedb nocreaterole nobypassrls password '${passwords.qiaoliang}'`,
    "create database qiaoliang owner qiaoliang",
    "revoke connect on database postgres from public",
    "",
  ].join("\n")

const password = (): string => randomBytes(24).toString("hex")

/** Runs one of PostgreSQL's programs to its end; throws with what it said when it fails. */
async function run(place: Place, name: "initdb" | "postgres", args: string[], input = ""): Promise<void> {
  const child = spawn(programOf(place.binaries, name), args, {
    ...place.runAs,
    cwd: place.runAs ? "/" : place.folder,
    env: plainEnvironment(),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  })
  let said = ""
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text
    })
  child.stdin.on("error", () => undefined).end(input)
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.once("error", reject).once("close", (exit, signal) => resolve(exit ?? signal))
  })
  if (code !== 0) throw new Error(`数据库第一次启动失败（${name}：${code}）：\n${said.slice(-2000)}`)
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}
