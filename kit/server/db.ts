import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import pg from "pg"

/** A transaction inside one university: the only way to reach a tenant table. */
export interface Tx {
  readonly university: string
  readonly sql: NodePgDatabase
  /** The raw connection, for COPY and set-based statements. */
  readonly client: pg.PoolClient
}

/** Connections to PostgreSQL. Every query on a tenant table runs inside `scoped`. */
export class Db {
  readonly pool: pg.Pool

  constructor(url: string, options: { max?: number } = {}) {
    this.pool = new pg.Pool({ connectionString: url, max: options.max ?? 16 })
    // A server that restarts must not take the process with it: the pool reconnects by itself.
    this.pool.on("error", () => {})
  }

  /** Run `work` in a transaction that sees and writes one university's rows only. */
  scoped<T>(universityId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction(async (sql, client) => {
      await client.query("select set_config('qiaoliang.university', $1, true)", [universityId])
      return work({ university: universityId, sql, client })
    })
  }

  /** A transaction that sees no tenant's rows: for the tables that belong to no university. */
  async transaction<T>(work: (sql: NodePgDatabase, client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect()
    try {
      await client.query("begin")
      const value = await work(drizzle(client), client)
      await client.query("commit")
      client.release()
      return value
    } catch (error) {
      // A connection that cannot even roll back is thrown away.
      const lost = await client.query("rollback").then(
        () => undefined,
        (e: Error) => e,
      )
      client.release(lost)
      throw error
    }
  }

  close(): Promise<void> {
    return this.pool.end()
  }
}

/** Rolls the transaction back and carries a value out of it: refused actions must leave nothing behind. */
export class RollBack<T> extends Error {
  readonly value: T
  constructor(value: T) {
    super("rolled back")
    this.value = value
  }
}

/** PostgreSQL's error code (`23505` unique violation…), wherever the driver put it. */
export function pgCode(error: unknown): string | undefined {
  const e = error as { code?: string; cause?: { code?: string } } | undefined
  return e?.cause?.code ?? e?.code
}
