import { PgBoss } from "pg-boss"
import { nobody } from "./actor.ts"
import type { Errand, Job } from "./module.ts"
import type { World } from "./world.ts"

/** Every module's jobs, by `module.job`. */
export const jobsOf = (world: World): readonly { name: string; job: Job | Errand }[] =>
  world.modules.flatMap((m) => (m.jobs ?? []).map((job) => ({ name: `${m.name}.${job.name}`, job })))

/** Run one job for every university; one that fails does not keep the others from theirs. */
export async function runJob(world: World, job: Job | Errand): Promise<void> {
  const failures: unknown[] = []
  for (const of of await world.universities())
    await ("go" in job ? job.go(world, of) : world.within(of, nobody, job.run)).catch((error: unknown) =>
      failures.push(error),
    )
  if (failures.length > 0) throw new AggregateError(failures, `${job.name} failed for ${failures.length}`)
}

/** Schedule all jobs on the product's own database: of several processes, one runs each. */
export async function startJobs(world: World): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({ connectionString: world.url, max: 2 })
  boss.on("error", (error) => console.error("jobs:", error.message))
  await boss.start()
  for (const { name, job } of jobsOf(world)) {
    await boss.createQueue(name, { retryLimit: 3, retryBackoff: true })
    await boss.work(name, () => runJob(world, job))
    await boss.schedule(name, job.cron, null, { tz: "Asia/Shanghai" })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) }
}

/** How a job has been doing, as far back as pg-boss keeps it. */
export interface JobHealth {
  readonly name: string
  readonly title: string
  readonly cron: string
  readonly lastDone: Date | null
  readonly lastFailed: Date | null
  /** Runs given up after their retries. */
  readonly failures: number
  readonly error: string | null
}

/** The jobs of the whole machine: for administrators only. Before the first start nothing has run. */
export async function jobsHealth(world: World): Promise<readonly JobHealth[]> {
  interface Row {
    name: string
    done: Date | null
    failed: Date | null
    failures: number
    error: string | null
  }
  const rows = await world.db.transaction(async (_, client) => {
    const kept = await client.query("select to_regclass('pgboss.job') as job")
    if (!kept.rows[0]?.job) return []
    const found = await client.query<Row>(
      `select name, max(completed_on) filter (where state = 'completed') as done,
              max(completed_on) filter (where state = 'failed') as failed,
              (count(*) filter (where state = 'failed'))::int as failures,
              (array_agg(output ->> 'message' order by completed_on desc) filter (where state = 'failed'))[1] as error
       from pgboss.job group by name`,
    )
    return found.rows
  })
  const known = new Map(rows.map((r) => [r.name, r]))
  return jobsOf(world).map(({ name, job }) => {
    const row = known.get(name)
    return {
      name,
      title: job.title ?? name,
      cron: job.cron,
      lastDone: row?.done ?? null,
      lastFailed: row?.failed ?? null,
      failures: row?.failures ?? 0,
      error: row?.error?.slice(0, 300) ?? null,
    }
  })
}
