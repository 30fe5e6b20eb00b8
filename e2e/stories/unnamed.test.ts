import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { openDesks } from "../desks.ts"
import { enter, fromInbox } from "../people.ts"
import { takePhoto } from "../photo.ts"
import { openProduct } from "../product.ts"
import { downloaded, filesWith, type Heard, listenTo, rowsWith } from "../traces.ts"
import {
  fillNeed,
  openOwn,
  openQueued,
  ownLine,
  type Student,
  sendNeed,
  sendOn,
  studentsOf,
  toForm,
  toldOf,
  toOwn,
  writeAnswer,
} from "../voicing.ts"

const desk = "T1003"
const office = { name: "后勤保障处", head: "T6001", clerk: "T6002" }
/** Whoever comes near it: the desk, the office, the League committee, 学工部, the party, the union's chair, a faculty. */
const handlers = [
  desk,
  office.head,
  office.clerk,
  "T1001",
  "T1002",
  "T2001",
  "T4001",
  "T5001",
  "202307010106",
]
const title = "桂园6号楼夜里总有人砸门"
const phone = 390
/** Where people stand with their numbers whether or not they say anything. */
const registers = /^(account|account_session): /

/** 1.3: who spoke without a name is found by nobody who handles it, and hears the answer all the same. */
describe("an anonymous need from a phone", { timeout: 180_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let desks: Awaited<ReturnType<typeof openDesks>>
  let raiser: Student
  let before: string[]
  let words: string[]
  let nth = 0
  const heard: Promise<Heard>[] = []
  const listening = new Set<Page>()

  beforeAll(async () => {
    product = await openProduct()
    desks = await openDesks(product)
    raiser = (await studentsOf(product, "文学院", 1))[0]!
    await product.goOn("2025-11-17T09:00:00+08:00")
    const [account] = await rows<{ id: string }>("select id from account where number = $1", [raiser.number])
    words = [raiser.number, raiser.name, account!.id]
    before = await rowsWith(product, words)
  }, 300_000)
  afterAll(async () => {
    await desks?.shut()
    await product?.shut()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await desks.picture()
  })

  const rows = async <T extends object>(sql: string, values: readonly unknown[] = []) =>
    (
      await product.world.db.scoped((await product.world.firstUniversity())!.id, (tx) =>
        tx.client.query<T>(sql, [...values]),
      )
    ).rows
  /** A handler's window, every answer it gets written down. */
  const at = async (number: string) => {
    const page = await desks.at(number, phone)
    if (!listening.has(page)) listenTo(page, number, heard)
    listening.add(page)
    return page
  }
  const day = async (on: string) => {
    await desks.leave()
    await product.goOn(`${on}T09:00:00+08:00`)
    for (const job of ["courses.late", "handling.unsorted", "handling.close"]) await product.runJob(job)
  }
  /** The page shows the need, and nothing of whose it is. */
  const silent = async (page: Page, where: string) => {
    await page.waitForLoadState("networkidle")
    const shown = await page.locator("body").innerText()
    for (const w of [raiser.number, raiser.name]) expect(shown.includes(w), `${where}: ${w}`).toBe(false)
    return shown
  }

  it("is raised: the seal and its one exception are said before it is sent", async () => {
    const page = await desks.at(raiser.number, phone)
    await toForm(page)
    await fillNeed(page, {
      title,
      text: "最近一周每天凌晨一点左右有人砸我们这层的门，大家都不敢睡，报给宿管没有结果。",
      category: "宿舍与水电",
      place: "桂园6号楼",
      shown: "匿名",
      photo: { name: `${raiser.number}${raiser.name}.jpg`, bytes: await takePhoto(page) },
    })
    await page.getByText(/唯一的例外/).waitFor()
    expect(await desks.look(page, "unnamed-form")).toEqual([])
    nth = await sendNeed(page)
    await page.getByText("身份已经封存。答复请到“我的诉求”里看。").waitFor()
    await page.getByRole("main").getByRole("link", { name: "我的诉求" }).last().click()
    await ownLine(page, title).getByText(`第 ${nth} 号`).waitFor()
  })

  it("lies at the desk without a name; the desk asks back and hands it on", async () => {
    const page = await at(desk)
    await openQueued(page, "转办同学诉求", title)
    await page.getByText("匿名，对所有办理人保密").waitFor()
    await page.getByLabel("问提出人").fill("请问大概在几层？我们请保卫处夜间巡查。")
    await page.getByRole("button", { name: "发送", exact: true }).click()
    await page.getByText("请问大概在几层？我们请保卫处夜间巡查。").first().waitFor()
    await silent(page, "desk")
    expect(await desks.look(page, "unnamed-desk")).toEqual([])
    await page.getByRole("link", { name: "开启匿名身份…" }).click()
    await page.getByRole("heading", { level: 1, name: `诉求第 ${nth} 号的匿名` }).waitFor()
    await silent(page, "unsealing")
    expect(await desks.look(page, "unnamed-seal")).toEqual([])
    await page.goBack()
    await sendOn(page, office.name)
    await page.getByText("待受理", { exact: true }).first().waitFor()
  })

  it("is answered in the thread by its raiser, who found the question in the own list", async () => {
    const page = await desks.at(raiser.number, phone)
    await toOwn(page)
    await ownLine(page, title).getByText("承办单位有话问您").waitFor()
    await openOwn(page, title)
    await page.getByText("没有办理人知道是你提出的。").waitFor()
    await page.getByText("请问大概在几层？").waitFor()
    await page.getByLabel("补充或回复").fill("三层西头，楼梯口一侧。")
    await page.getByRole("button", { name: "发送", exact: true }).click()
    await page.getByText("三层西头，楼梯口一侧。").first().waitFor()
    expect(await desks.look(page, "unnamed-thread")).toEqual([])
  })

  it("is answered by the office, which hears the reply of nobody", async () => {
    const clerk = await at(office.clerk)
    await openQueued(clerk, "拟写诉求答复", title)
    await clerk.getByText("三层西头，楼梯口一侧。").waitFor()
    await clerk.getByText(/^提出人 · /).waitFor()
    await writeAnswer(clerk, /^A/, "已与保卫处商定每晚零点到两点巡查三层，并更换楼层门禁。", "提出答复")
    await clerk.getByText("已拟好，等负责人提出答复").waitFor()
    await silent(clerk, "office")
    const head = await at(office.head)
    await fromInbox(head, new RegExp(title))
    await head.getByRole("button", { name: "审签并答复" }).click()
    await head.getByText("待评价", { exact: true }).first().waitFor()
    await silent(head, "office")
    expect(await desks.look(head, "unnamed-office")).toEqual([])
  })

  it("reaches its raiser, who sends it back and is still nobody", async () => {
    const page = await desks.at(raiser.number, phone)
    await toOwn(page)
    await openOwn(page, title)
    await page.getByText("已与保卫处商定每晚零点到两点巡查三层").waitFor()
    await page.getByRole("radio", { name: "没有解决" }).check()
    await page.getByText("2星", { exact: true }).locator("..").click()
    await page.getByLabel("哪里没有解决").fill("巡查来的时候人已经走了，昨晚又有。")
    await page.getByRole("button", { name: "没有解决，重新办理" }).click()
    await page.getByText("第2次办理").first().waitFor()
    await day("2025-11-26")
    const above = await at("T2001")
    const line = await toldOf(above, `提出的同学认为没有解决：诉求第${nth}号`)
    await line.getByRole("link").first().click()
    await above.getByRole("heading", { level: 1, name: title }).waitFor()
    await above.getByText("巡查来的时候人已经走了，昨晚又有。").first().waitFor()
    await silent(above, "学工部")
  })

  it("is on no screen of anybody who handles needs under its raiser's name, nor in what they export", async () => {
    let seen = 0
    let rowsRead = 0
    for (const number of handlers) {
      const page = await at(number)
      await toldOf(page, title)
      await silent(page, `${number} reminders`)
      for (const room of ["待办", "办理事项", "诉求受理办理", "诉求简报与普遍需求", "听取活动"]) {
        const line = page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${room}`) })
        await page.getByRole("button", { name: "打开导航" }).click()
        const has = (await line.count()) > 0
        await page.keyboard.press("Escape")
        if (!has) continue
        await page.reload()
        await enter(page, room)
        if ((await silent(page, `${number} ${room}`)).includes(title)) seen++
        if (room !== "诉求受理办理") continue
        const desksOf = page.getByRole("navigation", { name: "我的受理台和承办单位" }).getByRole("button")
        for (let i = 0; i < Math.max(1, await desksOf.count()); i++) {
          if (await desksOf.count()) await desksOf.nth(i).click()
          await page.getByRole("button", { name: /^全部 \d/ }).click()
          if ((await silent(page, `${number} queue`)).includes(title)) seen++
          const sheet = await downloaded(page, "导出表格")
          for (const w of words) expect(sheet.includes(w), `${number} export`).toBe(false)
          if (sheet.includes(title)) rowsRead++
        }
        const one = page.getByRole("main").getByRole("link", { name: title })
        if ((await one.count()) === 0) continue
        await one.first().click()
        await page.getByRole("heading", { level: 1, name: title }).waitFor()
        await silent(page, `${number} need`)
      }
    }
    expect(seen).toBeGreaterThan(5)
    expect(rowsRead).toBeGreaterThan(3)
  })

  it("stands on the board without anybody", async () => {
    const { page } = await desks.stranger(phone)
    listenTo(page, "stranger", heard)
    await page.goto(product.address)
    await page.getByRole("navigation").getByRole("link", { name: "诉求", exact: true }).first().click()
    await page.getByRole("searchbox").fill("砸门")
    await page.getByRole("link", { name: title }).click()
    await page.getByRole("heading", { level: 1, name: title }).waitFor()
    await silent(page, "board")
    expect(await page.getByText("三层西头").count()).toBe(0)
    expect(await desks.look(page, "unnamed-board")).toEqual([])
  })

  it("is in no answer these windows got", async () => {
    const all = await Promise.all(heard)
    expect(all.length).toBeGreaterThan(200)
    expect(all.some((h) => h.body.includes(title))).toBe(true)
    const telling = all.filter((h) => words.some((w) => h.body.includes(w)))
    expect(telling.map((h) => `${h.by} ${h.url}`)).toEqual([])
  })

  it("left no row with its raiser but among the accounts, no log entry but of signing in, no file", async () => {
    const after = await rowsWith(product, words)
    const fresh = after.filter((row) => !before.includes(row) && !registers.test(row))
    expect(fresh.filter((row) => !row.startsWith("log_entry: "))).toEqual([])
    const logged = await rows<{ verb: string }>(
      "select distinct verb from log_entry where log_entry::text like '%' || $1 || '%' or log_entry::text like '%' || $2 || '%' order by 1",
      [words[0], words[2]],
    )
    expect(logged.map((l) => l.verb).filter((v) => !v.startsWith("accounts."))).toEqual([])
    expect(filesWith(product.world.dataDir, words)).toEqual([])
    expect(desks.errors).toEqual([])
  })
})
