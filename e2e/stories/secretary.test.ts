import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openBrowser, openPage, violations } from "../../apps/web/for-tests/browser.ts"
import { openProduct } from "../product.ts"

const roster = fileURLToPath(
  new URL("../../examples/minghu/明湖大学-校学生会工作人员名单.xlsx", import.meta.url),
)

/** The first morning of a secretary: where the unions stand, which words say so, who was counted, a workbook in. */
describe("a secretary's morning", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let browser: Browser
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser()
    ;({ page, errors } = await openPage(browser, { width: 1440, theme: "light", language: "zh" }))
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await product?.shut()
  })

  it("reads the public site without signing in, and nobody's name on it", async () => {
    await page.goto(`${product.address}/`)
    await page.getByText("明湖大学研究生会").first().waitFor()
    expect(await page.content()).not.toContain("蔡家哲")
    expect(await violations(page)).toEqual([])
  })

  it("is turned away with a wrong password", async () => {
    await page.goto(`${product.address}/sign-in`)
    await page.getByLabel("学号 / 工号").fill("T1003")
    await page.getByLabel("密码", { exact: true }).fill("not-the-password")
    await page.getByRole("button", { name: "登录" }).click()
    await page.getByText("不正确").first().waitFor()
    errors.length = 0
  })

  it("sees every union against every article, and opens one finding to its words and people", async () => {
    await product.signIn(page, "T1003")
    await page.goto(`${product.address}/office/findings`)
    await page.getByText("艺术学院学生会").first().waitFor()
    expect(await violations(page)).toEqual([])
    const unions = await page.evaluate(async () => (await fetch("/api/unions/list")).json())
    const school = unions.items.find((u: { name: string }) => u.name === "明湖大学学生会")
    await page.goto(`${product.address}/office/findings/${school.id}/3.9`)
    await page.getByText("均不设置其他任何职务").first().waitFor()
    await page.getByText("杨嘉成").first().waitFor()
    await page.goto(`${product.address}/office/findings/${school.id}/3.2`)
    await page.getByText("校级学生会工作人员一般为40人左右").first().waitFor()
    expect(await violations(page)).toEqual([])
  })

  it("brings a workbook in: recognised, checked row by row, confirmed, undone", async () => {
    await page.goto(`${product.address}/office/imports`)
    const answer = await page.evaluate(
      async ({ name, bytes }) => {
        const form = new FormData()
        form.append("file", new File([new Uint8Array(bytes)], name))
        const sent = await fetch("/api/imports/upload", {
          method: "POST",
          body: form,
          headers: { "x-qiaoliang": "1" },
        })
        return (await sent.json()) as { ids: string[] }
      },
      { name: "名单.xlsx", bytes: [...readFileSync(roster)] },
    )
    const id = answer.ids[0]!
    const status = async (wanted: string) => {
      for (let i = 0; i < 200; i++) {
        const run = await page.evaluate(async (of) => (await fetch(`/api/imports/one?id=${of}`)).json(), id)
        if (run.status === wanted || run.status === "failed") return run
        await page.waitForTimeout(200)
      }
      throw new Error(`never ${wanted}`)
    }
    const proposed = await status("proposed")
    expect(proposed.plan[0].kind).toBe("rosters")
    await page.goto(`${product.address}/office/imports/${id}`)
    await page.getByText("综合排名").first().waitFor()
    const post = (verb: string, body: object) =>
      page.evaluate(
        async ({ path, fields }) => {
          const headers = { "content-type": "application/json", "x-qiaoliang": "1" }
          return (await fetch(path, { method: "POST", headers, body: JSON.stringify(fields) })).status
        },
        { path: `/api/imports/${verb}`, fields: body },
      )
    const sheets = proposed.plan.map(
      (p: { sheet: string; kind: string; columns: { index: number; key: string }[] }) => ({
        sheet: p.sheet,
        kind: p.kind,
        columns: p.columns.map(({ index, key }) => ({ index, key })),
      }),
    )
    expect(await post("check", { id, asOf: "2025-11-15", complete: false, sheets })).toBe(200)
    const checked = await status("checked")
    expect(checked.outcome.kinds[0]).toMatchObject({ added: 0, closed: 0, same: 40 })
    expect(checked.outcome.counts).toMatchObject({ error: 0, refused: 1 })
    expect(await post("confirm", { id })).toBe(200)
    expect((await status("done")).status).toBe("done")
    expect(await post("undo", { id })).toBe(200)
    expect((await status("undone")).status).toBe("undone")
    expect(await post("undo", { id })).toBe(409)
  })

  it("keeps an administrator without a post out of the findings", async () => {
    const other = await openPage(browser, { width: 390, theme: "light", language: "zh" })
    await product.signIn(other.page, "A0001")
    const code = await other.page.evaluate(async () => (await fetch("/api/findings/list")).status)
    expect(code).toBe(403)
    await other.page.context().close()
  })

  it("met no error on the way", () => {
    expect(errors.filter((e) => !e.includes("40"))).toEqual([])
  })
})
