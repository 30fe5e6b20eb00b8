import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { openDesks } from "../desks.ts"
import { enter, fromInbox, pick, pickDay } from "../people.ts"
import { openProduct } from "../product.ts"

const chair = "202307010106"
const deputy = "T1002"
const head = "T1001"
const studentAffairs = "T2001"
const title = "寒假返乡社会实践招募启事"

/** A request nobody reviews: late in its reviewer's inbox, then told further up, until it is dealt with. */
describe("an overdue request", { timeout: 120_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let desks: Awaited<ReturnType<typeof openDesks>>

  beforeAll(async () => {
    product = await openProduct()
    desks = await openDesks(product)
    await product.goOn("2025-11-17T09:00:00+08:00")
  }, 300_000)
  afterAll(async () => {
    await desks?.shut()
    await product?.shut()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await desks.picture()
  })

  /** A later day, on which the job looked for what is late, as it does each morning. */
  const day = async (to: string) => {
    await desks.leave()
    await product.goOn(to)
    await product.runJob("courses.late")
  }
  /** What somebody was told, read behind the bell. */
  const told = async (page: Page) => {
    await page.getByRole("link", { name: /^提醒/ }).click()
    await page.getByRole("heading", { level: 1, name: "提醒" }).waitFor()
    await page.locator(".reminders, .empty").first().waitFor()
    return page.locator(".reminders li").filter({ hasText: title })
  }

  it("is handed in on a phone, important information to publish", async () => {
    const page = await desks.at(chair, 390)
    await enter(page, "事前请示")
    await page.getByRole("button", { name: "提出申请" }).click()
    await page.getByRole("radiogroup", { name: "申请的类别" }).getByText("发布重要信息").click()
    for (const [label, words] of [
      ["事项名称", title],
      ["申请部门", "宣传部"],
      ["负责人", "宣传部负责人"],
      ["联系方式", "内线8206"],
      ["账号或位置", "明湖学生会公众号"],
      ["发布全文", "寒假返乡社会实践现面向全体同学招募，十二月五日前在公众号报名。"],
      ["文字、图片校对人", "宣传部编辑"],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(words)
    await pick(page, page.getByLabel("发布渠道"), "微信公众号")
    await pickDay(page.getByLabel("发布时间"), "2025-12-01 08:00")
    await page.getByText("按时：须提前1个工作日").waitFor()
    expect(await desks.look(page, "information")).toEqual([])
    await page.getByRole("button", { name: "提交审核" }).click()
    await page.getByText("等待学校团委专职副书记办理").waitFor()
  })

  it("waits for the deputy secretary until the day it is due, nobody told it is late", async () => {
    await day("2025-11-20T09:00:00+08:00")
    const page = await desks.at(deputy)
    await enter(page, "待办")
    const waiting = page.locator(".inbox-line").filter({ hasText: title })
    await waiting.getByText("2025年11月20日前办结").waitFor()
    expect(await page.locator(".inbox-group-late").getByText(title).count()).toBe(0)
    expect(await (await told(page)).count()).toBe(0)
  })

  it("stands first in the inbox, under what is overdue, the day after", async () => {
    await day("2025-11-21T09:00:00+08:00")
    const page = await desks.at(deputy)
    await enter(page, "待办")
    const groups = page.locator(".inbox-group")
    await groups
      .first()
      .getByRole("heading", { name: /^已逾期/ })
      .waitFor()
    await groups.first().getByText(title).waitFor()
    expect(await groups.first().locator(".inbox-overdue").count()).toBeGreaterThan(0)
    await (await told(page)).getByText("已逾期1个工作日").waitFor()
    expect(await (await told(await desks.at(head))).count()).toBe(0)
  })

  it("is told to the head of the League committee after three working days, once", async () => {
    await day("2025-11-25T09:00:00+08:00")
    await product.runJob("courses.late")
    const page = await desks.at(head)
    const lines = await told(page)
    await lines.getByText("已逾期3个工作日").waitFor()
    expect(await lines.count()).toBe(1)
    expect(await desks.look(page, "reminders")).toEqual([])
    const other = await desks.at(studentAffairs)
    await told(other)
    expect(await other.getByText("发布重要信息的审核").count()).toBe(0)
  })

  it("is told to Student Affairs after five: that it is late and where, not what it says", async () => {
    await day("2025-11-27T09:00:00+08:00")
    const page = await desks.at(studentAffairs)
    expect(await (await told(page)).count()).toBe(0)
    const line = page.locator(".reminders li").filter({ hasText: "发布重要信息的审核" })
    await line.getByText("已逾期5个工作日").waitFor()
  })

  it("is reviewed from the inbox, and late no more", async () => {
    const page = await desks.at(deputy)
    await fromInbox(page, new RegExp(title))
    await page.getByRole("button", { name: "通过", exact: true }).click()
    const form = page.getByRole("dialog")
    await form.getByRole("button", { name: "通过", exact: true }).click()
    await page.getByText("全部步骤已经办结").waitFor()
    await enter(page, "待办")
    await expect.poll(() => page.locator(".inbox-line").filter({ hasText: title }).count()).toBe(0)
    const asked = await desks.at(chair)
    await (await told(asked)).getByText("已办结").first().waitFor()
    await day("2025-11-28T09:00:00+08:00")
    expect(await (await told(await desks.at(head))).count()).toBe(1)
    expect(desks.errors).toEqual([])
  })
})
