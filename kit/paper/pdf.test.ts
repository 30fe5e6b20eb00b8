import { describe, expect, test } from "vitest"
import type { Paper } from "./paper.ts"
import { toPdf } from "./pdf.ts"
import { has, outOfOrder, pagesOf } from "./proof.ts"
import { hostile, hostilePaper, sample } from "./sample.ts"

const raw = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1")

test("a PDF with title, language, tags and embedded fonts", async () => {
  const pdf = raw(await toPdf(sample()))
  expect(pdf.startsWith("%PDF-1.7")).toBe(true)
  expect(pdf).toMatch(/\/Lang\s*\(zh/)
  expect(pdf).toContain("/StructTreeRoot")
  expect(pdf).toContain("<xmp:CreateDate>2026-06-30")
})

test("the same paper gives the same bytes; several may be asked for at once", async () => {
  const [a, b, other] = await Promise.all([
    toPdf(sample()),
    toPdf(sample()),
    toPdf({ title: "另一份", blocks: [] }),
  ])
  expect(Buffer.compare(a, b)).toBe(0)
  expect(other.length).toBeLessThan(a.length)
})

test("a paper that cannot be set is refused alone", async () => {
  const broken: Paper = { title: "坏", blocks: [], about: { date: "not a date" } }
  const unlaid: Paper = { title: "坏", blocks: [{ kind: "table", columns: [], rows: [] }] }
  const [bad, good, worse] = await Promise.allSettled([
    toPdf(broken),
    toPdf({ title: "好", blocks: [] }),
    toPdf(unlaid),
  ])
  expect(bad).toMatchObject({
    status: "rejected",
    reason: { message: expect.stringContaining("could not be set") },
  })
  expect(good.status).toBe("fulfilled")
  expect(worse).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("columns") } })
})

describe.skipIf(!has("pdftotext"))("read by poppler", () => {
  test("everything is there in order, rare characters too, headers come back on the next page", async () => {
    const pages = pagesOf(await toPdf(sample()))
    expect(pages.length).toBeGreaterThanOrEqual(5)
    expect(pages.length).toBeLessThanOrEqual(8)
    const parts = [
      "桥梁大学学生会改革情况公开",
      "一、改革自评表",
      "☑是□否",
      "□是☑否",
      "二、校级组织工作机构组织架构图",
      "表1",
      "四、审核意见",
      "（盖章）",
    ]
    expect(outOfOrder(pages, parts)).toBeUndefined()
    expect(pages[1]).toMatch(/序号\s+指标\s+结论\s+备注/)
    expect(pages.filter((page) => /学业情况/.test(page)).length).toBeGreaterThanOrEqual(3)
    for (const rare of ["㛃", "䶮", "𬭎"]) expect(pages.join("")).toContain(rare)
    pages.forEach((page, i) => {
      expect(page.trimEnd()).toMatch(new RegExp(`— ?${i + 1} ?—`))
    })
  })

  test("hostile words print as they are", async () => {
    const all = pagesOf(await toPdf(hostilePaper()))
      .join("")
      .replace(/\s/g, "")
    for (const words of hostile) expect(all, words).toContain(words.replace(/\s/g, ""))
  })

  test("a row longer than a page is not cut off, whole long words neither", async () => {
    const paper: Paper = {
      title: "长",
      blocks: [
        {
          kind: "table",
          columns: [
            { header: "项目", width: 1 },
            { header: "内容", width: 4 },
          ],
          rows: [
            ["一", `${"长".repeat(3000)}末`],
            ["二", `https://example.edu.cn/${"a1".repeat(60)}z`],
          ],
        },
      ],
    }
    const text = pagesOf(await toPdf(paper)).join("")
    // The row's number stands beside the middle of its text.
    const all = text.replace(/[\s二]/g, "")
    expect(all).toContain("长末")
    expect(all).toContain(`${"a1".repeat(60)}z`)
    expect(Math.max(...text.split("\n").map((line) => line.trim().length))).toBeLessThan(90)
  })

  test("a long opinion makes its box higher and covers nothing", async () => {
    const box = {
      label: "意见",
      opinion: `${"同意。".repeat(200)}完`,
      lines: ["签字："],
      seal: true,
      date: true,
    }
    const pages = pagesOf(await toPdf({ title: "表", blocks: [{ kind: "signatures", boxes: [box, box] }] }))
    expect(
      outOfOrder(pages, ["同意。完", "签字：", "（盖章）", "同意。完", "签字：", "（盖章）"]),
    ).toBeUndefined()
  })
})
