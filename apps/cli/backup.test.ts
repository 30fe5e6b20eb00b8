import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { newId, unwrap } from "@qiaoliang/basics"
import { unzipSync, zipSync } from "fflate"
import pg from "pg"
import { afterAll, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import { accountByNumber, setUp } from "#modules/accounts/index.ts"
import { assemble } from "../server/assemble.ts"
import { backUp, restore } from "./backup.ts"

const drops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const drop of drops) await drop()
})

async function product() {
  const name = `backup_${newId()}`
  const run = async (sql: string) => {
    const admin = new pg.Client({ connectionString: process.env.QIAOLIANG_TEST_PG_SUPER })
    await admin.connect()
    await admin.query(sql)
    await admin.end()
  }
  await run(`create database ${name} owner qiaoliang`)
  const url = new URL(process.env.QIAOLIANG_TEST_PG!)
  url.pathname = `/${name}`
  const dataDir = await mkdtemp(join(tmpdir(), "qiaoliang-backup-"))
  const opened = await assemble({ url: url.href, dataDir, quiet: true })
  await opened.app.ready()
  drops.push(async () => {
    await opened.close()
    await run(`drop database ${name} with (force)`)
  })
  return opened.world
}

it("brings everything back into an empty installation, and into no other", async () => {
  const from = await product()
  const university = { name: "备份大学", shortName: "备份" }
  const made = unwrap(await setUp(from, { university, adminNumber: "A1", adminName: "管理员" }))
  const bytes = await backUp(from)

  const into = await product()
  expect(await restore(into, bytes)).toBeUndefined()
  expect((await into.firstUniversity())?.name).toBe("备份大学")
  const account = await into.within(made.university, nobody, (ctx) => accountByNumber(ctx.tx, "A1"))
  expect(account?.admin).toBe(true)

  expect(await restore(into, bytes)).toContain("已有学校的数据")
})

it("refuses a backup that was changed", async () => {
  const from = await product()
  unwrap(
    await setUp(from, {
      university: { name: "改动大学", shortName: "改动" },
      adminNumber: "A1",
      adminName: "甲",
    }),
  )
  const files = unzipSync(await backUp(from))
  const path = Object.keys(files).find((name) => name.endsWith("/account.copy"))!
  files[path] = new TextEncoder().encode(new TextDecoder().decode(files[path]).replace("甲", "乙"))
  const bytes = zipSync(files)
  const into = await product()
  expect(await restore(into, bytes)).toBeDefined()
  expect(await into.firstUniversity()).toBeUndefined()
})
