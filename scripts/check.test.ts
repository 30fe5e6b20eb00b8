import { readArticle } from "@qiaoliang/clause"
import { describe, expect, it } from "vitest"
import { citationsExist, cited } from "./check/citations.ts"
import { directions, roomOrder } from "./check/directions.ts"
import { graphOf } from "./check/imports.ts"
import { addresses } from "./check/lockfile.ts"
import { allJudged, quotesStand, sameAsSeed } from "./check/text.ts"
import { readErrata } from "./generate/clauses.ts"
import { coverageFile } from "./generate/coverage.ts"

/** Each check can fail: a small repository with one thing wrong. */

const text = readArticle("# 三、精简\n\n## 3.1 must\n不应重叠，\n\n## 3.2 general\n一般为40人。\n")
const texts = [{ number: 3, text }]
const rule = (clause: string, quote: string) => ({ clause, spec: { quote } })
const why = (clause: string) => ({ clause, reason: "须由人判断，逐项公示" })

describe("text", () => {
  it("accepts quotes of the clause and refuses others", () => {
    expect(quotesStand(texts, [{ number: 3, entries: [why("3.1"), rule("3.2", "40人")] }])).toEqual([])
    expect(quotesStand(texts, [{ number: 3, entries: [rule("3.2", "不应重叠")] }])).toHaveLength(1)
    expect(quotesStand(texts, [{ number: 3, entries: [rule("3.9", "40人")] }])).toHaveLength(1)
    expect(quotesStand(texts, [{ number: 3, entries: [{ clause: "3.1", reason: "" }] }])).toHaveLength(1)
  })
  it("misses a clause nobody judges, and rules out of order", () => {
    const some = [{ number: 3, entries: [rule("3.2", "40人")] }]
    expect(allJudged(texts, some, new Set())).toEqual(["3.1: no rule, procedure, question or unmechanised"])
    expect(allJudged(texts, some, new Set(["3.1"]))).toEqual([])
    const turned = [{ number: 3, entries: [rule("3.2", "40人"), why("3.1")] }]
    expect(allJudged(texts, turned, new Set())).toHaveLength(1)
  })
  it("notices a changed word of the source and an erratum nobody needs", () => {
    expect(sameAsSeed("前言\n三、精简。不应重叠，\n一般为40人。", "# 前言", texts, [])).toEqual([])
    expect(sameAsSeed("前言三、精简。不应重叠，一般为41人。", "# 前言", texts, [])).toHaveLength(1)
    const slip = [{ clause: "3.2", printed: "40 ren", read: "40人" }]
    expect(sameAsSeed("前言三、精简。不应重叠，一般为40 ren。", "# 前言", texts, slip)).toEqual([])
    const useless = [{ clause: "3.2", printed: "x", read: "没有" }]
    expect(sameAsSeed("前言三、精简。不应重叠，一般为40人。", "# 前言", texts, useless)).toHaveLength(1)
    expect(readErrata("| 条款 | 写作 | 读作 |\n| --- | --- | --- |\n| 3.2 | 40 ren | 40人 |")).toEqual(slip)
  })
  it("refuses headings of any other form", () => {
    expect(() => readArticle("# 三、精简\n## 3.1 should\n字")).toThrow("id force")
    expect(() => readArticle("# 三、精简\n## 3.1 must\n")).toThrow("no words")
    expect(readArticle("# 二\n## 2.2a may, once adopted must\n字").clauses[0]).toMatchObject({
      force: "must",
      onceAdopted: true,
    })
  })
})

describe("citations", () => {
  const ids = new Set(["2.2a", "2.2b", "3.2", "10.4"])
  const problems = (path: string, content: string) => citationsExist(new Map([[path, content]]), ids)
  it("finds them in code, comments, screens and documents", () => {
    expect(cited("modules/a/b.ts", 'x = { clause: "3.2", clauses: ["2.2a", "10.4"] } // (3.9)')).toHaveLength(
      4,
    )
    expect(cited("docs/a.md", "| 3.2 | 第十条·4（2.2b）")).toHaveLength(3)
  })
  it("accepts those that exist, and in prose the sentence they belong to", () => {
    expect(problems("modules/a/b.ts", '/** the chair (2.2) */ rule("3.2", {})')).toEqual([])
    expect(problems("modules/a/b.ts", 'const version = "9.9" // since 9.9')).toEqual([])
  })
  it("refuses those that do not", () => {
    expect(problems("modules/a/b.ts", 'clauses: ["2.2"]')).toHaveLength(1)
    expect(problems("modules/a/b.ts", "// as the text says (3.14)")).toHaveLength(1)
    expect(problems("modules/a/screens/A.tsx", '<Words clause="7.9" />')).toHaveLength(1)
    expect(problems("docs/a.md", "第九条·9")).toHaveLength(1)
  })
})

describe("imports", () => {
  const list = [
    'import { people } from "#modules/people/index.ts"',
    'import { makeFindings } from "#modules/findings/index.ts"',
    "const findings = makeFindings([people])",
    "export const modules: readonly Module[] = [",
    "  people,",
    "  findings,",
    "]",
  ].join("\n")
  const problems = (files: Record<string, string>) =>
    directions(new Map(Object.entries({ "apps/server/modules.ts": list, ...files })))
  it("reads statements, not comments, and tells types from values", () => {
    const content = [
      '// import { a } from "./no.ts"',
      'import type { T } from "./t.ts"',
      'import { type A, type B } from "./ab.ts"',
      'import {\n  c,\n  type D,\n} from "#kit/c.ts"',
      'export * from "./e.ts"',
      'const late = await import("./late.ts")',
      'import "./side.css"',
    ].join("\n")
    const imports = graphOf(new Map([["modules/x/a.ts", content]])).get("modules/x/a.ts")
    expect(imports?.map((i) => `${i.file}${i.typeOnly ? " type" : ""}`)).toEqual([
      "modules/x/t.ts type",
      "modules/x/ab.ts type",
      "kit/c.ts",
      "modules/x/e.ts",
      "modules/x/side.css",
      "modules/x/late.ts",
    ])
  })
  it("knows the rooms' order", () => {
    expect(roomOrder(new Map([["apps/server/modules.ts", list]]))).toEqual(["people", "findings"])
  })
  it("lets the arrow be followed", () => {
    expect(
      problems({
        "modules/findings/a.ts":
          'import { x } from "#modules/people/index.ts"\nimport { y } from "#policy/index.ts"\nimport { z } from "#kit/contract.ts"',
        "modules/people/screens/A.tsx": 'import type { F } from "#modules/findings/contract.ts"',
        "policy/03-lean/rules.ts": 'import { rule } from "../vocabulary.ts"',
        "apps/web/office/rooms.ts": 'import { room } from "#modules/people/screens/routes.tsx"',
      }),
    ).toEqual([])
  })
  it.each([
    ["an article another article", "policy/03-lean/rules.ts", "../04-eligibility/rules.ts"],
    ["policy a module", "policy/index.ts", "#modules/people/index.ts"],
    ["the kit a module", "kit/server/a.ts", "#modules/people/index.ts"],
    ["the kit the policy", "kit/server/a.ts", "#policy/index.ts"],
    ["a package the kit", "packages/basics/a.ts", "../../kit/contract.ts"],
    ["a module an app", "modules/people/a.ts", "#apps/server/main.ts"],
    ["a room another by its window", "modules/findings/a.ts", "#modules/people/store.ts"],
    ["a room one listed after it", "modules/people/a.ts", "#modules/findings/index.ts"],
    ["server code a screen", "modules/people/a.ts", "./screens/A.tsx"],
    ["a screen its room's store", "modules/people/screens/A.tsx", "../store.ts"],
    ["a screen the server's kit", "modules/people/screens/A.tsx", "#kit/server/db.ts"],
    ["a screen node's own", "modules/people/screens/A.tsx", "node:fs"],
  ])("does not let %s", (_, from, source) => {
    expect(problems({ [from]: `import { x } from "${source}"` })).toHaveLength(1)
  })
  it("follows the browser's imports all the way, past types", () => {
    const files = {
      "kit/web/a.ts": 'import { b } from "./b.ts"',
      "kit/web/b.ts": 'import { c } from "../c.ts"',
      "kit/c.ts": 'import { readFileSync } from "node:fs"',
    }
    expect(problems(files)).toEqual([
      "kit/web/a.ts → kit/web/b.ts → kit/c.ts → node:fs: server code in the browser",
      "kit/web/b.ts → kit/c.ts → node:fs: server code in the browser",
    ])
    expect(problems({ ...files, "kit/c.ts": 'import type { Stats } from "node:fs"' })).toEqual([])
  })
})

it("notices an address in the lock file", () => {
  const lock = (entry: object) => JSON.stringify({ packages: { "node_modules/a": entry } })
  expect(addresses(lock({ resolved: "https://mirror.example/a.tgz" }))).toHaveLength(1)
  expect(addresses(lock({ resolved: "packages/a", link: true }))).toEqual([])
})

it("coverage changes when a room takes up a clause", () => {
  const folder = [{ number: 3, folder: "03-lean", text }]
  const judging = {
    rules: new Set(["3.2"]),
    unmechanised: new Map([["3.1", "须由人判断"]]),
    questions: () => [],
  }
  const before = coverageFile(folder, new Map(), judging)
  const after = coverageFile(folder, new Map([["modules/unions/module.ts", 'clauses: ["3.2"]']]), judging)
  expect(before).toContain("| 3.1 | must | 人：须由人判断 |")
  expect(after).not.toBe(before)
  expect(after).toContain("| unions |")
})
