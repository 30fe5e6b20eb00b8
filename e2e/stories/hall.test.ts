import { newId } from "@qiaoliang/basics"
import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { nobody } from "../../kit/server/actor.ts"
import type { Ctx } from "../../kit/server/world.ts"
import { assembliesOf, changeAssembly, insertAppointments } from "../../modules/assembly/index.ts"
import { type Delegate, delegatesOf, insertDelegates } from "../../modules/delegates/index.ts"
import { insertAttendance } from "../../modules/roll/index.ts"
import { openDesks } from "../desks.ts"
import { openProduct } from "../product.ts"

const chair = "202307010106"
const delegate = "202201010101"

/** The sample's congress under preparation, as if its day had come: the chair, three delegates, two of them here. */
async function callTogether(ctx: Ctx): Promise<string> {
  const [assembly] = await assembliesOf(ctx.tx)
  const id = assembly!.id
  await changeAssembly(ctx.tx, id, { state: "convened", day: ctx.today })
  const post = { assemblyId: id, lead: true, basis: "预备会议通过", from: ctx.today, to: null }
  await insertAppointments(
    ctx.tx,
    [{ ...post, id: newId(), number: chair, name: "蔡家哲", duty: "presiding" }],
    "story",
  )
  const seat = (number: string, name: string): Delegate => ({
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
    from: ctx.today,
    to: null,
  })
  const before = new Set((await delegatesOf(ctx.tx, id)).map((d) => d.number))
  const seats = [seat(delegate, "罗静"), seat("D2", "代表乙"), seat("D3", "代表丙")]
  await insertDelegates(
    ctx.tx,
    seats.filter((s) => !before.has(s.number)),
    "story",
  )
  const here = (await delegatesOf(ctx.tx, id)).filter((d) => d.number !== "D3")
  await insertAttendance(
    ctx.tx,
    here.map(({ number }) => ({
      id: newId(),
      assemblyId: id,
      number,
      what: "in" as const,
      by: "list" as const,
      recordedBy: chair,
      at: ctx.now,
    })),
  )
  return id
}

/** A sitting as those in the hall see it: the chair's console, the screen behind the chair, a delegate's phone. */
describe("a day in the hall", { timeout: 120_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let desks: Awaited<ReturnType<typeof openDesks>>
  let console_: Page
  let screen: Page
  let phone: Page
  let id: string

  beforeAll(async () => {
    product = await openProduct()
    desks = await openDesks(product)
    const { world } = product
    id = await world.within((await world.firstUniversity())!, nobody, callTogether)
    console_ = await desks.at(chair)
    screen = await console_.context().newPage()
    phone = await desks.at(delegate, 390)
    await console_.goto(`${product.address}/office/hall/${id}`)
    await screen.goto(`${product.address}/office/hall/${id}/screen`)
    await phone.goto(`${product.address}/congress/${id}`)
  }, 300_000)
  afterAll(async () => {
    await desks?.shut()
    await product?.shut()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await desks.picture()
  })

  const sure = (page: Page) => page.locator(".ant-popover").getByRole("button", { name: "确定" }).click()

  it("is opened at the console, and everybody sees it", async () => {
    await phone.getByText("已签到").waitFor()
    await console_.getByRole("heading", { level: 2, name: "宣布开幕" }).waitFor()
    await console_.getByRole("button", { name: "宣布开幕" }).click()
    await sure(console_)
    await console_.getByRole("heading", { level: 2, name: "开始下一项议程" }).waitFor()
    await phone.getByText("大会进行中").waitFor()
    await screen.getByText("下一项议程").waitFor()
  })

  it("gives the floor to a delegate who asked for it on the phone", async () => {
    await console_.getByRole("button", { name: "开始这项议程" }).click()
    await phone.getByRole("button", { name: "申请发言" }).click()
    await phone.getByText("下一位就是您").waitFor()
    await console_.getByRole("button", { name: "请罗静发言" }).click()
    await phone.getByText("请您发言").waitFor()
    await screen.getByRole("heading", { level: 2, name: "罗静" }).waitFor()
    await console_.getByRole("button", { name: "结束发言" }).click()
  })

  it("votes on the phone, also after the connection was lost", async () => {
    await console_.getByRole("button", { name: "付表决" }).click()
    const form = console_.getByRole("dialog")
    await form.getByLabel("决议名称").fill("关于工作报告的决议")
    await form.getByRole("button", { name: "开始表决" }).click()
    await phone.getByText("这是公开的记名表决").waitFor()
    await phone.context().setOffline(true)
    await phone.getByText("连接中断，正在重连").waitFor()
    await phone.context().setOffline(false)
    await phone.getByText("连接中断，正在重连").waitFor({ state: "detached" })
    await phone.getByRole("button", { name: "反对" }).click()
    await phone.getByText("您已表决：反对").waitFor()
    await phone.getByRole("button", { name: "赞成" }).click()
    await phone.getByText("您已表决：赞成").waitFor()
    await screen.getByText("请在手机上表决").waitFor()
    await console_.getByText(/已表决1人/).waitFor()
  })

  it("announces the result with its sum", async () => {
    await console_.getByRole("button", { name: "结束表决" }).click()
    await sure(console_)
    await console_.getByRole("heading", { level: 2, name: "宣布表决结果" }).waitFor()
    await phone.getByText("等主持人宣布结果").waitFor()
    expect(await screen.getByText(/赞成1÷/).count()).toBe(0)
    await console_.getByRole("button", { name: "宣布结果" }).click()
    await sure(console_)
    await screen.getByText(/赞成1÷/).waitFor()
    await phone.getByText(/赞成1÷/).waitFor()
    expect(desks.errors).toEqual([])
  })
})
