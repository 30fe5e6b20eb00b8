import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { Command } from "commander"
import { type PackFile, pack, unpackAndVerify } from "#kit/paper/index.ts"
import { copyIn, copyOut, type TableShape, tablesOf } from "#kit/server/copy-out.ts"
import type { World } from "#kit/server/world.ts"
import { fail, withProduct } from "./product.ts"

const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value, null, 2))

/** Everything in the database, table by table and university by university, with a SHA-256 of each part. */
export async function backUp(world: World): Promise<Uint8Array> {
  const files: PackFile[] = []
  const universities: string[] = []
  let tables: TableShape[] = []
  await world.db.transaction(async (_, client) => {
    await client.query("set transaction isolation level repeatable read read only")
    tables = await tablesOf(client)
    const { rows } = await client.query<{ id: string }>("select id from university order by id")
    universities.push(...rows.map((r) => r.id))
    for (const table of tables.filter((t) => !t.tenant))
      files.push({ path: `system/${table.name}.copy`, bytes: await copyOut(client, table) })
    for (const id of universities) {
      await client.query("select set_config('qiaoliang.university', $1, true)", [id])
      for (const table of tables.filter((t) => t.tenant))
        files.push({ path: `university/${id}/${table.name}.copy`, bytes: await copyOut(client, table) })
    }
  })
  files.push({ path: "tables.json", bytes: text({ format: 1, tables, universities }) })
  return pack(files).bytes
}

/** Everything back into an empty installation of the same or a later version: all of it or nothing. */
export async function restore(world: World, bytes: Uint8Array): Promise<string | undefined> {
  const opened = unpackAndVerify(bytes, { limits: { files: 100_000, bytes: 8 * 1024 ** 3 } })
  if (!opened.ok) return opened.error.because
  if (await world.firstUniversity()) return "这里已有学校的数据，只能恢复到空的数据文件夹"
  const parts = opened.value.files
  const about = parts.get("tables.json")
  if (!about) return "这不是本系统的备份"
  const { tables, universities } = JSON.parse(new TextDecoder().decode(about)) as {
    tables: TableShape[]
    universities: string[]
  }
  await world.db.transaction(async (_, client) => {
    for (const table of tables.filter((t) => !t.tenant))
      await copyIn(client, table, parts.get(`system/${table.name}.copy`) ?? new Uint8Array())
    for (const id of universities) {
      await client.query("select set_config('qiaoliang.university', $1, true)", [id])
      for (const table of tables.filter((t) => t.tenant))
        await copyIn(client, table, parts.get(`university/${id}/${table.name}.copy`) ?? new Uint8Array())
    }
  })
  return undefined
}

export const backupCommand = (): Command =>
  new Command("backup")
    .description("备份本机全部数据为一个可校验的 ZIP（使用内置数据库时先停止网站）")
    .argument("<file>", "备份写到哪里，如 qiaoliang-2025-11-15.zip")
    .action(async (file: string) => {
      if (existsSync(file)) return fail(`${file} 已存在`, "换一个文件名")
      await withProduct(async ({ world }) => {
        const bytes = await backUp(world)
        writeFileSync(file, bytes, { mode: 0o600 })
        console.log(`已备份到 ${file}（${Math.ceil(bytes.byteLength / 1024)} KB）`)
      })
    })

export const restoreCommand = (): Command =>
  new Command("restore")
    .description("把备份恢复到空的数据文件夹或空的数据库")
    .argument("<file>", "backup 写的 ZIP")
    .action(async (file: string) => {
      if (!existsSync(file)) return fail(`没有 ${file}`)
      await withProduct(async ({ world }) => {
        const problem = await restore(world, new Uint8Array(readFileSync(file)))
        if (problem) return fail(problem)
        console.log("已恢复")
      })
    })
