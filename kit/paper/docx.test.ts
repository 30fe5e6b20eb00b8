import { strFromU8, unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { toDocx } from "./docx.ts"
import type { Paper } from "./paper.ts"
import { has, libreOffice, outOfOrder, pagesOf } from "./proof.ts"
import { hostile, hostilePaper, sample } from "./sample.ts"

let docx: Uint8Array
let xml: (part: string) => string
beforeAll(async () => {
  docx = await toDocx(sample())
  const parts = unzipSync(docx)
  xml = (part) => strFromU8(parts[part]!)
})

test("title, author, date and language are in the properties", () => {
  const core = xml("docProps/core.xml")
  expect(core).toContain("<dc:title>桥梁大学学生会改革情况公开</dc:title>")
  expect(core).toContain("<dc:language>zh-CN</dc:language>")
  expect(core).toContain(">2026-06-30T00:00:00Z</dcterms:created>")
  expect(xml("word/styles.xml")).toMatch(/<w:lang[^>]*w:eastAsia="zh-CN"/)
})

test("official fonts, repeated headers, whole rows, a page number on every page", () => {
  const styles = xml("word/styles.xml")
  for (const font of ["方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"]) expect(styles).toContain(font)
  const body = xml("word/document.xml")
  // One header row of the self-assessment, two of the roster.
  expect(body.match(/<w:tblHeader/g)).toHaveLength(3)
  expect(body.match(/<w:cantSplit/g)!.length).toBe(body.match(/<w:tr>|<w:tr /g)!.length)
  expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  for (const footer of ["word/footer1.xml", "word/footer2.xml"]) expect(xml(footer)).toContain("PAGE")
})

test("the same paper gives the same bytes", async () => {
  expect(Buffer.compare(docx, await toDocx(sample()))).toBe(0)
})

test("no hostile word becomes a tag", async () => {
  const parts = unzipSync(await toDocx(hostilePaper()))
  expect(strFromU8(parts["word/document.xml"]!)).not.toContain("<script")
})

describe.skipIf(!has("soffice") || !has("pdftotext"))("read by LibreOffice", { timeout: 180_000 }, () => {
  test("everything is there in order, headers come back on the next page", () => {
    const pages = pagesOf(libreOffice(docx))
    expect(pages.length).toBeGreaterThanOrEqual(5)
    expect(pages.length).toBeLessThanOrEqual(8)
    const parts = [
      "桥梁大学学生会改革情况公开",
      "（2025—2026学年）",
      "一、改革自评表",
      "（一）校级学生会组织改革自评表",
      "坚持全心全意服务同学",
      "明确1名校团委专职副书记",
      "注：标注“★”为核心指标",
      "1.问题不足",
      "二、校级组织工作机构组织架构图",
      "图1桥梁大学学生会组织架构图",
      "表1桥梁大学学生会工作人员名单（45人）",
      "宣传部（6人）",
      "四、审核意见",
      "（盖章）",
    ]
    expect(outOfOrder(pages, parts)).toBeUndefined()
    expect(pages[1]).toMatch(/序号\s+指标\s+结论\s+备注/)
    expect(pages.filter((page) => /学业情况/.test(page)).length).toBeGreaterThanOrEqual(3)
    pages.forEach((page, i) => {
      expect(page.trimEnd()).toMatch(new RegExp(`— ?${i + 1} ?—`))
    })
    for (const rare of ["㛃", "䶮", "𬭎"]) expect(pages.join("")).toContain(rare)
  })

  test("hostile words print as they are", async () => {
    const all = pagesOf(libreOffice(await toDocx(hostilePaper())))
      .join("")
      .replace(/\s/g, "")
    for (const words of hostile) expect(all).toContain(words.replace(/\s/g, ""))
  })

  test("a lying form with a watermark is A4 lying", async () => {
    const form: Paper = { ...sample(), orientation: "landscape", page: "form", watermark: "样例" }
    const pdf = libreOffice(await toDocx(form))
    expect(strFromU8(pdf, true)).toMatch(/MediaBox\s*\[\s*0 0 841\.\d+ 595\.\d+/)
  })
})
