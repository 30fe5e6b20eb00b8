import { execFile } from "node:child_process"
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const main = fileURLToPath(new URL("main.ts", import.meta.url))
const minghu = fileURLToPath(new URL("../../examples/minghu/", import.meta.url))
const all = readdirSync(minghu)
  .filter((name) => /\.(xlsx|csv)$/.test(name))
  .map((name) => join(minghu, name))
const folder = mkdtempSync(join(tmpdir(), "桥梁 check "))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The real command, as a process of its own. */
const run = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [main, "check", ...args], { maxBuffer: 64 << 20 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    )
  })

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const register = file(
  "清江大学-学生名册.csv",
  "学号,姓名,学院,专业,年级,学历层次,政治面貌\n20240001,甲乙,文学院,中文,2024级,本科,共青团员\n20240002,丙丁,文学院,中文,2024级,本科,中共党员\n",
)
const results = file(
  "清江大学-学业成绩.csv",
  "学号,姓名,最近一学期排名,最近一学年排名,入学以来排名,不及格门数\n20240001,甲乙,1/30,1/30,1/30,0\n20240002,丙丁,2/30,20/30,20/30,0\n",
)
const roster = file(
  "清江大学-学生会名单.csv",
  "清江大学学生会工作人员名单（2025—2026学年）\n姓名,学号,职务,部门\n甲乙,20240001,执行主席,主席团\n丙丁,20240002,主席团成员,主席团\n",
)

interface Json {
  unions: { id: string; name: string; staff: number }[]
  findings: {
    clause: string
    union: string
    verdict: string
    reading: string | null
    limit: string
    rows: unknown[]
  }[]
  refused: unknown[]
  reported: unknown[]
  asOf: string
}

describe("check", () => {
  it("exits 1 with the sample university's violations and prints the JSON programs read", async () => {
    const { code, out } = await run("--json", "--as-of", "2025-11-15", ...all)
    expect(code).toBe(1)
    const json = JSON.parse(out) as Json
    expect(Object.keys(json)).toEqual(["unions", "findings", "refused", "reported", "asOf"])
    expect(json.unions).toHaveLength(20)
    expect(json.asOf).toBe("2025-11-15")
    expect(json.refused).toHaveLength(3)
    expect(json.reported).toHaveLength(13)
    expect(json.refused[0]).toMatchObject({ sheet: "工作人员名单", row: 9, column: "职务", clause: "3.9" })
    const verdicts = new Set(json.findings.map((f) => f.verdict))
    for (const verdict of verdicts)
      expect(["met", "explained", "warning", "violated", "unknown"]).toContain(verdict)
    const share = json.findings.find((f) => f.clause === "5.6" && f.union === "明湖大学学生会")
    expect(share).toMatchObject({ verdict: "warning", value: "17/40", limit: "≥50%" })
    expect(share?.rows[0]).toEqual({
      file: "明湖大学-校学生会工作人员名单.xlsx",
      sheet: "工作人员名单",
      row: 5,
      name: "蔡家哲",
      studentId: "202307010106",
    })
  })

  it("tells people by union and article, with the reading, the rows and the cure", async () => {
    const { code, out, err } = await run(...all)
    expect(code).toBe(1)
    expect(out).toContain("研判日期：2025年11月30日")
    expect(out).toContain("◆ 明湖大学学生会：工作人员40人，主席团4人，工作部门6个")
    expect(out).toMatch(/【违反】3\.5 .*文体活动部/)
    expect(out).toContain("改正：")
    expect(out).toContain("读法：")
    expect(err).toContain("诉求登记")
  })

  it("exits 0 where nothing is violated", async () => {
    const { code, out } = await run(register, results, roster, "--json")
    const json = JSON.parse(out) as Json
    expect(json.findings.filter((f) => f.verdict === "violated")).toEqual([])
    expect(code).toBe(0)
  })

  it("takes a reading and a stricter local limit, and says which", async () => {
    const { code, out } = await run(
      register,
      results,
      roster,
      "--json",
      "--reading",
      "4.3=practice-year",
      "--local",
      "3.3=1",
    )
    expect(code).toBe(1)
    const violated = (JSON.parse(out) as Json).findings.filter((f) => f.verdict === "violated")
    expect(violated.map((f) => f.clause).toSorted()).toEqual(["3.3", "4.3"])
    expect(violated.find((f) => f.clause === "3.3")?.limit).toBe("≤1")
    expect(violated.find((f) => f.clause === "4.3")?.reading).toBeTruthy()
  })
})

describe("check refuses with 2", () => {
  it.each([
    ["a file that is not there", ["没有.xlsx"], "没有.xlsx"],
    ["a broken workbook", [file("坏.xlsx", "PK\u0003\u0004nonsense")], "坏.xlsx"],
    ["a table of no known kind", [file("菜谱.csv", "菜名,价格\n豆腐,3\n米饭,1\n")], "菜谱.csv"],
    ["a folder", [folder], "文件夹"],
    ["a looser local limit, citing 11.2", [roster, "--local", "3.3=9"], "11.2"],
    ["an unknown reading", [roster, "--reading", "4.3=kind"], "4.3"],
    ["a day that is none", [roster, "--as-of", "2025-02-30"], "YYYY-MM-DD"],
    ["no file", [], "没有写明文件"],
  ])("%s", async (_, args, said) => {
    const { code, out, err } = await run(...args)
    expect(code).toBe(2)
    expect(out).toBe("")
    expect(err).toContain(said)
  })

  it("and explains itself on --help with 0", async () => {
    const { code, out } = await run("--help")
    expect(code).toBe(0)
    expect(out).toContain("--as-of")
  })
})
