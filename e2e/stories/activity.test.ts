import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { openDesks } from "../desks.ts"
import { enter, insist } from "../people.ts"
import { openProduct } from "../product.ts"

/** People of examples/minghu: the host's chair, the faculty's League, the one who guides, and its students. */
const chairwoman = { number: "202302010112", name: "彭宛苒" }
const league = "T5001"
const deputy = "T1002"
const title = "文学院读书月开幕"

/** A faculty's activity from its review to the figure of 7.3; students with a phone in their hand. */
describe("an activity", { timeout: 240_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let desks: Awaited<ReturnType<typeof openDesks>>
  let students: string[]
  let union: string
  let activity: string
  let chair: Page
  let one: Page
  let two: Page
  let three: Page

  beforeAll(async () => {
    product = await openProduct({ at: new Date("2025-11-15T09:00:00+08:00") })
    desks = await openDesks(product)
    const of = (await product.world.firstUniversity())!
    const { rows } = await product.world.db.scoped(of.id, (tx) =>
      tx.client.query<{ number: string; name: string }>(
        `select number, name from student s where university_id = $1 and faculty = '文学院'
           and level = 'undergraduate' and valid_to is null
           and not exists (select from post p where p.university_id = $1 and p.number = s.number)
         order by number desc limit 7`,
        [of.id],
      ),
    )
    students = rows.map((r) => r.number)
    for (const who of [chairwoman, ...rows.slice(0, 3)]) await product.enrol(who.number, who.name)
    const unions = await product.world.db.scoped(of.id, (tx) =>
      tx.client.query<{ id: string }>(
        "select id from student_union where university_id = $1 and name = '文学院学生会'",
        [of.id],
      ),
    )
    union = unions.rows[0]!.id
    chair = await desks.at(chairwoman.number)
    ;[one, two, three] = (await Promise.all(students.slice(0, 3).map((n) => desks.at(n, 390)))) as [
      Page,
      Page,
      Page,
    ]
  }, 300_000)
  afterEach(() => desks.picture())
  afterAll(async () => {
    await desks?.shut()
    await product?.shut()
  })

  const sound = async (page: Page, name: string) => {
    expect(await desks.look(page, name), page.url()).toEqual([])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wider, page.url()).toBeLessThanOrEqual(0)
  }
  const open = (page: Page) => page.goto(`${product.address}/activities/${activity}`)

  it("is announced once the League committee has passed it", async () => {
    await enter(chair, "活动")
    await chair.getByRole("link", { name: title }).click()
    await chair.getByText("这项活动还没有审核通过").waitFor()
    activity = chair.url().split("/").at(-1)!
    expect(await chair.getByRole("button", { name: "发布活动" }).count()).toBe(0)
    for (const page of [await desks.at(league), await desks.at(deputy)]) {
      await enter(page, "待办")
      await page.reload()
      await page
        .getByRole("link", { name: new RegExp(title) })
        .first()
        .click()
      await page.getByRole("button", { name: "通过", exact: true }).click()
      await page.getByRole("dialog").getByRole("button", { name: "通过" }).click()
      await page.getByRole("dialog").waitFor({ state: "hidden" })
    }
    await enter(chair, "待办")
    await chair.reload()
    await chair.getByRole("link", { name: `发布活动：${title}` }).click()
    await chair.getByRole("button", { name: "修改方案" }).click()
    const form = chair.getByRole("dialog", { name: "修改方案" })
    await form.getByLabel("名额").fill("2")
    await form.getByRole("button", { name: "保存" }).click()
    await form.waitFor({ state: "hidden" })
    await insist(chair, "发布活动")
    await chair.getByText("报名中").first().waitFor()
    await sound(chair, "announced")
  })

  it("is found and joined on phones; past the last place one waits, and moves up", async () => {
    await one.goto(`${product.address}/activities`)
    await one.getByLabel("搜索活动或地点").fill("读书月")
    await one.getByRole("link", { name: new RegExp(title) }).click()
    await one.getByRole("button", { name: "报名", exact: true }).click()
    await one.getByText("已报名", { exact: true }).waitFor()
    await sound(one, "signed-up")
    await open(two)
    await two.getByRole("button", { name: "报名", exact: true }).click()
    await two.getByText("已报名", { exact: true }).waitFor()
    await open(three)
    await three.getByRole("button", { name: "排队候补" }).click()
    await three.getByText("候补第1位").waitFor()
    await sound(three, "waiting")
    await one.getByRole("button", { name: "取消报名" }).click()
    await one.getByRole("button", { name: "取消报名" }).click()
    await one
      .getByRole("button", { name: "排队候补" })
      .or(one.getByRole("button", { name: "报名", exact: true }))
      .waitFor()
    await three.reload()
    await three.getByText("候补已递补。").waitFor()
    await three.goto(`${product.address}/reminders`)
    await three.getByRole("link", { name: new RegExp(`候补已递补：${title}`) }).waitFor()
  })

  it("takes attendance by the code on the organiser's screen, and by the list", async () => {
    await product.moveTo("2025-11-21")
    product.pass(580)
    await chair.goto(`${product.address}/office/activities/${activity}`)
    await chair.getByRole("button", { name: "签到码" }).click()
    const code = () => chair.locator(".shown-code-letters").innerText()
    await chair.locator(".shown-code-letters").waitFor()
    await sound(chair, "code")
    await three.goto(`${product.address}/activities/${activity}/here?code=${await code()}`)
    await three.getByRole("heading", { name: "签到成功" }).waitFor()
    await sound(three, "here")
    await two.goto(`${product.address}/activities/${activity}/here`)
    await two.getByLabel("签到码").fill("BBBBBB")
    await two.getByRole("button", { name: "签到", exact: true }).click()
    await two.getByText("签到码不对或已过期").waitFor()
    await two.getByLabel("签到码").fill((await code()).toLowerCase())
    await two.getByRole("button", { name: "签到", exact: true }).click()
    await two.getByRole("heading", { name: "签到成功" }).waitFor()
    await chair.getByText("已到2人").waitFor()
    await chair.getByRole("link", { name: "名单" }).click()
    await chair.getByRole("button", { name: "按学号登记" }).click()
    const form = chair.getByRole("dialog", { name: "按学号登记" })
    await form.getByLabel("学号").fill(students.slice(3).join("，"))
    await form.getByRole("button", { name: "登记到场" }).click()
    await form.waitFor({ state: "hidden" })
    await chair.getByText("签到6人").waitFor()
    await sound(chair, "people")
  })

  it("is rated without a name, and shows whom it reached", async () => {
    product.pass(120)
    await open(three)
    await three.getByLabel("5分").check()
    await three.getByLabel(/想对组织者说的一句话/).fill("领读的老师讲得好。")
    await sound(three, "rating")
    await three.getByRole("button", { name: "提交评价" }).click()
    await three.getByText("已评价，谢谢").waitFor()
    await three.getByText("参加同学6人，占所联系学生").waitFor()
    await chair.getByRole("tab", { name: "评价" }).click()
    await chair.getByText("评价满5人后显示分布").waitFor()
    await chair.getByRole("tab", { name: "覆盖面" }).click()
    await chair.getByRole("heading", { name: "按年级" }).waitFor()
    await sound(chair, "reach")
    const page = await desks.at(league)
    await page.goto(`${product.address}/office/findings/${union}/7.3`)
    await page
      .getByText(/本学期举办活动1项，均先经审核；参加同学6人/)
      .first()
      .waitFor()
    expect(desks.errors).toEqual([])
  })
})
