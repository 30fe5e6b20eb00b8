// What the launcher's tests share: folders the database's user can reach, and an app to kill.
import { type ChildProcess, spawn } from "node:child_process"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"

export const asRoot = process.getuid?.() === 0
export const asOrdinaryUser = { uid: 65534, gid: 65534 }

const folders: string[] = []
const children = new Set<ChildProcess>()

/** A fresh folder under the temporary directory, removed at the end. */
export async function temporaryFolder(name = "launch", mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`))
  await chmod(folder, mode)
  folders.push(folder)
  return folder
}

/** Kills the apps still there and removes the folders. */
export async function endAll(): Promise<void> {
  for (const child of children) child.kill("SIGKILL")
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** The first column of the first row. */
export async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

export interface App {
  readonly pid: number
  readonly url: string
  readonly folder: string
  readonly ended: Promise<void>
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

/** Starts run-alone.ts in its own process group. */
export function spawnAlone(
  dataDir: string,
  { as, thenExit = false }: { as?: typeof asOrdinaryUser; thenExit?: boolean } = {},
): ChildProcess {
  const program = join(import.meta.dirname, "run-alone.ts")
  const child = spawn(process.execPath, [program, dataDir, ...(thenExit ? ["then-exit"] : [])], {
    ...as,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  })
  children.add(child.once("exit", () => children.delete(child)))
  return child
}

/** An app in a process of its own, once its database is there; rejects with what it said when it fails. */
export async function runAlone(dataDir: string, options?: Parameters<typeof spawnAlone>[1]): Promise<App> {
  const child = spawnAlone(dataDir, options)
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  const told = await new Promise<Pick<App, "url" | "folder">>((resolve, reject) => {
    let said = ""
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      said += text
    })
    child.stdout!.setEncoding("utf8").once("data", (line: string) => resolve(JSON.parse(line)))
    child.once("close", () => reject(new Error(said)))
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return { ...told, pid: child.pid!, ended, end }
}
