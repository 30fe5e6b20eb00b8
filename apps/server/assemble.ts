import type { FastifyInstance } from "fastify"
import { createApp } from "#kit/server/http.ts"
import { migrateAll } from "#kit/server/migrate.ts"
import { World } from "#kit/server/world.ts"
import { identify } from "#modules/accounts/index.ts"
import { modules } from "./modules.ts"

/** Database brought to the present, every room open; nothing listens yet. */
export async function assemble(options: {
  url: string
  dataDir?: string
  clock?: () => Date
  quiet?: boolean
}): Promise<{ world: World; app: FastifyInstance; close: () => Promise<void> }> {
  await migrateAll(options.url, modules)
  const world = new World({ ...options, modules, identify })
  const app = await createApp(world, {
    quiet: options.quiet ?? false,
    trustProxy: process.env.TRUST_PROXY === "1",
  })
  for (const module of modules) await module.onStart?.(world)
  const close = async () => {
    await app.close()
    for (const module of modules) await module.onStop?.(world)
    await world.close()
  }
  return { world, app, close }
}
