import { startPostgres } from "#kit/server/postgres/launch.ts"
import { assemble } from "../server/assemble.ts"
import { type Config, readConfig } from "../server/config.ts"

/** Run a command over the product's own database: the embedded one (the site must be stopped), or DATABASE_URL. */
export async function withProduct<T>(
  work: (product: Awaited<ReturnType<typeof assemble>>, config: Config) => Promise<T>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<T> {
  const config = readConfig(env)
  const postgres = config.databaseUrl ? undefined : await startPostgres({ dataDir: config.dataDir })
  try {
    const product = await assemble({
      url: config.databaseUrl ?? postgres!.url,
      dataDir: config.dataDir,
      quiet: true,
    })
    try {
      await product.app.ready()
      return await work(product, config)
    } finally {
      await product.close()
    }
  } finally {
    await postgres?.stop()
  }
}

/** Say why a command did nothing, and end with 2. */
export function fail(because: string, cure?: string): void {
  console.error(cure ? `${because}。${cure}` : because)
  process.exitCode = 2
}
