import { readFileSync } from "node:fs"
import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { newId } from "@qiaoliang/basics"
import pg from "pg"
import type { Page } from "playwright-core"
import { assemble } from "../apps/server/assemble.ts"
import { servePages } from "../apps/server/pages.ts"
import { loadSample } from "../apps/server/sample.ts"

interface Begins {
  /** No university yet, as `QIAOLIANG_SAMPLE=none` begins; otherwise the sample's. */
  readonly empty?: boolean
  /** When the story begins; its clock runs on from there. */
  readonly at?: Date
}

/** The whole product on a database of its own, listening on a free port. */
export async function openProduct({ empty = false, at }: Begins = {}) {
  const name = `story_${newId()}`
  const run = async (sql: string) => {
    const admin = new pg.Client({ connectionString: process.env.QIAOLIANG_TEST_PG_SUPER })
    await admin.connect()
    await admin.query(sql)
    await admin.end()
  }
  await run(`create database ${name} owner qiaoliang`)
  const url = new URL(process.env.QIAOLIANG_TEST_PG!)
  url.pathname = `/${name}`
  const dataDir = await mkdtemp(join(tmpdir(), "qiaoliang-story-"))
  let ahead = at ? at.getTime() - Date.now() : 0
  const clock = () => new Date(Date.now() + ahead)
  const product = await assemble({ url: url.href, dataDir, quiet: true, clock })
  await servePages(product.app)
  await product.app.ready()
  if (!empty) await loadSample(product.world, () => {})
  const address = await product.app.listen({ port: 0, host: "127.0.0.1" })
  const logins = (
    empty ? {} : JSON.parse(readFileSync(join(dataDir, "sample-logins.json"), "utf8"))
  ) as Record<string, string>
  return {
    ...product,
    address,
    logins,
    /** Time goes by, for everybody. */
    pass: (minutes: number) => {
      ahead += minutes * 60_000
    },
    /** Sign in as a person would: by the form. */
    signIn: async (page: Page, number: string) => {
      await page.goto(`${address}/sign-in`)
      await page.getByLabel("学号 / 工号").fill(number)
      await page.getByLabel("密码", { exact: true }).fill(logins[number]!)
      await page.getByRole("button", { name: "登录" }).click()
      await page.waitForURL(/\/office/)
    },
    shut: async () => {
      await product.close()
      await run(`drop database ${name} with (force)`)
    },
  }
}
