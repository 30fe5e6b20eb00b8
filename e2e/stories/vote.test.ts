import { readFileSync } from "node:fs"
import { verifyArchive } from "@qiaoliang/ballot"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openDesks } from "../desks.ts"
import { insist } from "../people.ts"
import { openProduct } from "../product.ts"
import { inSession } from "../voting.ts"

const title = "选举出席学校学代会代表"

/** A secret vote in the browsers of its people: keys, credentials, ballots, the box opened by two of three. */
describe("a secret vote", { timeout: 240_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let desks: Awaited<ReturnType<typeof openDesks>>
  let hall: Awaited<ReturnType<typeof inSession>>
  let election: string
  /** Key files, in the order of the scrutineers. */
  const files: string[] = []

  beforeAll(async () => {
    product = await openProduct()
    desks = await openDesks(product)
    hall = await inSession(product, 5)
  }, 300_000)
  afterAll(async () => {
    await desks?.shut()
    await product?.shut()
  })

  const at = (who: { number: string }, width: 390 | 1440 = 390) => desks.at(who.number, width)
  const go = (page: Page, path: string) => page.goto(`${product.address}${path}`)
  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click()
  const look = async (page: Page, name: string) => expect(await desks.look(page, name), name).toEqual([])
  /** Marks and casts; answers the tracker shown. */
  const vote = async (page: Page, names: readonly string[]) => {
    for (const name of names) await page.getByRole("checkbox", { name: new RegExp(name) }).check()
    await press(page, "核对选票")
    await press(page, "加密并投票")
    await page.getByText("已核对：公示板上有您的选票").waitFor()
    return page.locator(".booth-tracker code").innerText()
  }

  /** The browser was cleared: another's file does not bring the key back, one's own does. */
  const restored = async (page: Page) => {
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await page.getByRole("heading", { name: "从文件恢复密钥" }).waitFor()
    await page.getByLabel("密钥文件（.json）").setInputFiles(files[0]!)
    await page.getByText("这不是您在本次选举中现行的密钥文件").waitFor()
    await look(page, "trustee-restore")
    await page.getByLabel("密钥文件（.json）").setInputFiles(files[1]!)
    await page.getByRole("heading", { name: "开启票箱" }).waitFor()
  }

  it("is arranged, and its rules are adopted", async () => {
    const chair = await at(hall.chair, 1440)
    await go(chair, `/office/elections/of/${hall.id}`)
    await chair.getByText("还没有安排选举").waitFor()
    await look(chair, "list-empty")
    await chair.getByRole("link", { name: "安排选举" }).click()
    await chair.getByLabel("选举名称").fill(title)
    await chair.getByRole("radio", { name: "其他" }).check()
    await chair.getByLabel("职务或身份").fill("出席学校学代会代表")
    for (const c of hall.candidates) {
      await chair.getByLabel("候选人", { exact: true }).fill(c.number)
      await chair.getByTitle(new RegExp(c.name)).last().click()
    }
    await chair.getByLabel("应选名额").fill("2")
    await chair.getByText("多于应选2名：差额选举").waitFor()
    await look(chair, "terms")
    await press(chair, "安排这项选举")
    await chair.getByRole("heading", { name: "通过选举办法" }).waitFor()
    election = new URL(chair.url()).pathname.split("/").at(-1)!
    await look(chair, "election-new")
    await press(chair, "登记选举办法通过")
    await chair.getByLabel("表决情况").fill("全体会议举手表决通过")
    await chair.getByRole("button", { name: "登记", exact: true }).click()
    await chair.getByRole("heading", { name: "监票人生成密钥" }).waitFor()
  })

  it("has its key made by three scrutineers, each at their own window", async () => {
    const pages = []
    for (const trustee of hall.trustees) {
      const page = await at(trustee)
      await go(page, `/office/elections/${election}/trustee`)
      await press(page, "在本机生成密钥")
      const handIn = page.getByRole("button", { name: "已保存好，提交公开部分" })
      expect(await handIn.isDisabled()).toBe(true)
      if (pages.length === 0) await look(page, "trustee-save")
      const [file] = await Promise.all([page.waitForEvent("download"), press(page, "下载密钥文件")])
      files.push(await file.path())
      const kept = JSON.parse(readFileSync(files.at(-1)!, "utf8"))
      expect(kept).toMatchObject({ qiaoliang: "trustee", kind: "threshold", attempt: 1 })
      await handIn.click()
      pages.push(page)
    }
    for (const page of pages) await page.getByRole("heading", { name: "密钥已就绪" }).waitFor()
    await look(pages[0]!, "trustee-done")
    // The third leaves and takes nothing along: two of three are enough.
  })

  it("gives out credentials: to four phones whose codes agree, and on one slip", async () => {
    const codes: string[] = []
    for (const voter of hall.voters.slice(0, 4)) {
      const page = await at(voter)
      await go(page, `/congress/${hall.id}/ballots`)
      await press(page, "生成并登记本机密钥")
      codes.push(await page.locator(".booth-code").innerText())
    }
    await look(await at(hall.voters[0]!), "own-ballots")
    const officer = await at(hall.officer, 1440)
    await go(officer, `/office/elections/${election}/credentials`)
    await officer.getByText("其中4名登记了手机，1名领取纸条").waitFor()
    await officer.getByText("查看名单和校验码").click()
    for (const code of codes) await officer.getByText(code).waitFor()
    await insist(officer, "生成并发放")
    await officer.getByText("已发放5份，还有两件事").waitFor()
    await officer.locator(".slips-code path").waitFor()
    await look(officer, "credentials")
    await press(officer, "保存凭证对应文件")
    await officer.getByLabel("口令", { exact: true }).fill("correct horse battery")
    await officer.getByLabel("再输一次").fill("correct horse battery")
    const [file] = await Promise.all([officer.waitForEvent("download"), press(officer, "加密并下载")])
    const text = readFileSync(await file.path(), "utf8")
    expect(text).not.toContain(hall.voters[0]!.name)
    // The slip of the fifth is printed again from the file.
    await officer.getByText("补印纸条").click()
    await officer.getByLabel("凭证对应文件（.json）").setInputFiles(await file.path())
    await officer.getByLabel("口令", { exact: true }).fill("another passphrase")
    await officer.getByRole("button", { name: "打开", exact: true }).click()
    await officer.getByText("口令不对").waitFor()
    await officer.getByLabel("口令", { exact: true }).fill("correct horse battery")
    await officer.getByRole("button", { name: "打开", exact: true }).click()
    await officer.getByLabel("在5名代表中查找").waitFor()
  })

  let slip: string
  it("is opened by the executive chair", async () => {
    slip = await (await at(hall.officer)).locator(".slips-secret").innerText()
    const chair = await at(hall.chair)
    await go(chair, `/office/elections/${election}`)
    await insist(chair, "宣布开始投票")
    await chair.getByRole("heading", { name: "正在投票" }).waitFor()
    await look(chair, "election-open")
  })

  it("takes ballots from phones and from the slip; one votes again; a lost connection costs nothing", async () => {
    const [a, b] = hall.candidates.map((c) => c.name) as [string, string]
    const first = await at(hall.voters[0]!)
    await go(first, `/vote/${election}`)
    await first.getByText("已用本机密钥取出您的投票凭证").waitFor()
    for (const name of [a, b]) await first.getByRole("checkbox", { name: new RegExp(name) }).check()
    // No third can be marked: there are two seats.
    expect(
      await first.getByRole("checkbox", { name: new RegExp(hall.candidates[2]!.name) }).isDisabled(),
    ).toBe(true)
    await look(first, "booth")
    await press(first, "核对选票")
    await look(first, "review")
    await press(first, "返回修改")
    await first.getByRole("checkbox", { name: new RegExp(b) }).uncheck()
    const tracker = await vote(first, [])
    await look(first, "receipt")

    const second = await at(hall.voters[1]!)
    await go(second, `/vote/${election}`)
    await second.getByText("已用本机密钥取出您的投票凭证").waitFor()
    await second.route("**/api/elections/ballots/*", (route) => route.abort())
    for (const name of [a, b]) await second.getByRole("checkbox", { name: new RegExp(name) }).check()
    await press(second, "核对选票")
    await press(second, "加密并投票")
    await second.getByText("票箱暂时没有回应").waitFor()
    await look(second, "waiting")
    await second.unroute("**/api/elections/ballots/*")
    await second.reload()
    await second.getByText("您的选票已在票箱里").waitFor()

    for (const voter of hall.voters.slice(2, 4)) {
      const page = await at(voter)
      await go(page, `/vote/${election}`)
      await vote(page, voter === hall.voters[2] ? ["全部弃权"] : [a, b])
    }
    // The fifth has no session: only the slip.
    const { page: fifth } = await desks.stranger(390)
    await go(fifth, `/vote/${election}#${slip}`)
    await fifth.getByText("已读入纸条上的投票凭证").waitFor()
    expect(fifth.url()).not.toContain("#")
    await vote(fifth, [b])

    await press(first, "重新投票")
    await press(first, "重新填写选票")
    const again = await vote(first, [a, b])
    expect(again).not.toBe(tracker)
    await first.getByRole("link", { name: "查看公示板" }).click()
    await first.getByText("已核对：公示板逐条衔接").waitFor()
    await first.getByLabel("查找追踪码").fill(tracker)
    await first.getByText("已被重投代替").waitFor()
    await look(first, "board")
  })

  it("warns a phone to which another box is shown than before", async () => {
    const first = await at(hall.voters[0]!)
    await first.evaluate((id) => {
      const name = `qiaoliang.vote.seen.${id}`
      const seen = JSON.parse(localStorage.getItem(name)!)
      seen.checkpoint.hash = seen.checkpoint.hash.replace(/^./, (c: string) => (c === "0" ? "1" : "0"))
      localStorage.setItem(name, JSON.stringify(seen))
      sessionStorage.setItem("seen", name)
    }, election)
    await first.reload()
    await first.getByText("票箱中先前看到的记录被改写了").waitFor()
    await look(first, "alarm")
    await first.evaluate(() => localStorage.removeItem(sessionStorage.getItem("seen")!))
  })

  it("is closed, and opened by two of the three; the result stands on the board and verifies", async () => {
    const chair = await at(hall.chair)
    await insist(chair, "宣布停止投票")
    await chair.getByRole("heading", { name: "监票人开启票箱" }).waitFor()
    for (const trustee of hall.trustees.slice(0, 2)) {
      const page = await at(trustee)
      await page.getByRole("heading", { name: "开启票箱" }).waitFor()
      if (trustee === hall.trustees[1]) await restored(page)
      if (trustee === hall.trustees[0]) await look(page, "trustee-open")
      await insist(page, "开启票箱")
      await page.getByRole("heading", { name: "您已开启票箱" }).waitFor()
    }
    await chair.getByRole("heading", { name: "向大会公告结果" }).waitFor()
    const rows = await chair.locator(".result tbody tr").allInnerTexts()
    const line = (name: string) => rows.find((r) => r.startsWith(name))!.split(/\s+/)
    expect(line(hall.candidates[0]!.name).slice(1)).toEqual(["3", "60.00%", "当选"])
    expect(line(hall.candidates[1]!.name).slice(1)).toEqual(["4", "80.00%", "当选"])
    await look(chair, "election-counted")
    await insist(chair, "向大会公告结果")
    await chair.getByText("报批和备案").waitFor()
    await look(chair, "election-announced")
    const phone = await at(hall.voters[3]!)
    await go(phone, `/vote/${election}/board`)
    await phone.getByRole("heading", { name: "选举结果" }).waitFor()
    await look(phone, "board-result")
    const archive = await fetch(`${product.address}/api/elections/archive/${election}.bel`)
    const verified = await verifyArchive(new Uint8Array(await archive.arrayBuffer()))
    expect(verified).toMatchObject({ ok: true, ballots: 6, counted: 5 })
    expect(desks.errors).toEqual([])
  })

  it("reads in English and in the dark as well, on a phone", async () => {
    const { page } = await desks.stranger(390)
    const dark = JSON.stringify({ language: "en", theme: "dark" })
    const office = await at(hall.chair)
    for (const [window, path] of [
      [page, `/vote/${election}`],
      [page, `/vote/${election}/board`],
      [page, `/congress/${hall.id}/ballots`],
      [office, `/office/elections/${election}`],
      [await at(hall.trustees[2]!), `/office/elections/${election}/trustee`],
    ] as const) {
      await go(window, path)
      await window.evaluate((kept) => localStorage.setItem("qiaoliang", kept), dark)
      await window.reload({ waitUntil: "networkidle" })
      await window.locator("h1").first().waitFor()
      await look(window, `dark${path.replaceAll(/\W+/g, "-").replace(election, "id")}`)
      const wider = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wider, path).toBeLessThanOrEqual(0)
      await window.evaluate(() => localStorage.removeItem("qiaoliang"))
    }
  })

  it("is counted on paper by two tellers as well, who first differ", async () => {
    const chair = await at(hall.chair)
    await go(chair, `/office/elections/of/${hall.id}/new`)
    await chair.getByLabel("选举名称").fill("选举纪念册编委")
    await chair.getByLabel("职务或身份").fill("纪念册编委")
    await chair.getByLabel("候选人", { exact: true }).fill(hall.candidates[0]!.number)
    await chair.getByTitle(new RegExp(hall.candidates[0]!.name)).last().click()
    await chair.getByRole("radio", { name: "纸质选票" }).check()
    await press(chair, "安排这项选举")
    await press(chair, "登记选举办法通过")
    await chair.getByLabel("表决情况").fill("全体会议举手表决通过")
    await chair.getByRole("button", { name: "登记", exact: true }).click()
    await insist(chair, "宣布开始投票")
    await insist(chair, "宣布停止投票")
    await chair.getByRole("heading", { name: "计票人计票" }).waitFor()
    const paper = new URL(chair.url()).pathname.split("/").at(-1)!
    const enter = async (page: Page, numbers: Record<string, string>) => {
      for (const [label, n] of Object.entries(numbers)) await page.getByLabel(label, { exact: true }).fill(n)
      await insist(page, "提交")
    }
    const [one, two] = [await at(hall.tellers[0]!), await at(hall.tellers[1]!)]
    for (const page of [one, two]) await go(page, `/office/elections/${paper}/count`)
    const sums = { 收回: "5", 有效: "5", 无效: "0", 不赞成: "1", 弃权: "0" }
    await enter(one, { ...sums, 赞成: "4" })
    await one.getByText("已提交，等待另一名计票人").waitFor()
    await enter(two, { ...sums, 赞成: "3", 弃权: "1" })
    await two.getByRole("heading", { name: "两人的结果不一致" }).waitFor()
    await look(two, "count-different")
    await enter(two, { 赞成: "4", 弃权: "0" })
    await two.getByText("两人的结果一致").waitFor()
    const chief = await at(hall.trustees[0]!)
    await go(chief, `/office/elections/${paper}`)
    await insist(chief, "确认计票结果")
    await chief.getByText("80.00%").waitFor()
    await look(chief, "election-paper")
  })
})
