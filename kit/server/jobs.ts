import { PgBoss } from "pg-boss"
import { nobody } from "./actor.ts"
import type { Job } from "./module.ts"
import type { World } from "./world.ts"

/** Every module's jobs, by `module.job`. */
export const jobsOf = (world: World): readonly { name: string; job: Job }[] =>
  world.modules.flatMap((m) => (m.jobs ?? []).map((job) => ({ name: `${m.name}.${job.name}`, job })))

/** Run one job for every university; one that fails does not keep the others from theirs. */
export async function runJob(world: World, job: Job): Promise<void> {
  const failures: unknown[] = []
  for (const of of await world.universities())
    await world.within(of, nobody, job.run).catch((error: unknown) => failures.push(error))
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
