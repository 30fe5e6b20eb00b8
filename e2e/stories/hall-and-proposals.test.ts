import { newId } from "@qiaoliang/basics"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openBrowser, openPage, violations } from "../../apps/web/for-tests/browser.ts"
import { nobody } from "../../kit/server/actor.ts"
import { insertAppointments, insertAssembly } from "../../modules/assembly/index.ts"
import { insertDelegates } from "../../modules/delegates/index.ts"
import { unionsOf } from "../../modules/unions/index.ts"
import { openProduct } from "../product.ts"

const keeper = "202307010106"
const desk = { width: 1440, theme: "light", language: "zh" } as const
const phone = { width: 390, theme: "dark", language: "zh" } as const

/** A congress of three delegates with a vote, the sample's student without a post among them; its keeper serves. */
describe("a delegate comes into the hall and asks for something", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let browser: Browser
  let steward: Page
  let delegate: Page
  const id = newId()

  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser()
    const of = (await product.world.firstUniversity())!
    await product.world.within(of, nobody, async ({ tx }) => {
      const union = (await unionsOf(tx)).find((u) => u.level === "school" && u.kind === "undergraduate")!
      await insertAssembly(tx, {
        id,
        unionId: union.id,
        kind: "congress",
        name: "第三十四次学生代表大会",
        day: "2025-11-15",
        time: "14:00",
        place: "大礼堂",
        state: "convened",
        proposedOn: "2025-10-01",
        openedAt: null,
        closedAt: null,
        cancelledBecause: null,
      })
      const basis = { basis: "筹备委员会确定", from: "2025-10-01", to: null, lead: true }
      await insertAppointments(
        tx,
        (["steward", "proposals"] as const).map((duty) => ({
          id: newId(),
          assemblyId: id,
          number: keeper,
          name: "蔡家哲",
          duty,
          ...basis,
        })),
        "story",
      )
      const seats = [
        ["202201010101", "罗静"],
        ["S1", "方一"],
        ["S2", "方二"],
      ] as const
      await insertDelegates(
        tx,
        seats.map(([number, name]) => ({
          id: newId(),
          assemblyId: id,
          number,
          name,
          voting: true,
          source: "class",
          faculty: "文学院",
          grade: 2022,
          className: null,
          society: null,
          cadre: false,
          delegation: "文学院代表团",
          head: false,
          from: "2025-11-01",
          to: null,
        })),
        "story",
      )
    })
    steward = (await openPage(browser, desk)).page
    delegate = (await openPage(browser, phone)).page
    await product.signIn(steward, keeper)
    await product.signIn(delegate, "202201010101")
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await product?.shut()
  })

  const code = async (): Promise<string> =>
    (await steward.locator(".roll-letters").innerText()).replaceAll(/\s/g, "")

  it("is checked in by the code on the wall, once, and the quorum fills up", async () => {
    await steward.goto(`${product.address}/office/roll/${id}/code`)
    await steward.getByRole("img", { name: "签到二维码" }).waitFor()
    expect(await violations(steward)).toEqual([])
    await delegate.goto(`${product.address}/congress/${id}/check-in?code=22222222`)
    await delegate.getByText("签到码不对或已过期").waitFor()
    await delegate.goto(`${product.address}/congress/${id}/check-in?code=${await code()}`)
    await delegate.getByRole("heading", { name: "已签到" }).waitFor()
    expect(await violations(delegate)).toEqual([])
    await steward.goto(`${product.address}/office/roll/${id}`)
    await steward.getByText("还差1名").waitFor()
    await steward.getByRole("button", { name: "给方一签到" }).click()
    await steward.getByText("已达到应到代表的三分之二").waitFor()
    await steward.getByRole("button", { name: "登记方一离场" }).waitFor()
    expect(await violations(steward)).toEqual([])
  }, 60_000)

  it("hands in a proposal, which the committee files and sends, and everybody reads", async () => {
    await steward.goto(`${product.address}/office/proposals/${id}`)
    await steward.getByRole("button", { name: "征集办法" }).click()
    const dialog = steward.getByRole("dialog")
    await dialog.getByRole("button", { name: "公布" }).click()
    await dialog.waitFor({ state: "detached" })

    await delegate.goto(`${product.address}/congress/${id}/proposals/new`)
    await delegate.getByLabel("类别").selectOption("生活服务")
    await delegate.getByLabel("标题").fill("食堂增加素食窗口")
    await delegate.getByLabel("问题描述").fill("食堂素食品种很少，有同学只能吃两三种菜。")
    await delegate.getByText("草稿已保存").waitFor()
    await delegate.getByLabel("调研与分析").fill("统计一周菜单，素食平均每天三种。")
    await delegate.getByLabel("对策与建议").fill("每个食堂设一个素食窗口，每周公布菜单。")
    await delegate.getByRole("button", { name: "提交" }).click()
    await delegate.getByText("待审查").waitFor()
    expect(await violations(delegate)).toEqual([])

    await steward.goto(`${product.address}/office/proposals/${id}?state=submitted`)
    await steward.getByLabel("选择：食堂增加素食窗口").check()
    await steward.getByRole("button", { name: "立案", exact: true }).click()
    const filing = steward.getByRole("dialog")
    await filing.getByLabel("承办单位").click()
    await steward.getByTitle("党委学生工作部").last().click()
    await filing.getByLabel("实际办理部门").fill("后勤保障处")
    await filing.getByRole("button", { name: "立案" }).click()
    await filing.waitFor({ state: "detached" })

    const stranger = (await openPage(browser, phone)).page
    await stranger.goto(`${product.address}/congress/${id}/proposals`)
    await stranger.getByText("承办：后勤保障处").waitFor()
    expect(await stranger.getByText("提案人：罗静").count()).toBe(1)
    expect(await violations(stranger)).toEqual([])
    await stranger.context().close()
  }, 90_000)
})
