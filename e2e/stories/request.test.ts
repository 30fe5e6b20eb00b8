import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openBrowser, openPage, violations } from "../../apps/web/for-tests/browser.ts"
import { openProduct } from "../product.ts"

/** An activity asked for, approved with a condition, changed, reviewed again; two people in two windows. */
describe("a request", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let browser: Browser
  let chair: Page
  let deputy: Page
  const errors: string[] = []
  const title = "元旦联欢会"

  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser()
    const one = await openPage(browser, { width: 390, theme: "light", language: "zh" })
    const two = await openPage(browser, { width: 1440, theme: "dark", language: "zh" })
    chair = one.page
    deputy = two.page
    for (const page of [one, two])
      page.page.on("console", (m) => m.type() === "error" && errors.push(m.text()))
    await product.signIn(chair, "202307010106")
    await product.signIn(deputy, "T1002")
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await product?.shut()
  })

  const fill = async (label: string, words: string) => chair.getByLabel(label, { exact: true }).fill(words)
  const choose = async (label: string, answer: "是" | "否") =>
    chair.locator(".ant-form-item", { hasText: label }).getByText(answer, { exact: true }).click()
  const pick = async (label: string, moment: string) => {
    const field = chair.getByLabel(label, { exact: true })
    await field.click()
    // The picker is for the finger; its field takes the keyboard's words where it is not read only.
    await field.evaluate((e) => e.removeAttribute("readonly"))
    await field.fill(moment)
    await field.press("Enter")
  }

  it("is filled in on a phone: what is missing is said at the field, the notice told while the day is chosen", async () => {
    await chair.goto(
      `${product.address}/office/requests/new?kind=activity&title=${encodeURIComponent(title)}`,
    )
    await chair.getByRole("button", { name: "提交审核" }).click()
    await chair.getByText("请填写此项").first().waitFor()
    for (const [label, words] of [
      ["活动申请部门", "文体部"],
      ["部门负责人", "文体部负责人"],
      ["联系方式", "内线8205"],
      ["活动主题", "新年新气象"],
      ["活动场地", "学生活动中心剧场"],
      ["预计参加人数", "300"],
      ["启动资金", "1,500.5"],
      ["可行性分析（目的意义、过程、预期结果）", "各院系自愿报名节目，面向全体同学，预计三百人。"],
      ["安全保卫方案", "剧场核定400人，设引导员12名。"],
    ] as const)
      await fill(label, words)
    for (const label of ["属于重大活动", "有商业因素", "在校外举办", "有校外人员参加"])
      await choose(label, "否")
    await pick("活动开始时间", "2025-11-20 18:30")
    await pick("活动结束时间", "2025-11-20 21:00")
    await chair.getByText("提前的时间不足5个工作日").waitFor()
    await pick("活动开始时间", "2025-12-30 18:30")
    await pick("活动结束时间", "2025-12-30 21:00")
    await chair.getByText("按时：须提前5个工作日").waitFor()
    expect(await violations(chair)).toEqual([])
    await chair.getByRole("button", { name: "提交审核" }).click()
    await chair.getByRole("heading", { name: title, level: 1 }).waitFor()
    await chair.getByText("1,500.50元").first().waitFor()
  })

  it("is approved with a condition by the one designated, from the queue", async () => {
    await deputy.goto(`${product.address}/office/requests/review`)
    await deputy.getByLabel(`选择“${title}”`).check()
    await deputy.getByRole("button", { name: "同意所选" }).click()
    await deputy.getByLabel("审核意见（附条件的写明条件，可不填）").fill("21时前结束")
    expect(await violations(deputy)).toEqual([])
    await deputy.getByRole("dialog").getByRole("button", { name: "同意", exact: true }).click()
    await deputy.getByLabel(`选择“${title}”`).waitFor({ state: "detached" })
    await chair.reload()
    await chair.getByText("21时前结束").first().waitFor()
  })

  it("is changed, goes back to review with what changed, and is approved again", async () => {
    await chair.getByRole("button", { name: "改动", exact: true }).click()
    await fill("活动场地", "体育馆")
    await fill("改动的理由", "剧场检修")
    await chair.getByRole("button", { name: "提交改动" }).click()
    await chair.getByText("等待学校团委专职副书记办理").waitFor()
    await deputy.goto(`${product.address}/office/requests/review`)
    await deputy.getByRole("link", { name: title }).click()
    await deputy.locator("del", { hasText: "学生活动中心剧场" }).waitFor()
    await deputy.locator("ins", { hasText: "体育馆" }).waitFor()
    expect(await violations(deputy)).toEqual([])
    await deputy.getByRole("button", { name: "通过", exact: true }).click()
    await deputy.getByRole("dialog").getByRole("button", { name: "通过" }).click()
    await deputy.getByText("全部步骤已经办结").waitFor()
    await chair.goto(`${product.address}/office/requests/calendar?month=2025-12`)
    await chair.getByRole("link", { name: title }).waitFor()
    expect(await violations(chair)).toEqual([])
    expect(errors).toEqual([])
  })
})
