import { cp, mkdir, mkdtemp, rm } from "node:fs/promises"
import { join } from "node:path"
import { dayOf } from "@qiaoliang/basics"
import { assemble } from "../apps/server/assemble.ts"
import { loadSample } from "../apps/server/sample.ts"
import { copyOf } from "../kit/server/postgres/copies.ts"

/** What a product stands on: a database and a folder, nobody else's. */
export interface Ground {
  readonly url: string
  readonly dataDir: string
  readonly clear: () => Promise<void>
}

/** As the first start finds it. */
export const emptyGround = (): Promise<Ground> => groundOf("empty", async () => {})

/**
 * As a start with 明湖大学 leaves it: loaded once in a run, and copied. `at`: for a story of that day, loaded
 * early that morning.
 */
export function sampleGround(at?: Date): Promise<Ground> {
  const day = at && dayOf(at)
  const morning = day && new Date(`${day}T07:00:00+08:00`)
  const name = day ? `sample_${day.replaceAll("-", "_")}` : "sample"
  return groundOf(name, async (url, dataDir) => {
    const ahead = morning ? morning.getTime() - Date.now() : 0
    const clock = () => new Date(Date.now() + ahead)
    const { world, close } = await assemble({ url, dataDir, quiet: true, clock })
    await loadSample(world, () => {}).finally(close)
  })
}

async function groundOf(
  name: string,
  make: (url: string, dataDir: string) => Promise<void>,
): Promise<Ground> {
  const parent = process.env.QIAOLIANG_TEST_FOLDER!
  const first = join(parent, name)
  const { url, drop } = await copyOf(name, async (url) => {
    await rm(first, { recursive: true, force: true })
    await mkdir(first)
    await make(url, first)
  })
  const dataDir = await mkdtemp(join(parent, "story-"))
  await cp(first, dataDir, { recursive: true })
  return {
    url,
    dataDir,
    clear: async () => {
      await drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
