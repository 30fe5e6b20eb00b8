import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openBrowser, openPage } from "../../apps/web/for-tests/browser.ts"
import { newSetUpToken } from "../../modules/accounts/index.ts"
import { appoint, bringIn, drawCode, enter, firstUse, setUpUniversity } from "../people.ts"
import { openProduct } from "../product.ts"

const folder = fileURLToPath(new URL("../../examples/minghu/", import.meta.url))
const admin = { number: "A0001", name: "管老师" }
const league = { number: "T1001", name: "顾怀谷" }
const secretary = { number: "T1003", name: "沈知夏" }
describe("try", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let browser: Browser
  beforeAll(async () => {
    product = await openProduct({ empty: true, at: new Date("2025-11-15T09:00:00+08:00") })
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await product?.shut()
  })
  it("goes", { timeout: 400_000 }, async () => {
    const look = { width: 1440, theme: "light", language: "zh" } as const
    const { page } = await openPage(browser, look)
    page.setDefaultTimeout(15000)
    const shot = (n: string) => page.screenshot({ path: `/tmp/ap-look/try-${n}.png`, fullPage: true })
    try {
      await setUpUniversity(
        page,
        `${product.address}/sign-in?set-up=${newSetUpToken(product.world)}`,
        "明湖大学",
        admin,
      )
      await shot("admin-inbox")
      await appoint(page, { office: "学校团委", who: league, post: "负责人", source: "校党字〔2025〕12号" })
      await appoint(page, {
        office: "学校团委",
        who: secretary,
        post: "不作决定",
        source: "校团字〔2025〕3号",
      })
      await shot("offices")
      const code = await drawCode(page, secretary)
      await page.context().clearCookies()
      await firstUse(page, product.address, secretary, code)
      await shot("secretary-inbox")
      const order = [
        "学生名册",
        "学业成绩",
        "社团名录",
        "校学生会",
        "研究生会",
        "院系学生会",
        "代表名单",
        "诉求",
      ]
      for (const w of order) {
        const t = Date.now()
        const f = readdirSync(folder).find(
          (n) => n.includes(w) && /\.(xlsx|csv)$/.test(n) && (w !== "校学生会" || !n.includes("院系")),
        )!
        const report = await bringIn(page, folder + f)
        console.log(f, Date.now() - t, report.length)
        await shot(`report-${order.indexOf(w)}`)
      }
    } catch (e) {
      await shot("failed")
      throw e
    }
    void enter
    void expect
  })
})
