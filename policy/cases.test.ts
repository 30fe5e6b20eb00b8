import { readdirSync, readFileSync } from "node:fs"
import type { Finding } from "@qiaoliang/clause"
import { isRule } from "@qiaoliang/clause"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"
import { factsOf, verdictOf } from "./cases.ts"
import { type Case, caseFile, type Expected } from "./cases-file.ts"
import { articles, clauses, isClause, isQuestion, judgeUnion } from "./index.ts"

const folders = readdirSync(import.meta.dirname).filter((name) => /^\d\d-/.test(name))
const files = folders.flatMap((folder) => {
  const path = `${import.meta.dirname}/${folder}/cases.yaml`
  return folder === "11-closing" ? [] : [{ folder, cases: caseFile.parse(parse(readFileSync(path, "utf8"))) }]
})
const all = files.flatMap((f) => f.cases)

/** The findings of the clause, in the order expected; a single expectation may leave others out. */
function check(c: Case): void {
  const found = judgeUnion(factsOf(c)).filter((f) => f.clause === c.条款)
  if (c.应为 === "不判断") {
    expect(found).toEqual([])
    return
  }
  if (Array.isArray(c.应为)) {
    expect(found.map((f) => f.verdict)).toEqual(c.应为.map(verdictOf))
    for (const [i, said] of c.应为.entries()) agrees(found[i]!, said)
    return
  }
  const said = c.应为
  const own = found.filter((f) => f.verdict === verdictOf(said))
  expect(found.map((f) => f.verdict)).toContain(verdictOf(said))
  agrees(own.find((f) => said.对象 === undefined || f.subject === said.对象) ?? own[0]!, said)
}

function agrees(f: Finding, said: Expected): void {
  if (said.数值 !== undefined) expect(f.value).toBe(said.数值)
  if (said.对象 !== undefined) expect(f.subject).toBe(said.对象)
  if (said.涉及) expect(f.rows.map((r) => r.name)).toEqual(said.涉及)
  if (said.写明) expect([f.because, ...f.rows.map((r) => r.note ?? "")].join("\n")).toContain(said.写明)
  if (f.verdict === "unknown" || f.verdict === "violated" || f.verdict === "warning")
    expect(f.cure, `${f.clause} says what would cure it`).toBeTruthy()
}

for (const { folder, cases } of files)
  describe(folder, () => {
    for (const c of cases) it(`${c.条款} ${c.情形}`, () => check(c))
  })

describe("the cases together", () => {
  it("cite clauses and questions that exist", () => {
    for (const c of all) {
      expect(isClause(c.条款), c.条款).toBe(true)
      for (const id of Object.keys(c.已知.回答 ?? {})) expect(isQuestion(id), id).toBe(true)
    }
  })
  it("meet and deviate for every rule", () => {
    const told = new Map(
      articles.flatMap((a) => a.entries.filter(isRule).map((r) => [r.clause, new Set<string>()])),
    )
    for (const c of all)
      for (const said of c.应为 === "不判断" ? [] : [c.应为].flat()) told.get(c.条款 as never)?.add(said.结论)
    for (const [clause, verdicts] of told) {
      expect(verdicts.has("符合"), `${clause} has a case that meets`).toBe(true)
      expect(
        clauses[clause].force === "may" || verdicts.has("违反") || verdicts.has("提醒"),
        `${clause} has a case that deviates`,
      ).toBe(true)
    }
  })
})
