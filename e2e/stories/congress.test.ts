import { readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { verifyArchive } from "@qiaoliang/ballot"
import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { referenceAccepts } from "../../packages/ballot/reference-for-tests.ts"
import { preside } from "../chairing.ts"
import {
  delegatesOf,
  determine,
  electIn,
  listFile,
  nameHeads,
  type Person,
  type Seated,
} from "../congress.ts"
import { type Delegate, delegateOver } from "../delegate.ts"
import { openDesks } from "../desks.ts"
import { enter, fromInbox, insist, pickDay } from "../people.ts"
import { appointTo, arrange, course, place } from "../preparing.ts"
import { openProduct } from "../product.ts"
import { toLine, toPublicSite } from "../selecting.ts"
import { overWire, pass, type Wire } from "../wire.ts"

const [secretary, head, committee, affairs] = ["T1003", "T1001", "T4001", "T2001"]
const [league, party] = ["T5001", "T5002"]
const chair = { number: "202307010106", name: "蔡家哲" }
const steward = { number: "202201010101", name: "罗静" }
const standing: readonly Person[] = [
  { number: "202302010106", name: "余心悦" },
  { number: "202302010205", name: "徐思涵" },
  { number: "202402010107", name: "杨语怡" },
  { number: "202302030103", name: "程书蕾" },
]
/** Of 106 delegates; 71 are the quorum. */
const present = 72
const first = "选举第三十三届主席团成员"
const second = "选举出席上级学联代表大会代表"
const congress = "明湖大学第三十三次学生代表大会"
const request = "明湖大学学生会：召开学生代表大会的请示"

/** From the request to the seated presidium: everybody at their own window, the rest of the hall over HTTP. */
describe("a school congress", { timeout: 240_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let desks: Awaited<ReturnType<typeof openDesks>>
  let id: string
  let people: Seated[]
  let onNotice: string[]
  let ownList: string
  let officer: Person
  let scrutineers: readonly Person[]
  let phones: readonly Person[]
  let hall: readonly Delegate[]
  let screen: Page
  let presidium: string
  let again: string
  let delegate: string

  const at = (who: Person | string, width: 390 | 1440 = 1440) =>
    desks.at(typeof who === "string" ? who : who.number, width)
  const wire = (number: string): Promise<Wire> => overWire(product.address, number, product.logins[number]!)
  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click()
  const look = async (page: Page, name: string) => expect(await desks.look(page, name), name).toEqual([])

  beforeAll(async () => {
    product = await openProduct()
    desks = await openDesks(product)
  }, 300_000)
  afterAll(async () => {
    await desks?.shut()
    await product?.shut()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await desks.picture()
  })

  it("is asked for by the secretary-general, and agreed to by League and Party (6.1)", async () => {
    const page = await at(secretary!)
    await enter(page, "学生代表大会")
    await page.getByRole("link", { name: "提出请示" }).click()
    await page.getByLabel("大会名称").waitFor()
    expect(await page.getByLabel("大会名称").inputValue()).toBe(congress)
    await pickDay(page.getByLabel("日期", { exact: true }), "2025-12-20")
    await page.getByLabel("时间", { exact: true }).fill("09:00")
    await page.getByLabel("地点").fill("大学生活动中心")
    await page.getByLabel("大会主题").fill("凝聚青春力量，服务同学成长")
    await press(page, "提交请示")
    await page.getByRole("heading", { level: 1, name: congress }).waitFor()
    id = new URL(page.url()).pathname.split("/").at(-1)!
    await fromInbox(await at(head!), request)
    await course(await at(head!), "通过")
    await fromInbox(await at(committee!), request)
    await course(await at(committee!), "通过", { 批复文号: "明党〔2025〕30号" })
    await fromInbox(await at(head!), request)
    await course(await at(head!), "通过", { 上级学联复函文号: "省学联函〔2025〕12号" })
  })

  it("has its committee named and set up; the committee adopts the seats (6.3, 6.4)", async () => {
    const page = await at(secretary!)
    await page.goto(`${product.address}/office`)
    await fromInbox(page, "提出筹备委员会名单", congress)
    await appointTo(page, "筹备委员会", [{ number: secretary!, name: "沈知夏" }], "校党委批复", true)
    await appointTo(page, "筹备委员会", [chair], "校党委批复")
    await fromInbox(await at(head!), request)
    await course(await at(head!), "通过")
    await place(page, "名额")
    await page.getByRole("link", { name: "试算名额" }).click()
    await page.getByLabel(/写明理由/).fill("按人数分配，覆盖各学院、各年级")
    await press(page, "保存")
    await press(page, "采用第1版")
    await page.getByLabel("依据").fill("筹备委员会第一次会议")
    await page.getByRole("dialog").getByRole("button", { name: "采用", exact: true }).click()
    await page.getByText("筹备委员会第一次会议采用").waitFor()
    await look(page, "seats-adopted")
  })

  it("has its delegates: one faculty's elected class by class, the others' lists handed in (6.2)", async () => {
    const page = await at(secretary!)
    await place(page, "代表")
    await insist(page, "开始产生代表")
    await page.getByText("班级团支部推荐（学院团组织汇总）").first().waitFor()
    const [presides] = await product.presidium("文学院学生会")
    await product.enrol(presides!.number, presides!.name)
    ownList = await electIn(id, "文学院", {
      league: await wire(league!),
      union: await wire(presides!.number),
      day: "2025-11-14",
    })
    const file = join(tmpdir(), `${id}-代表名单.csv`)
    writeFileSync(file, await listFile(await wire(secretary!), id, "文学院"))
    await press(page, "导入名单")
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "选择文件")])
    await chooser.setFiles(file)
    await insist(page, "整份导入")
    await page.getByText("已导入", { exact: true }).first().waitFor()
    await look(page, "delegates-imported")
  })

  it("has candidates determined by the chain of 5.2", async () => {
    for (const p of standing) await product.enrol(p.number, p.name)
    onNotice = await determine(await Promise.all(standing.map((p) => wire(p.number))), {
      league: await wire(league!),
      party: await wire(party!),
      affairs: await wire(affairs!),
      head: await wire(head!),
      committee: await wire(committee!),
    })
    await desks.leave()
    await product.moveTo("2025-12-02")
    for (const one of onNotice) await pass(await wire(head!), one, "published", "school-league")
    await pass(await wire(league!), ownList, "published", "faculty-league")
  })
  it("has its delegates reviewed, its bodies named, its votes arranged; it is agreed to be held (6.2)", async () => {
    const office = await wire(secretary!)
    const of = async (delegation: string) =>
      (await delegatesOf(office, id)).filter((p) => p.delegation === delegation)
    officer = (await of("法学院"))[0]!
    scrutineers = (await of("计算机科学与技术学院")).slice(0, 3)
    for (const p of [officer, ...scrutineers]) await product.enrol(p.number, p.name)
    const page = await at(secretary!)
    await fromInbox(page, "筹备大会", congress)
    const named = "筹备委员会决定"
    await appointTo(page, "代表资格审查委员会", [officer], named, true)
    await appointTo(page, "监票人", [scrutineers[0]!], "各代表团推荐", true)
    await appointTo(page, "监票人", scrutineers.slice(1), "各代表团推荐")
    await appointTo(page, "大会主席团", [chair], "预备会议通过", true)
    await appointTo(page, "会务工作人员", [steward], named, true)
    await look(page, "assembly-prepared")

    const reviewing = await at(officer)
    await fromInbox(reviewing, "审查代表资格", congress)
    await reviewing.getByRole("button", { name: /^没有疑点的5人/ }).click()
    await press(reviewing, "提交审查结果（5）")
    await reviewing.getByText("没有待审查的人选").waitFor()
    await nameHeads(office, id)
    people = await delegatesOf(office, id)
    expect(people).toHaveLength(106)
    await press(reviewing, "审查报告")
    await press(reviewing, "保存草稿")
    await insist(reviewing, "委员会通过报告")
    await reviewing.getByText(/2025年12月2日通过/).waitFor()

    await place(page, "选举")
    presidium = await arrange(page, { title: first, seats: 3, mode: /差额选举/ })
    await place(page, "选举")
    delegate = await arrange(page, {
      title: second,
      post: "出席上级学联代表大会代表",
      candidates: [people.find((p) => p.delegation === "外国语学院")!],
      seats: 1,
      mode: /等额选举/,
      group: "BELENIOS-2048",
    })
    await place(page, "概况")
    await page.getByText("筹备进度（9/9）").waitFor()
    await course(page, "提交")
    await fromInbox(await at(committee!), request)
    await course(await at(committee!), "通过")
    await (await at(committee!)).getByText("已批准召开").first().waitFor()
  })

  it("is opened with a quorum: by code on phones, by code over HTTP, by list (6.1)", async () => {
    await desks.leave()
    await product.moveTo("2025-12-20")
    const rest = people.filter(
      (p) => p.number !== officer.number && !scrutineers.some((s) => s.number === p.number),
    )
    phones = rest.filter((p) => p.delegation === "文学院").slice(0, 2)
    const others = rest.filter((p) => !phones.includes(p))
    for (const p of [...phones, ...others.slice(0, 40)]) await product.enrol(p.number, p.name)
    hall = await Promise.all(
      others.slice(0, 40).map((p) => delegateOver(product.address, id, p.number, product.logins[p.number]!)),
    )
    const keeper = await wire(steward.number)
    const code = async () =>
      (await keeper.get<{ code: string }>("roll/code", { assembly: id, site: product.address })).code
    for (const p of phones) {
      const phone = await at(p, 390)
      await toPublicSite(phone)
      await toLine(phone, "学代会")
      await phone.getByRole("link", { name: congress }).click()
      await phone.getByRole("link", { name: "去签到" }).click()
      await phone.getByLabel("签到码").fill(await code())
      await press(phone, "签到")
      await phone.getByText("已签到").first().waitFor()
    }
    for (const d of hall) await d.checkIn(await code())
    const numbers = [...scrutineers, ...others.slice(40, 40 + present - 45)].map((p) => p.number)
    await keeper.post("roll/tick", { assembly: id, numbers, what: "in" })
    const page = await at(chair)
    await fromInbox(page, "主持大会", congress)
    await page.getByRole("heading", { level: 2, name: "宣布开幕" }).waitFor()
    screen = await page.context().newPage()
    await screen.goto(`${product.address}/office/hall/${id}/screen`)
    await screen.getByText(congress).first().waitFor()
    await preside(page, present, "开始下一项议程", "选举办法")
    await preside(page, present, "结束这项议程", "选举办法")
    await screen
      .getByText(/赞成72/)
      .first()
      .waitFor()
    await look(screen, "screen-decided")
  })
  it("has its keys made under the rules the hall adopted: three scrutineers, each at their own window", async () => {
    for (const title of [first, second]) {
      const pages = []
      for (const scrutineer of scrutineers) {
        const own = await at(scrutineer)
        await fromInbox(own, "生成选举密钥", title)
        await press(own, "在本机生成密钥")
        await Promise.all([own.waitForEvent("download"), press(own, "下载密钥文件")])
        await press(own, "已保存好，提交公开部分")
        pages.push(own)
      }
      for (const own of pages)
        await own.getByRole("heading", { name: "密钥已就绪" }).waitFor({ timeout: 90_000 })
    }
  })

  it("gives out credentials, sealed to the phones that registered", async () => {
    for (const p of phones) {
      const phone = await at(p, 390)
      await phone.goto(`${product.address}/congress/${id}`)
      await phone.getByRole("link", { name: "我的选票" }).click()
      await press(phone, "生成并登记本机密钥")
      await phone.locator(".booth-code").waitFor()
      await phone.goBack()
    }
    for (const d of hall) await d.register()
    for (const title of [first, second]) await issue(await at(officer), title, "其中42名登记了手机")
  })

  it("elects the presidium: more candidates than seats, the vote of phones and over HTTP", async () => {
    const page = await at(chair)
    await place(page, "会场")
    await preside(page, present, "进行选举")
    const [a, b, c, d] = standing.map((s) => s.name)
    await open(page, presidium)
    await castAll(presidium, (i) => (i < 30 ? [a!, b!, c!] : [a!, b!, d!]), [a!, b!, d!])
    await screen.getByText("票箱校验码").waitFor()
    await look(screen, "screen-vote")
    await shutAndOpen(page, presidium)
    await page.getByRole("heading", { name: "组织下一轮投票" }).waitFor()
    await page.getByText("尚缺1名").first().waitFor()
    await look(page, "counted")
  })

  it("votes once more on the seat left open: the same keys, new credentials", async () => {
    const page = await at(chair)
    await press(page, "组织下一轮投票")
    await press(page, "安排下一轮")
    await page.getByRole("heading", { name: "发放投票凭证" }).waitFor()
    again = new URL(page.url()).pathname.split("/").at(-1)!
    await issue(await at(officer), `${first}（第2轮）`, "其中42名登记了手机")
    await open(page, again)
    const [, , c, d] = standing.map((s) => s.name)
    await castAll(again, (i) => [i < 38 ? c! : d!], [c!])
    await shutAndOpen(page, again)
    await insist(page, "向大会公告结果")
    await page.getByText("报批和备案").waitFor()
  })

  it("elects its delegate to the congress above: one candidate for one seat, in the group of the reference tool", async () => {
    const page = await at(chair)
    await place(page, "会场")
    await preside(page, present, "进行选举", second)
    await open(page, delegate)
    const [name] = [people.find((p) => p.delegation === "外国语学院")!.name]
    await castAll(delegate, (i) => (i < 39 ? [name] : []), [name])
    await shutAndOpen(page, delegate)
    await insist(page, "向大会公告结果")
    await page.getByText("报批和备案").waitFor()
    await place(page, "会场")
    await preside(page, present, "整理并确认会议记录")
    await screen.getByText("大会闭幕").waitFor()
  })

  it("has its archives verified: by the page that calls nobody, by belenios-tool (2.0)", async () => {
    const phone = await at(phones[0]!, 390)
    const files: string[] = []
    for (const [election, ballots] of [
      [presidium, 42],
      [again, 42],
      [delegate, 42],
    ] as const) {
      await phone.goto(`${product.address}/vote/${election}/board`)
      const [download] = await Promise.all([
        phone.waitForEvent("download"),
        phone.getByRole("link", { name: "下载选举存档（.bel）" }).click(),
      ])
      const path = join(tmpdir(), `${election}.bel`)
      await download.saveAs(path)
      files.push(path)
      expect(await verifyArchive(readFileSync(path))).toMatchObject({ ok: true, ballots })
    }
    expect(referenceAccepts(readFileSync(files[2]!))).toBe(true)
    await phone.getByRole("link", { name: "打开核验页" }).click()
    await phone.setInputFiles("#files", files)
    await expect
      .poll(() => phone.getByRole("heading", { name: "核验通过" }).count(), { timeout: 120_000 })
      .toBe(3)
    await look(phone, "verified")
  })

  it("takes effect once the Party committee has ratified it, not before; it is filed with its receipt (5.1, 6.6)", async () => {
    const before = (await product.presidium("明湖大学学生会")).map((p) => p.name)
    expect(standing.some((s) => before.includes(s.name))).toBe(false)
    for (const title of [first, second]) {
      await fromInbox(await at(committee!), `${congress}${title}结果`)
      await course(await at(committee!), "通过")
    }
    expect((await product.presidium("明湖大学学生会")).map((p) => p.name).toSorted()).toEqual(
      standing
        .slice(0, 3)
        .map((s) => s.name)
        .toSorted(),
    )
    for (const title of [first, second]) {
      await fromInbox(await at(head!), `${congress}${title}结果`)
      await course(await at(head!), "通过", { 备案回执: "省学联备〔2025〕8号", 备案日期: "2025-12-20" })
    }
    await (await at(head!)).getByText("已备案，全部办结").waitFor()
    const page = await at(secretary!)
    await enter(page, "学生代表大会")
    await page.getByRole("link", { name: congress }).click()
    for (const paper of ["结果报告单", "结果公告"]) {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page
          .getByRole("listitem")
          .filter({ hasText: paper })
          .getByRole("link", { name: "Word 版" })
          .first()
          .click(),
      ])
      expect((await file.path()).length).toBeGreaterThan(0)
    }
    await look(page, "assembly-closed")
    expect(desks.errors).toEqual([])
  })

  /** The officer's browser makes a credential for each who is here, and keeps which is whose. */
  const issue = async (page: Page, title: string, sums: string) => {
    await fromInbox(page, "发放投票凭证", title)
    await page.getByText(sums).waitFor()
    await insist(page, "生成并发放")
    await page.getByText(`已发放${present}份，还有两件事`).waitFor()
    await press(page, "保存凭证对应文件")
    await page.getByLabel("口令", { exact: true }).fill("correct horse battery")
    await page.getByLabel("再输一次").fill("correct horse battery")
    await Promise.all([page.waitForEvent("download"), press(page, "加密并下载")])
    await page.getByText("已保存", { exact: true }).first().waitFor()
  }
  const open = async (page: Page, election: string) => {
    await place(page, "会场")
    await page.locator(".hall-next").getByRole("link", { name: "开始投票" }).click()
    await page.waitForURL(new RegExp(election))
    await insist(page, "宣布开始投票")
    await page.getByRole("heading", { name: "正在投票" }).waitFor()
  }
  /** The hall over HTTP, the phones by their pages. */
  const castAll = async (
    election: string,
    names: (i: number) => readonly string[],
    marked: readonly string[],
  ) => {
    for (const [i, d] of hall.entries()) await d.vote(election, names(i))
    for (const p of phones) {
      const phone = await at(p, 390)
      await phone.goto(`${product.address}/congress/${id}`)
      await phone.getByRole("link", { name: "去投票" }).click()
      await phone.getByText("已用本机密钥取出您的投票凭证").waitFor()
      const field = election === delegate ? "radio" : "checkbox"
      for (const name of marked)
        await phone
          .getByRole(field, { name: field === "radio" ? /赞成/ : new RegExp(name) })
          .first()
          .check()
      await press(phone, "核对选票")
      await press(phone, "加密并投票")
      await phone.getByText("已核对：公示板上有您的选票").waitFor()
    }
  }
  /** Two of the three; the third stays away. */
  const shutAndOpen = async (page: Page, election: string) => {
    await insist(page, "宣布停止投票")
    await page.getByRole("heading", { name: "监票人开启票箱" }).waitFor()
    for (const scrutineer of scrutineers.slice(0, 2)) {
      const own = await at(scrutineer)
      await fromInbox(own, "开启票箱")
      await own.waitForURL(new RegExp(election))
      await insist(own, "开启票箱")
      await own.getByRole("heading", { name: "您已开启票箱" }).waitFor()
    }
  }
})
