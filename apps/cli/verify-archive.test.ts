import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { groupOf, verifyArchive } from "@qiaoliang/ballot"
import { archiveOf, hold, prepare, singles, smallElection, swapped, yesNo } from "@qiaoliang/ballot/for-tests"
import { afterAll, describe, expect, it } from "vitest"
import { startThreads, type Threads } from "./ballot-workers.ts"

const folder = mkdtempSync(join(tmpdir(), "qiaoliang-verify-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const inFile = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

const small = await smallElection((group) => singles(group, 2))
const events = hold(small.prepared, small.ballots)
const good = inFile("good.bel", archiveOf(events))
const open = inFile("open.bel", archiveOf(events.slice(0, 3)))
const lie = JSON.stringify({ result: [[1, 0, 1], small.result[1]] })
const bad = inFile("bad.bel", archiveOf(hold(small.prepared, small.ballots, { result: lie })))
const other = inFile("other.bel", "PK\u0003\u0004 no archive at all")

const run = (...args: string[]) => {
  const main = fileURLToPath(new URL("main.ts", import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "verify", ...args], {
    encoding: "utf8",
  })
  return { status, stderr, lines: stdout.trim().split("\n") }
}

describe("qiaoliang verify", () => {
  it("exits 0 where all hold, with one line of JSON a file", () => {
    const { status, lines } = run("--json", good, open)
    expect(status).toBe(0)
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { file: good, ok: true, ballots: 3, result: small.result },
      { file: open, ok: true, ballots: 2 },
    ])
  })
  it("exits 1 with the first thing wrong in words", () => {
    const { status, stderr, lines } = run(good, bad)
    expect(status).toBe(1)
    expect(lines.join("\n")).toContain("张三：赞成 0票，反对 1票，弃权 1票")
    expect(stderr).toContain("公布的结果与解密得到的结果不同")
  })
  it("exits 2 for a file that is no archive, also among others", () => {
    const { status, lines } = run("--json", bad, other, join(folder, "missing.bel"), folder, good)
    expect(status).toBe(2)
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { ok: false, ballots: 3, error: "公布的结果与解密得到的结果不同" },
      { ok: false, ballots: 0, error: "文件不是选举存档" },
      { ok: false, ballots: 0, error: "文件不存在" },
      { ok: false, ballots: 0, error: "这是文件夹，不是文件" },
      { ok: true },
    ])
  })
})

describe("ballots on several threads", async () => {
  const group = await groupOf("Ed25519")
  const prepared = prepare(group, singles(group, 1), 30, [yesNo])
  const ballots = prepared.credentials.map((_, i) => prepared.cast(i, [[1, 0, 0]]))

  it("are all checked, and the first fault is found whoever meets one first", async () => {
    let seen = 0
    const check: Threads["check"] = async (context, texts, progress) => {
      const threads = startThreads(2)
      try {
        return await threads.check(context, texts, (done) => {
          seen = done
          progress(done)
        })
      } finally {
        await threads.close()
      }
    }
    const fine = archiveOf(hold(prepared, ballots))
    expect(await verifyArchive(fine, { check })).toMatchObject({ ok: true, result: [[30, 0, 0]] })
    expect(seen).toBe(30)
    const forged = ballots.map((ballot, i) => (i === 9 || i === 20 ? swapped(ballot) : ballot))
    const box = archiveOf([["Setup", ...prepared.setup], ...forged.map((b) => ["Ballot", b] as const)])
    expect((await verifyArchive(box, { check })).error).toContain("第10张选票：")
  })
})
