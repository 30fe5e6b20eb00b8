import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { unwrap } from "@qiaoliang/basics"
import { type Entry, link } from "@qiaoliang/ledger"
import { describe, expect, it } from "vitest"
import { testWorld } from "#modules/accounts/build.ts"
import { beginTest, testKind, testRoom } from "#modules/courses/build.ts"
import { move } from "#modules/courses/contract.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { addFaculty, hold } from "#modules/offices/build.ts"
import { checkDatabase, checkFile, isWhole } from "./check-ledger.ts"
import { LedgerWriter, readLedger } from "./ledger-file.ts"
import { sentences } from "./verify-ledger.ts"

const kind = testKind()
const w = await testWorld({ modules: [coursesModule([kind]), testRoom(kind)], at: "2025-11-17T02:00:00Z" })
await addFaculty(w, "文学院")
await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
const student = await w.as("S1")
const league = await w.as("F1")
const { id } = unwrap(await student.post(beginTest, { title: "甲", about: ["S1"], faculty: "文学院" }))
const says = { conduct: "品行端正，乐于奉献" }
const first = { kind: "pass" as const, step: "recommended", office: "faculty-league", version: "v1", says }
unwrap(await league.post(move, { id, move: first }))
unwrap(await student.post(beginTest, { title: "乙", about: ["S1"], faculty: "文学院" }))
await w.addUniversity("别的大学")

const folder = mkdtempSync(join(tmpdir(), "qiaoliang-ledger-"))
let files = 0
const inFile = (text: string): string => {
  const path = join(folder, `${files++}.jsonl`)
  writeFileSync(path, text)
  return path
}
const check = (path: string) => checkFile(readLedger(path))
/** As whoever owns the database could: past the guard of the append-only tables. */
const tamper = (sql: string) =>
  w.world.db.scoped(w.university.id, async (tx) => {
    await tx.client.query("alter table ledger_entry disable trigger append_only")
    await tx.client.query(sql, [w.university.id])
    await tx.client.query("alter table ledger_entry enable trigger append_only")
  })
/** The database with something wrong, and as it was again. */
const found = async (wrong: string, right: string) => {
  await tamper(wrong)
  const all = await checkDatabase(w.world)
  await tamper(right)
  expect((await checkDatabase(w.world)).every(isWhole)).toBe(true)
  return all.find((c) => c.university === w.university.id)!
}

describe("a database", () => {
  it("is whole as the product wrote it, every university of it", async () => {
    const all = await checkDatabase(w.world)
    expect(all.map((c) => c.entries)).toEqual([3, 0])
    expect(all.every(isWhole)).toBe(true)
    expect(sentences(all[0]!)[0]).toBe(`核验通过：${w.university.name}，台账共3条`)
  })

  it("names the first entry that was changed, also behind another", async () => {
    const set = (seq: number, to: string) =>
      `update ledger_entry set body = jsonb_set(body, '{name}', '"${to}"') where university_id = $1 and seq >= ${seq}`
    const names =
      "update ledger_entry set body = jsonb_set(body, '{name}', to_jsonb((body ->> 'number') || '号')) where university_id = $1"
    const changed = await found(set(2, "改"), names)
    expect(changed).toMatchObject({ entries: 3, broken: { seq: 2, because: "hash" }, courses: [] })
    expect(sentences(changed)).toEqual([
      `核验未通过：${w.university.name}，台账第2条：内容与校验码不符，记录被改动过`,
    ])
  })

  it("names a course that was moved past its ledger, put in, or taken out", async () => {
    const status = (to: string) =>
      `update course set status = '${to}', state = jsonb_set(state, '{status}', '"${to}"') where university_id = $1 and id = '${id}'`
    expect(await found(status("passed"), status("open"))).toMatchObject({
      broken: null,
      courses: [{ id, because: "state" }],
    })
    const rename = (from: string, to: string) =>
      `update course set id = '${to}' where university_id = $1 and id = '${from}'`
    expect((await found(rename(id, "zz"), rename("zz", id))).courses).toEqual([
      { id: "zz", because: "unrecorded" },
      { id, because: "lost" },
    ])
  })
})

describe("an exported ledger", () => {
  const whole = async () => {
    const path = join(folder, `${files++}.jsonl`)
    const out = new LedgerWriter(path)
    await checkDatabase(w.world, out)
    out.close()
    expect(() => new LedgerWriter(path)).toThrow()
    return readFileSync(path, "utf8").trimEnd().split("\n")
  }

  it("is whole as it was written", async () => {
    const all = await check(inFile((await whole()).join("\n")))
    expect(all.map((c) => [c.name, c.entries])).toEqual([
      [w.university.name, 3],
      ["别的大学", 0],
    ])
    expect(all.every(isWhole)).toBe(true)
  })

  it("shows where it was changed, an entry taken out, rewritten with a hash of its own, or cut off", async () => {
    const lines = await whole()
    const broken = async (changed: readonly string[]) => (await check(inFile(changed.join("\n"))))[0]?.broken
    expect(await broken(lines.with(2, lines[2]!.replace("乐于奉献", "不宜推荐")))).toEqual({
      seq: 2,
      because: "hash",
    })
    expect(await broken(lines.toSpliced(2, 1))).toEqual({ seq: 2, because: "gap" })
    const before = JSON.parse(lines[1]!) as Entry
    const forged = { university: w.university.id, ...link(before, { topic: "course" }) }
    expect(await broken(lines.with(2, JSON.stringify(forged)))).toEqual({ seq: 3, because: "prev" })
    expect(await broken(lines.toSpliced(3, 1))).toEqual({ seq: 3, because: "short" })
    expect(await broken(lines.slice(0, 3))).toEqual({ seq: 3, because: "short" })
  })

  it("is refused where it is something else", async () => {
    const lines = await whole()
    await expect(check(inFile(""))).rejects.toThrow("空文件")
    await expect(check(inFile('{"a":1}'))).rejects.toThrow("不是本系统导出的台账")
    await expect(check(inFile([...lines.slice(0, 2), "{"].join("\n")))).rejects.toThrow("第3行无法读取")
    await expect(check(inFile([...lines, lines[1]].join("\n")))).rejects.toThrow("两次")
    await expect(check(join(folder, "none"))).rejects.toThrow()
  })

  it("ends the command with 0 when whole, 1 when broken, 2 when it cannot be read", async () => {
    const main = fileURLToPath(new URL("main.ts", import.meta.url))
    const run = (path: string) =>
      new Promise<[number, string]>((resolve) => {
        execFile(process.execPath, [main, "verify-ledger", path], (error, out, err) =>
          resolve([typeof error?.code === "number" ? error.code : 0, out + err]),
        )
      })
    const lines = await whole()
    const [good, bad, none] = await Promise.all([
      run(inFile(lines.join("\n"))),
      run(inFile(lines.toSpliced(2, 1).join("\n"))),
      run(join(folder, "none")),
    ])
    expect(good[0]).toBe(0)
    expect(bad[0]).toBe(1)
    expect(bad[1]).toContain("台账第2条")
    expect(none[0]).toBe(2)
  })
})
