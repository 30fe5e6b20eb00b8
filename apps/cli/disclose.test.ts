import { execFile } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const main = fileURLToPath(new URL("./main.ts", import.meta.url))
const sample = fileURLToPath(new URL("../../examples/minghu/", import.meta.url))
const files = readdirSync(sample)
  .filter((f) => /\.(xlsx|csv)$/.test(f))
  .map((f) => join(sample, f))

const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) =>
    execFile(process.execPath, [main, ...args], (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    ),
  )

let folder: string
let made: Awaited<ReturnType<typeof run>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "disclose-"))
  made = await run("disclose", ...files, "--as-of", "2025-11-15", "--out", folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("disclose", () => {
  it("writes every format and the pack for both school unions, as drafts, and says what is left", () => {
    expect(made).toMatchObject({ code: 0 })
    expect(readdirSync(folder).toSorted()).toEqual(["明湖大学学生会", "明湖大学研究生会"])
    for (const union of readdirSync(folder)) {
      const kinds = readdirSync(join(folder, union)).map((f) => f.split(".").at(-1))
      expect(kinds.toSorted()).toEqual(["docx", "html", "json", "pdf", "zip"])
    }
    expect(made.out).toContain("送审前还有")
  })

  it("ticks the sample as the register decides, and holds no 学号", () => {
    const name = "明湖大学学生会2025—2026学年改革情况公开"
    const { content } = JSON.parse(readFileSync(join(folder, "明湖大学学生会", `${name}.json`), "utf8"))
    const rows: { number: string; conclusion: string; remark: string }[] = content.sections[0].own.rows
    const of = (n: number) => rows.find((r) => r.number === String(n))
    expect(of(3)).toMatchObject({ conclusion: "yes", remark: "实有40人" })
    expect(of(4)).toMatchObject({ conclusion: "yes", remark: "实有4人" })
    for (const n of [6, 7, 8]) expect(of(n)).toMatchObject({ conclusion: "no" })
    for (const n of [1, 9, 10, 13, 15]) expect(of(n)).toMatchObject({ conclusion: "open" })
    expect(content.sections[0].faculties.total).toBe(18)
    expect(JSON.stringify(content)).not.toMatch(/20\d{10}/)
  })

  it("refuses what it cannot read", async () => {
    expect(await run("disclose", join(sample, "nothing.xlsx"), "--out", folder)).toMatchObject({ code: 2 })
    expect(await run("disclose", ...files, "--as-of", "today", "--out", folder)).toMatchObject({ code: 2 })
  })
})

describe("verify-pack", () => {
  it("passes a whole pack, fails a changed one, cannot read another file", async () => {
    const pack = join(folder, "明湖大学研究生会", "pack.zip")
    const whole = await run("verify-pack", pack)
    expect(whole).toMatchObject({ code: 0 })
    expect(whole.out).toContain("结果一致")
    const bytes = readFileSync(pack)
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    const changed = join(folder, "changed.zip")
    writeFileSync(changed, bytes)
    expect((await run("verify-pack", changed)).code).toBeGreaterThan(0)
    expect(await run("verify-pack", pack, "--sha256", "0".repeat(64))).toMatchObject({ code: 1 })
    expect(await run("verify-pack", files[0]!)).toMatchObject({ code: 2 })
  })
})
