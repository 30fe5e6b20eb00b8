import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Look, openBrowser, openPage, violations } from "../apps/web/for-tests/browser.ts"
import { openProduct } from "./product.ts"

const looks: Look[] = [
  { width: 390, theme: "light", language: "zh" },
  { width: 390, theme: "dark", language: "en" },
  { width: 1440, theme: "dark", language: "zh" },
]
const student = "202201010101"

/** The pages on which students raise needs, with the sample university in them. */
describe("the students' pages of needs", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let browser: Browser
  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await product?.shut()
  })

  const fine = async (page: Page, what: string) => {
    await page.waitForTimeout(300)
    expect(await violations(page), what).toEqual([])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wider, what).toBeLessThanOrEqual(0)
  }

  it.each(looks)("are in order for a stranger at $width px, $theme, $language", async (look) => {
    const { page, errors } = await openPage(browser, look)
    for (const path of ["/needs/raise", "/needs/mine", "/needs/help"]) {
      await page.goto(product.address + path, { waitUntil: "networkidle" })
      await page.locator("h1").first().waitFor()
      await fine(page, path)
    }
    // Without signing in, the numbers are one tap away.
    await page.goto(`${product.address}/needs/raise`, { waitUntil: "networkidle" })
    await page.locator(".needs-help-bar a").click()
    await page.locator("a[href='tel:66525']").waitFor()
    expect(errors).toEqual([])
    await page.context().close()
  })

  it.each(looks)(
    "are in order for a student at $width px, $theme, $language",
    async (look) => {
      const { page, errors } = await openPage(browser, { ...look, language: "zh" })
      await product.signIn(page, student)
      await page.evaluate((kept) => localStorage.setItem("qiaoliang", kept), JSON.stringify(look))
      for (const path of ["/needs/raise", "/needs/mine"]) {
        await page.goto(product.address + path, { waitUntil: "networkidle" })
        await page.locator("form, .needs-own").first().waitFor()
        await fine(page, path)
      }
      await page.goto(`${product.address}/needs/raise`, { waitUntil: "networkidle" })
      await page.locator("input[type=radio]").nth(2).check()
      await page.locator("input[type=text]").first().fill("图书馆关门太早")
      await page.locator(".needs-similar li").first().waitFor()
      await fine(page, "with similar ones")
      await page.locator("textarea").fill("晚上没有地方去，心理压力很大")
      await page.locator(".needs-help-now").waitFor()
      await fine(page, "with help")
      expect(errors).toEqual([])
      await page.context().close()
    },
    60_000,
  )

  it("keep what is written without a connection, and send it once when there is one, with its photo made bare", async () => {
    const { page } = await openPage(browser, looks[0]!)
    await product.signIn(page, student)
    await page.goto(`${product.address}/needs/raise`, { waitUntil: "networkidle" })
    await page.getByLabel("什么事").fill("操场看台的灯不亮")
    await page.getByLabel("类别").selectOption({ label: "体育与场馆" })
    const png = await page.evaluate(() => {
      const canvas = document.createElement("canvas")
      canvas.width = 3000
      canvas.height = 2000
      canvas.getContext("2d")!.fillRect(0, 0, 1500, 2000)
      return canvas.toDataURL("image/png").split(",")[1]!
    })
    const file = { name: "看台.png", mimeType: "image/png", buffer: Buffer.from(png, "base64") }
    await page.locator("input[type=file]").setInputFiles(file)
    await page.getByAltText("照片 1").waitFor()
    await page.context().setOffline(true)
    await page.getByRole("button", { name: "提出", exact: true }).click()
    await page.locator(".needs-waiting").getByText("操场看台的灯不亮").waitFor()
    await fine(page, "waiting")
    await page.context().setOffline(false)
    await page.locator(".needs-waiting").waitFor({ state: "detached" })
    await page.goto(`${product.address}/needs/mine`, { waitUntil: "networkidle" })
    expect(await page.locator(".needs-title", { hasText: "操场看台的灯不亮" }).count()).toBe(1)
    const { rows } = await product.world.db.scoped((await product.world.firstUniversity())!.id, (tx) =>
      tx.client.query<{ id: string; by: string | null; type: string }>(
        `select f.id, f.uploaded_by as by, f.type from need n join need_photo p on p.need_id = n.id
         join file f on f.id = p.file_id where n.title = '操场看台的灯不亮'`,
      ),
    )
    expect(rows).toMatchObject([{ by: null, type: "image/jpeg" }])
    const width = await page.evaluate(
      async (id) => (await createImageBitmap(await (await fetch(`/api/needs/photos/${id}`)).blob())).width,
      rows[0]!.id,
    )
    expect(width).toBe(1600)
    await page.context().close()
  }, 120_000)
})
