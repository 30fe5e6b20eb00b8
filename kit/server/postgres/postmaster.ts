import { execFileSync } from "node:child_process"
import { readFile, realpath, rm } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

/** What postmaster.pid says: `port` once known, `ready` once the server takes connections. */
export interface PostmasterFile {
  readonly pid: number
  readonly port: number | undefined
  readonly ready: boolean
  readonly text: string
}

/** Reads the file a running (or killed) server left in its cluster; undefined when there is none. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")
  const lines = text.split("\n")
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]) || undefined, ready: lines[7]?.trim() === "ready", text }
}

/** Whether a process of that id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/**
 * Whether that process is the server of that cluster and not a stranger who was given a dead server's id
 * (as happens after every restart of a container). Its command line names its cluster; its working directory
 * would say so too, but root in a container may not look at another user's.
 */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === "linux") {
    const words = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0")
    const named = words[words.indexOf("-D") + 1]
    return /\bpostgres$/.test(words[0] ?? "") && named !== undefined && (await sameFolder(named, cluster))
  }
  if (process.platform === "win32") return true
  try {
    return execFileSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).includes("postgres")
  } catch {
    return false
  }
}

const sameFolder = async (one: string, other: string): Promise<boolean> =>
  one === other || (await realpath(one).catch(() => one)) === (await realpath(other).catch(() => other))

/** Removes the file of a server long dead, unless somebody has written a new one meanwhile. */
export async function removeStaleFile(cluster: string, stale: PostmasterFile): Promise<void> {
  const now = await readPostmasterFile(cluster)
  if (now?.text === stale.text) await rm(join(cluster, "postmaster.pid"), { force: true })
}

/**
 * Asks a server to stop: fast first (SIGINT: sessions are cut, everything is written), and if that takes
 * `patience` milliseconds, at once (SIGQUIT: the next start replays the log). Resolves when it is gone.
 */
export async function stopServer(pid: number, cluster: string, patience = 30_000): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    const until = Date.now() + patience
    if (await isServerOf(pid, cluster)) send(pid, signal)
    while (Date.now() < until) {
      if (!(await isServerOf(pid, cluster))) return
      await sleep(20)
    }
  }
  throw new Error(`数据库进程 ${pid} 停不下来。请结束这个进程后再启动。`)
}

/** Sends a signal to a process that may have gone already. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
  }
}
