import { resolve } from "node:path"
import { readOutward } from "#modules/reminders/index.ts"

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** A PostgreSQL of the operator's; none: our own, inside the data folder. */
  readonly databaseUrl: string | undefined
  /** Whether an empty installation begins with the sample university. */
  readonly sample: boolean
}

/** Settings from the environment. Throws one sentence that names every wrong one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = []
  const port = Number(env.PORT ?? "3000")
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    wrong.push(`PORT=${env.PORT}（应为 0—65535 的整数）`)
  const databaseUrl = env.DATABASE_URL || undefined
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    wrong.push("DATABASE_URL（应以 postgres:// 开头）")
  wrong.push(...readOutward(env).wrong)
  if (wrong.length) throw new Error(`设置有误：${wrong.join("；")}`)
  return {
    port,
    host: env.HOST ?? "127.0.0.1",
    dataDir: resolve(env.QIAOLIANG_DATA || "data"),
    databaseUrl,
    sample: env.QIAOLIANG_SAMPLE !== "none",
  }
}
