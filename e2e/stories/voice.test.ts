import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { openDesks } from "../desks.ts"
import { fromInbox } from "../people.ts"
import { maker, markersOf, takePhoto } from "../photo.ts"
import { openProduct } from "../product.ts"
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
const studentAffairs = "T2001"
const partyDeputy = { number: "T4002", name: "宋远山" }
const title = "竹园4号楼洗衣房地面一直积水"
const phone = 390

/** 1.4 on phones: raised, shared, handed on, late, told upward, answered, sent back, solved; the board in the end. */
describe("a need from a student's phone until it is solved", { timeout: 180_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let desks: Awaited<ReturnType<typeof openDesks>>
  let raiser: Student
  let second: Student
  let photo: Buffer
  let nth = 0

  beforeAll(async () => {
    product = await openProduct()
    desks = await openDesks(product)
    const students = await studentsOf(product, "文学院", 2)
    raiser = students[0]!
    second = students[1]!
    await product.enrol(partyDeputy.number, partyDeputy.name)
    await product.goOn("2025-11-17T09:00:00+08:00")
  }, 300_000)
  afterAll(async () => {
    await desks?.shut()
    await product?.shut()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await desks.picture()
  })

  /** A later morning: everybody signs in anew, and what runs by the clock has run. */
  const day = async (on: string) => {
    await desks.leave()
    await product.goOn(`${on}T09:00:00+08:00`)
    for (const job of ["courses.late", "handling.unsorted", "handling.close"]) await product.runJob(job)
  }
  const rows = async <T extends object>(sql: string, values: readonly unknown[] = []) =>
    (
      await product.world.db.scoped((await product.world.firstUniversity())!.id, (tx) =>
        tx.client.query<T>(sql, [...values]),
      )
    ).rows

  it("is raised with a photo in half a minute, and stands in the raiser's own list under its number", async () => {
    const page = await desks.at(raiser.number, phone)
    await toForm(page)
    photo = await takePhoto(page)
    expect(markersOf(photo)).toContain(0xe1)
    expect(photo.includes(maker)).toBe(true)
    await fillNeed(page, {
      title,
      text: "一层洗衣房排水口堵了，地上全是水，昨天有同学滑倒。报修电话打了两次没有人来。",
      category: "报修",
      place: "竹园4号楼",
      photo: { name: `${raiser.name}的手机照片.jpg`, bytes: photo },
    })
    expect(await desks.look(page, "need-form")).toEqual([])
    nth = await sendNeed(page)
    expect(await desks.look(page, "need-sent")).toEqual([])
    await page.getByRole("main").getByRole("link", { name: "我的诉求" }).last().click()
    await page.getByRole("heading", { level: 1, name: "我的诉求" }).waitFor()
    const line = ownLine(page, title)
    await line.getByText(`第 ${nth} 号`).waitFor()
    await line.getByText(/待转办/).waitFor()
    expect(await desks.look(page, "need-own")).toEqual([])
  })

  it("has a photo without place, telephone or sender", async () => {
    const page = await desks.at(raiser.number, phone)
    await openOwn(page, title)
    await page.getByRole("img").first().waitFor()
    const [kept] = await rows<{ id: string; by: string | null; name: string; type: string; whole: string }>(
      `select f.id, f.uploaded_by as by, f.name, f.type, f::text as whole from need n
       join need_photo p on p.university_id = n.university_id and p.need_id = n.id
       join file f on f.university_id = n.university_id and f.id = p.file_id where n.nth = $1`,
      [nth],
    )
    expect(kept).toMatchObject({ by: null, type: "image/jpeg" })
    expect(kept!.name).not.toContain(raiser.name)
    const bytes = Buffer.from(
      await page.evaluate(
        async (id) => [...new Uint8Array(await (await fetch(`/api/needs/photos/${id}`)).arrayBuffer())],
        kept!.id,
      ),
    )
    expect(markersOf(bytes).filter((m) => m !== 0xe0 && m >= 0xe0)).toEqual([])
    for (const trace of ["Exif", "GPS", maker, raiser.number, raiser.name])
      expect(bytes.includes(trace), trace).toBe(false)
    expect(bytes.length).toBeLessThan(1024 * 1024)
  })

  it("is sorted at the union's desk and handed on to the office that can solve it", async () => {
    const page = await desks.at(desk, phone)
    await fromInbox(page, /转办同学诉求/)
    await page.getByRole("heading", { level: 1, name: "诉求受理办理" }).waitFor()
    expect(await desks.look(page, "desk-queue")).toEqual([])
    await page.getByRole("main").getByRole("link", { name: title }).first().click()
    await page.getByRole("heading", { level: 1, name: title }).waitFor()
    await page.getByText(raiser.name).waitFor()
    await page.getByRole("img").first().waitFor()
    expect(await desks.look(page, "desk-need")).toEqual([])
    await sendOn(page, office.name, "已有同学滑倒，请优先处理")
    await page.getByText("待受理", { exact: true }).first().waitFor()
    expect(await desks.look(page, "desk-sent")).toEqual([])
  })

  it("is found by a second student in other words, who says me too instead", async () => {
    const page = await desks.at(second.number, phone)
    await toForm(page)
    await page.getByLabel("什么事").fill("竹园四号楼洗衣间老是漏水")
    await page.getByLabel("详细情况").fill("洗衣间地上都是积水，差点滑倒，希望修一下排水。")
    const found = page.getByRole("region", { name: "是不是同一件事？" })
    await found.getByText(title).waitFor()
    expect(await desks.look(page, "need-similar")).toEqual([])
    await found.getByRole("button", { name: `我也遇到：${title}` }).click()
    await page.getByRole("heading", { level: 1, name: "我的诉求" }).waitFor()
    const joined = page.locator("section", { has: page.getByRole("heading", { name: /^我附议的/ }) })
    await joined.getByText(title).waitFor()
    expect(await desks.look(page, "need-joined")).toEqual([])
  })

  it("is late with the office: its people, its head, then 学工部 and the party's deputy secretary are told", async () => {
    await day("2025-11-19")
    await (await toldOf(await desks.at(office.head, phone), title)).getByText(/已逾期1个工作日/).waitFor()
    expect(await (await toldOf(await desks.at(studentAffairs, phone), title)).count()).toBe(0)
    await day("2025-11-20")
    await (await toldOf(await desks.at(office.head, phone), title)).getByText(/已逾期2个工作日/).waitFor()
    await day("2025-11-24")
    const above = await desks.at(studentAffairs, phone)
    const line = await toldOf(above, title)
    await line.getByText(/已逾期4个工作日/).waitFor()
    expect(await desks.look(above, "need-late-told")).toEqual([])
    await line.getByRole("link").first().click()
    await above.getByRole("heading", { level: 1, name: title }).waitFor()
    await above.getByText("只有受理部门可见", { exact: true }).waitFor()
    expect(await above.getByText(raiser.name).count()).toBe(0)
    expect(await desks.look(above, "need-late-above")).toEqual([])
    expect(await (await toldOf(await desks.at(partyDeputy.number, phone), title)).count()).toBe(0)
    await day("2025-11-26")
    const deputy = await desks.at(partyDeputy.number, phone)
    await (await toldOf(deputy, title)).getByText(/已逾期6个工作日/).waitFor()
    const page = await desks.at(raiser.number, phone)
    await toOwn(page)
    await openOwn(page, title)
    await page.getByText(/已经逾期，正在督办/).waitFor()
    expect(await desks.look(page, "need-late-own")).toEqual([])
  })

  it("is answered: a clerk drafts, the head approves", async () => {
    const clerk = await desks.at(office.clerk, phone)
    await openQueued(clerk, "拟写诉求答复", title)
    expect(await clerk.getByText(raiser.name).count()).toBe(0)
    await writeAnswer(clerk, /^A/, "排水口已经疏通，积水已清扫，洗衣房恢复正常使用。", "提出答复")
    await clerk.getByText("已拟好，等负责人提出答复").waitFor()
    expect(await clerk.getByRole("button", { name: "审签并答复" }).count()).toBe(0)
    expect(await desks.look(clerk, "office-drafted")).toEqual([])
    const head = await desks.at(office.head, phone)
    await fromInbox(head, new RegExp(title))
    await head.getByText(/已拟好下面的答复/).waitFor()
    expect(await desks.look(head, "office-answer")).toEqual([])
    await head.getByRole("button", { name: "审签并答复" }).click()
    await head.getByText("待评价", { exact: true }).first().waitFor()
  })

  it("is read by both students; the raiser says it is not solved, and why", async () => {
    const other = await desks.at(second.number, phone)
    await toOwn(other)
    await openOwn(other, title)
    await other.getByText("排水口已经疏通").waitFor()
    const page = await desks.at(raiser.number, phone)
    await toOwn(page)
    await ownLine(page, title)
      .getByText(/请在.*前评价是否解决/)
      .waitFor()
    await openOwn(page, title)
    await page.getByText("排水口已经疏通").waitFor()
    await page.getByRole("radio", { name: "没有解决" }).check()
    await page.getByText("2星", { exact: true }).locator("..").click()
    await page.getByLabel("哪里没有解决").fill("第二天又积水了，堵的是楼外的管道。")
    expect(await desks.look(page, "need-unsolved")).toEqual([])
    await page.getByRole("button", { name: "没有解决，重新办理" }).click()
    await page.getByText("第2次办理").first().waitFor()
    expect(await desks.look(page, "need-reopened")).toEqual([])
  })

  it("goes back to the office with the reason, whose head and 学工部 hear of it, and is answered again", async () => {
    for (const number of [office.head, studentAffairs])
      await (await toldOf(await desks.at(number, phone), `提出的同学认为没有解决：诉求第${nth}号`))
        .first()
        .waitFor()
    await day("2025-11-27")
    const clerk = await desks.at(office.clerk, phone)
    await openQueued(clerk, "拟写诉求答复", title)
    await clerk.getByText("第二天又积水了，堵的是楼外的管道。").first().waitFor()
    expect(await desks.look(clerk, "office-again")).toEqual([])
    await writeAnswer(clerk, /^A/, "楼外排水管已于今日上午清淤并更换一段，连续观察没有积水。", "提出答复")
    await clerk.getByText("已拟好，等负责人提出答复").waitFor()
    const head = await desks.at(office.head, phone)
    await fromInbox(head, new RegExp(title))
    await head.getByRole("button", { name: "审签并答复" }).click()
    await head.getByText("待评价", { exact: true }).first().waitFor()
  })

  it("is rated solved by both", async () => {
    for (const who of [raiser, second]) {
      const page = await desks.at(who.number, phone)
      await toOwn(page)
      await openOwn(page, title)
      await page.getByText("楼外排水管已于今日上午清淤").waitFor()
      await page.getByRole("radio", { name: "已经解决" }).check()
      await page.getByText("5星", { exact: true }).locator("..").click()
      await page.getByRole("button", { name: "提交评价" }).click()
      await page.getByText(/你评了5星/).waitFor()
      expect(await desks.look(page, "need-rated")).toEqual([])
    }
  })

  it("stands on the board with its days, its ratings not told of so few; of many they are", async () => {
    const { page } = await desks.stranger(phone)
    await page.goto(product.address)
    await page.getByRole("navigation").getByRole("link", { name: "诉求", exact: true }).first().click()
    await page.getByRole("heading", { level: 1, name: "诉求公开栏" }).waitFor()
    const line = page.locator(".board-line").filter({ hasText: title })
    await line.getByText(/个工作日解决$/).waitFor()
    await line.getByText("反映的同学不到5人").waitFor()
    await line.getByText("第 2 轮办理").waitFor()
    expect(await line.getByText(/人评价/).count()).toBe(0)
    await page.getByRole("searchbox").fill("洗衣机")
    const many = page.locator(".board-line").filter({ hasText: "梅园3号楼洗衣机坏了两台" })
    await many.getByText(/^13 人评价，84\.6%认为已解决$|^13 人评价，85%认为已解决$/).waitFor()
    expect(await desks.look(page, "board")).toEqual([])
    await page.getByRole("searchbox").fill("积水")
    await page.getByRole("link", { name: title }).click()
    await page.getByRole("heading", { level: 1, name: title }).waitFor()
    await page.getByText("反映的同学不到5人").waitFor()
    expect(await page.getByText(/人评价/).count()).toBe(0)
    expect(await page.getByText(raiser.name).count()).toBe(0)
    expect(await desks.look(page, "board-need")).toEqual([])
    expect(desks.errors).toEqual([])
  })
})
