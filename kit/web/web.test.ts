import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { isBuiltin, serverOnly } from "../../apps/web/no-server.ts"
import { question, verb } from "../contract.ts"
import { address } from "./call.ts"
import { sayRecorded } from "./moments.ts"
import * as noZod from "./no-zod.ts"
import { colours } from "./tokens.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const read = (path: string) => readFileSync(`${root}/${path}`, "utf8")

const flat = (tree: object, before = ""): [string, string][] =>
  Object.entries(tree).flatMap(([k, v]) =>
    typeof v === "string" ? [[before + k, v] as [string, string]] : flat(v, `${before}${k}.`),
  )
const folders = [
  "kit/web/words",
  ...readdirSync(`${root}/modules`).map((name) => `modules/${name}/words`),
].filter((folder) => {
  try {
    return readdirSync(`${root}/${folder}`).includes("zh.json")
  } catch {
    return false
  }
})

describe.each(folders)("%s", (folder) => {
  const zh = flat(JSON.parse(read(`${folder}/zh.json`)))
  const en = flat(JSON.parse(read(`${folder}/en.json`)))
  const bare = (key: string) => key.replace(/_(one|other)$/, "")

  it("has the same words in both languages, with the same values in them", () => {
    expect([...new Set(en.map(([k]) => bare(k)))].sort()).toEqual(
      [...new Set(zh.map(([k]) => bare(k)))].sort(),
    )
    const values = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1]).sort()
    const chinese = new Map(zh.map(([k, v]) => [bare(k), v]))
    // A singular may say "one" instead of its count.
    const said = (key: string, of: (string | undefined)[]) =>
      key.endsWith("_one") ? of.filter((name) => name !== "count") : of
    for (const [key, text] of en)
      expect(said(key, values(text)), key).toEqual(said(key, values(chinese.get(bare(key))!)))
  })

  it("has no English among the Chinese", () => {
    const left = zh.filter(
      ([key, v]) =>
        !/[\u4e00-\u9fff]/.test(v) &&
        /[A-Za-z]{3}/.test(v.replace(/\{\{.*?\}\}/g, "")) &&
        key !== "language.en" &&
        key !== "language.other",
    )
    expect(left).toEqual([])
  })
})

describe("tokens", () => {
  const css = read("kit/web/tokens.css")
  const parts = {
    light: css.split(':root[data-theme="dark"]')[0]!,
    dark: css.split(':root[data-theme="dark"]')[1]!,
  }
  const luminance = (hex: string) =>
    [1, 3, 5]
      .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0)
  const contrast = (a: string, b: string) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
    return (high + 0.05) / (low + 0.05)
  }

  it.each(["light", "dark"] as const)(
    "%s: antd's colours are the stylesheet's, and all text reads (AA)",
    (theme) => {
      const inCss = new Map(
        [...parts[theme].matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!]),
      )
      for (const [name, value] of Object.entries(colours[theme])) expect(inCss.get(name), name).toBe(value)
      const at = (name: string) => inCss.get(name)!
      for (const ink of ["ink", "muted", "accent"])
        for (const under of ["paper", "surface", "sunk"])
          expect(contrast(at(ink), at(under)), `${ink} on ${under}`).toBeGreaterThanOrEqual(4.5)
      for (const verdict of ["met", "explained", "warning", "violated", "unknown"])
        expect(contrast(at(verdict), at(`${verdict}-soft`)), verdict).toBeGreaterThanOrEqual(4.5)
      expect(contrast(at("accent-ink"), at("accent"))).toBeGreaterThanOrEqual(4.5)
    },
  )
})

describe("when something was recorded", () => {
  it("is the sample's day for what its clock wrote after it, and the moment itself otherwise", () => {
    expect(sayRecorded("2026-11-25T19:37:00Z", "zh", "2025-11-15")).toBe("2025年11月15日")
    expect(sayRecorded("2025-11-12T02:00:00Z", "zh", "2025-11-15")).toBe("2025年11月12日 10:00")
    expect(sayRecorded("2026-11-25T19:37:00Z", "zh", undefined)).toBe("2026年11月26日 03:37")
  })
})

describe("calls", () => {
  const z = noZod.z as { object: (x: object) => never }
  it("addresses a verb by its name and a question with its fields, leaving out what is not set", () => {
    expect(address(verb("feedback.join", z.object({}), z.object({})), { id: "1" })).toBe("/api/feedback/join")
    const list = question("people.list", z.object({}), z.object({}))
    expect(address(list, { page: 2, search: undefined, name: "张 三", none: "" })).toBe(
      "/api/people/list?page=2&name=%E5%BC%A0+%E4%B8%89",
    )
  })
  it("lets contracts be written without zod", () => {
    const hollow = noZod.z as never as Record<
      string,
      (...x: unknown[]) => Record<string, (...x: unknown[]) => unknown>
    >
    const made = hollow.string!().trim!()
    expect(() => ({ ...(made as object), list: hollow.enum!(["a"]).transform!(() => 1) })).not.toThrow()
  })
})

describe("the browser bundle", () => {
  it.each([
    ["modules/people/store.ts", true],
    ["modules/people/actions/add.ts", true],
    ["kit/server/db.ts", true],
    ["node_modules/drizzle-orm/index.js", true],
    ["node_modules/pg/lib/index.js", true],
    ["modules/people/contract.ts", false],
    ["modules/people/screens/routes.tsx", false],
    ["node_modules/antd/es/index.js", false],
  ])("%s: refused %s", (path, refused) => expect(serverOnly(path) !== undefined).toBe(refused))
  it("knows Node's own modules", () => {
    expect([isBuiltin("node:fs"), isBuiltin("path"), isBuiltin("react")]).toEqual([true, true, false])
  })
})
