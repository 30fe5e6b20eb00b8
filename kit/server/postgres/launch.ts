import { type ChildProcess, spawn } from "node:child_process"
import { open, readFile, rename, stat } from "node:fs/promises"
import { createServer } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { plainEnvironment, programOf } from "./binaries.ts"
import { clusterOf, ensureStore, logOf, type Passwords } from "./first-start.ts"
import { choosePlace, type Place } from "./folder.ts"
import { FolderInUse, takeLock } from "./lock.ts"
import { isAlive, isServerOf, readPostmasterFile, removeStaleFile, send, stopServer } from "./postmaster.ts"

export { FolderInUse } from "./lock.ts"

export interface PostgresWanted {
  /** Where the data should live; made when missing. */
  readonly dataDir: string
  /** False only for tests: nothing survives a power cut, and everything is faster. */
  readonly durable?: boolean
  /** Where root puts what the database's user cannot reach. */
  readonly spare?: string
  /** Called when the server ends though nobody stopped it: the app can only end as well. */
  readonly onLost?: (why: Error) => void
}

/**
 * A running server. `url`: the app's role (no superuser) on its database. `superUrl`: the superuser on the
 * database `postgres`, for tests and maintenance. `folder`: where the data really lives.
 */
export interface RunningPostgres {
  readonly url: string
  readonly superUrl: string
  readonly folder: string
  readonly stop: () => Promise<void>
}

/**
 * Starts this folder's own PostgreSQL on a free port of the loopback address, making it at the first start.
 * Throws FolderInUse when another app has the folder.
 */
export async function startPostgres(wanted: PostgresWanted): Promise<RunningPostgres> {
  const durable = wanted.durable ?? true
  const place = await choosePlace(wanted.dataDir, wanted.spare ?? "/var/lib/qiaoliang")
  const passwords = await ensureStore(place, durable)
  await turnLog(place)
  for (let attempt = 1; ; attempt++) {
    await clearLeftover(place, passwords)
    const port = await freePort()
    const server = await launch(place, port, durable)
    const held =
      (await untilReady(server, place)) && (await hold(server, place, passwords, port, wanted.onLost))
    if (held) return held
    // Its port was taken meanwhile, another app was quicker, or orphans of a killed server were still leaving.
    if (attempt === 6)
      throw new Error(`数据库启动不了。它的记录（${logOf(place)}）最后写着：\n${await logEnd(place)}`)
    await sleep(100 * attempt)
  }
}

const superUrlOf = (passwords: Passwords, port: number): string =>
  `postgres://postgres:${passwords.postgres}@127.0.0.1:${port}/postgres`

/** Stops the server a killed app left running; throws when its app is still alive. */
async function clearLeftover(place: Place, passwords: Passwords): Promise<void> {
  const cluster = clusterOf(place)
  const until = Date.now() + 60_000
  for (;;) {
    const file = await readPostmasterFile(cluster)
    if (!file) return
    if (!(await isServerOf(file.pid, cluster))) return removeStaleFile(cluster, file)
    const lock = file.port ? await takeLock(superUrlOf(passwords, file.port)) : undefined
    // A server may need a moment to notice that the app holding it was killed.
    if (lock?.kind === "taken" && (!lock.by || isAlive(lock.by) || Date.now() > until))
      throw new FolderInUse(place.folder, lock.by)
    if (lock?.kind === "held") {
      await stopServer(file.pid, cluster)
      await lock.client.end().catch(() => undefined)
    } else if (Date.now() > until) {
      const why = lock?.kind === "unreachable" ? lock.error.message : "not listening"
      throw new Error(
        `数据文件夹 ${place.folder} 里有一个没有应答的数据库进程（${file.pid}，${why}）。请结束它后再启动。`,
      )
    }
    await sleep(50)
  }
}

async function launch(place: Place, port: number, durable: boolean): Promise<ChildProcess> {
  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    cluster_name: "qiaoliang",
    max_connections: 200,
    timezone: "UTC",
    log_timezone: "UTC",
    // Fewer full checkpoints and plans for solid-state disks; what was acknowledged stays durable.
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    random_page_cost: 1.1,
    fsync: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const log = await open(logOf(place), "a", 0o600)
  try {
    if (place.runAs) await log.chown(place.runAs.uid, place.runAs.gid)
    const server = spawn(programOf(place.binaries, "postgres"), ["-D", clusterOf(place), ...args], {
      ...place.runAs,
      cwd: place.runAs ? "/" : place.folder,
      env: plainEnvironment(),
      stdio: ["ignore", log.fd, log.fd],
      detached: true, // Ctrl+C is the app's to answer: it finishes its requests, then stops the server
      windowsHide: true,
    })
    await new Promise((resolve, reject) => server.once("spawn", resolve).once("error", reject))
    return server
  } finally {
    await log.close()
  }
}

const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null

/** True when it takes connections, false when it ended; replaying a long log may take minutes. */
async function untilReady(server: ChildProcess, place: Place): Promise<boolean> {
  while (!hasEnded(server)) {
    const file = await readPostmasterFile(clusterOf(place))
    if (file?.pid === server.pid && file?.ready) return true
    await sleep(15)
  }
  return false
}

/** Takes the folder's lock on the new server and hands the server over; undefined when the server went away. */
async function hold(
  server: ChildProcess,
  place: Place,
  passwords: Passwords,
  port: number,
  onLost: PostgresWanted["onLost"],
): Promise<RunningPostgres | undefined> {
  const pid = server.pid!
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()))
  const superUrl = superUrlOf(passwords, port)
  const lock = await takeLock(superUrl)
  if (lock.kind === "taken") throw new FolderInUse(place.folder, lock.by) // who was quicker stops this server too
  if (lock.kind === "unreachable") {
    if (!hasEnded(server)) await stopServer(pid, clusterOf(place))
    return undefined
  }
  const stopAtExit = () => send(pid, "SIGINT") // the app ends without having said stop
  process.once("exit", stopAtExit)
  let stopping: Promise<void> | undefined
  server.once("exit", (code, signal) => {
    process.off("exit", stopAtExit)
    if (!stopping) onLost?.(new Error(`数据库意外停止（${code ?? signal}）。记录在 ${logOf(place)}`))
  })
  const stop = async () => {
    if (!hasEnded(server)) await stopServer(pid, clusterOf(place))
    await lock.client.end().catch(() => undefined)
    if (!hasEnded(server)) await ended
  }
  return {
    url: `postgres://qiaoliang:${passwords.qiaoliang}@127.0.0.1:${port}/qiaoliang`,
    superUrl,
    folder: place.folder,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(0, "127.0.0.1", () => resolve()),
  )
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === "string") throw new Error("no port")
  return address.port
}

/** Keeps the log from growing for ever: past 10 MB it becomes the one older log. */
async function turnLog(place: Place): Promise<void> {
  const size = (await stat(logOf(place)).catch(() => undefined))?.size ?? 0
  if (size > 10_000_000) await rename(logOf(place), `${logOf(place)}.1`)
}

const logEnd = async (place: Place): Promise<string> =>
  (await readFile(logOf(place), "utf8").catch(() => "")).slice(-2000)
