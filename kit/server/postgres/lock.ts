import pg from "pg"

/** Any constant: advisory locks are per database, and nobody else uses the database `postgres`. */
const key = 27_118_920

/** A second app was started on a folder whose database serves another app. The message is for the screen. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number | undefined) {
    const who = pid ? `（进程号 ${pid}）` : ""
    super(
      `数据文件夹 ${folder} 正被另一个桥梁程序使用${who}。请先停止那个程序；如果要同时运行两个，请用 QIAOLIANG_DATA 给这一个另选文件夹。`,
    )
    this.name = "FolderInUse"
  }
}

/** `held`: the connection that holds the folder. `taken`: another app does. `unreachable`: no answer yet. */
export type Lock =
  | { readonly kind: "held"; readonly client: pg.Client }
  | { readonly kind: "taken"; readonly by: number | undefined }
  | { readonly kind: "unreachable"; readonly error: Error }

/**
 * Takes the folder for this app: a lock of a session, held as long as its connection.
 * It dies with the process, so a kill leaves nothing stale behind.
 */
export async function takeLock(superUrl: string): Promise<Lock> {
  const client = new pg.Client({
    connectionString: superUrl,
    application_name: `qiaoliang folder lock ${process.pid}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  client.on("error", () => undefined) // the server stopped: whoever stopped it knows
  try {
    await client.connect()
    const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [key])
    if (rows[0]?.taken) return { kind: "held", client }
    const holder = await client.query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
       where l.locktype = 'advisory' and l.granted and l.objid = $1`,
      [key],
    )
    await client.end()
    return { kind: "taken", by: Number(/\d+$/.exec(holder.rows[0]?.name ?? "")?.[0]) || undefined }
  } catch (error) {
    await client.end().catch(() => undefined)
    return { kind: "unreachable", error: error as Error }
  }
}
