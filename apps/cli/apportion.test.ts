import { execFile } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const main = fileURLToPath(new URL("main.ts", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "桥梁 apportion "))

const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [main, "apportion", ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    )
  })

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  const written = typeof content === "string" || content instanceof Uint8Array
  writeFileSync(path, written ? content : JSON.stringify(content))
  return path
}

const university = {
  faculties: [
    { name: "文学院", grades: { "2024级": 400, "2025级": 350 } },
    { name: "法学院", grades: { "2024级": 130, "2025级": 120 } },
  ],
  societies: [{ name: "登山协会", members: 90, main: true }],
}

describe("apportion", () => {
  it("prints exactly what programs read", async () => {
    const { code, out } = await run(file("university.json", university), "--json")
    const json = JSON.parse(out) as { seats: { seats: number }[]; checks: { ok: boolean }[] }
    expect(code).toBe(0)
    expect(Object.keys(json)).toEqual(["total", "seats", "societies", "checks"])
    expect(json).toMatchObject({
      total: 10,
      seats: [
        { faculty: "文学院", grade: "2024级", seats: 4, quota: 4 },
        { faculty: "文学院", grade: "2025级", seats: 4, quota: 3.5 },
        { faculty: "法学院", grade: "2024级", seats: 1, quota: 1.3 },
        { faculty: "法学院", grade: "2025级", seats: 1, quota: 1.2 },
      ],
      societies: [{ name: "登山协会", seats: 1 }],
    })
    expect(json.checks.every((c) => c.ok)).toBe(true)
  })

  it("prints the table and its arithmetic for people", async () => {
    const { code, out } = await run(file("table.json", university))
    expect(code).toBe(0)
    expect(out).toContain(
      "文学院：750 ÷ 1000 × 10 = 7.500；整数部分7名，余数0.500；余数排第1，再得1名；得8名",
    )
  })

  it("exits 1 where the terms collide, and says how they would not", async () => {
    const path = file("small.json", { ...university, total: 1 })
    const { code, out } = await run(path, "--json")
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      total: 1,
      seats: [],
      societies: [],
      infeasible: {
        collide: [{ id: "total" }, { id: "every-faculty", clause: "6.4" }],
        ways: [{ changes: [{ field: "total", from: 1, to: 2 }] }],
      },
    })
    const told = await run(path)
    expect(told.code).toBe(1)
    expect(told.out).toContain("总名额增加到2名")
  })

  it("exits 1 where floors collide, and names them and each way out", async () => {
    const floors = { faculties: { 文学院: "80%", 法学院: "40%" } }
    const { code, out } = await run(file("floors.json", { ...university, floors }), "--json")
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      seats: [],
      infeasible: {
        collide: [{ id: "total" }, { id: "floors.faculties.文学院" }, { id: "floors.faculties.法学院" }],
        ways: [
          { says: "学院（系）“文学院”的下限由8名降为6名" },
          { says: "学院（系）“法学院”的下限由4名降为2名" },
        ],
      },
    })
    const fits = { faculties: { 文学院: "60%", 法学院: "40%" } }
    expect((await run(file("fit.json", { ...university, floors: fits }))).code).toBe(0)
  })

  it.each([
    ["a file that is not there", join(folder, "没有.json"), "不存在"],
    ["a folder", folder, "文件夹"],
    ["no JSON", file("broken.json", "{"), "不是 JSON：第1行第2个字附近写得不对"],
    ["an empty file", file("empty.json", ""), "文件是空的"],
    ["another encoding", file("gbk.json", Buffer.from([0x7b, 0xce, 0xc4, 0xd1, 0xa7, 0x7d])), "不是 UTF-8"],
    ["a wrong field", file("field.json", { ...university, total: -3 }), "total"],
  ])("exits 2 for %s", async (_, path, words) => {
    const { code, out, err } = await run(path, "--json")
    expect([code, out]).toEqual([2, ""])
    expect(err).toContain(words)
  })

  it.each([
    [[], "没有写明文件"],
    [["--jason", "a.json"], "没有“--jason”这个选项"],
    [["a.json", "b.json"], "参数多了"],
  ])("exits 2 in Chinese for what was typed wrong: %j", async (typed, words) => {
    const { code, out, err } = await run(...typed)
    expect([code, out]).toEqual([2, ""])
    expect(err).toContain(words)
  })
})
