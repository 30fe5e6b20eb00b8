import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { libreOffice, pagesOf } from "../../kit/paper/proof.ts"
import { openDesks } from "../desks.ts"
import { download } from "../disclosing.ts"
import { enter, fromInbox, insist, pick, pickDay } from "../people.ts"
import {
  adoptRotation,
  closeMeeting,
  convene,
  handOver,
  line,
  openAndCall,
  takeOver,
  talk,
  voteAs,
} from "../presiding.ts"
import { openProduct } from "../product.ts"

const union = "文学院学生会"
const facultyLeague = "T5001"
const deputy = "T1002"
const matter = "面向全校的重大活动"
const festival = "承办全校读书节"

/** A faculty union's presidium over five semesters: each in turn, what was open handed on, nothing important decided alone. */
describe("a rotation over five semesters", { timeout: 120_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let desks: Awaited<ReturnType<typeof openDesks>>
  let members: { number: string; name: string }[]
  let meeting = ""

  beforeAll(async () => {
    product = await openProduct()
    desks = await openDesks(product)
    members = await product.presidium(union)
    for (const m of members) await product.enrol(m.number, m.name)
    await product.goOn("2025-11-17T09:00:00+08:00")
  }, 300_000)
  afterAll(async () => {
    await desks?.shut()
    await product?.shut()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await desks.picture()
  })

  const who = (i: number) => members[i]!
  const at = (i: number) => desks.at(who(i).number, i === 1 ? 390 : 1440)
  const names = () => members.map((m) => m.name)
  const day = async (to: string) => {
    await desks.leave()
    await product.goOn(to)
    await product.runJob("presidium.change-chairs")
  }

  it("begins with the charter, from the chair's inbox", async () => {
    const page = await at(0)
    await adoptRotation(page, "2025-11-10")
    expect(await desks.look(page, "charter")).toEqual([])
  })

  it("is planned for five semesters, nobody twice before all had one", async () => {
    const page = await at(0)
    await fromInbox(page, "拟定轮值计划")
    await page.getByRole("button", { name: "拟定轮值计划" }).click()
    const form = page.getByRole("dialog", { name: "安排以后的学期" })
    await pick(page, form.getByLabel("2025—2026学年第二学期", { exact: true }), who(0).name)
    await form.getByRole("button", { name: "提交主席团表决" }).click()
    await form.getByText("还没有轮值过").first().waitFor()
    await form.getByText("所有成员都轮值一次后再排第二次").first().waitFor()
    await form.getByRole("button", { name: "恢复系统建议" }).click()
    for (let i = 0; i < 2; i++) await form.getByRole("button", { name: "多排一学期" }).click()
    expect(await desks.look(page, "plan")).toEqual([])
    await form.getByRole("button", { name: "提交主席团表决" }).click()
    await form.waitFor({ state: "hidden" })
    await page.getByText("待表决的方案").waitFor()
  })

  it("is in force once another agreed, who found it in the inbox", async () => {
    const page = await at(1)
    await fromInbox(page, "表决轮值计划")
    expect(await desks.look(page, "proposal")).toEqual([])
    await insist(page, "同意这份方案")
    await page.getByText("当值", { exact: true }).waitFor()
    expect(await line(page)).toEqual([0, 1, 2, 0, 1].map((i) => who(i).name))
  })

  it("lets the chair convene, and tells another member who may", async () => {
    const other = await at(1)
    await enter(other, "主席团会议")
    await other.getByText(`主席团会议由当值的执行主席${who(0).name}或登记的代理人召集和主持`).waitFor()
    expect(await other.getByRole("link", { name: "召集会议" }).count()).toBe(0)
    const page = await at(0)
    await convene(page, {
      day: "2025-11-19",
      place: "文学院会议室",
      items: [{ title: festival, matter }, { title: "期末工作安排" }],
    })
    await page.getByText("还没有向校团委报告").first().waitFor()
  })

  it("reports the important matter before it is decided, and the faculty's League passes it on", async () => {
    const page = await at(0)
    await page.getByRole("link", { name: "向校团委报告" }).click()
    for (const [label, words] of [
      ["报告人", who(0).name],
      ["联系方式", "内线8301"],
      ["拟决定的事项", "由文学院学生会承办2025年全校读书节，面向全体同学。"],
      ["理由和依据", "在各班读书会的基础上举办，校团委指导。"],
      ["由谁决定", "主席团会议"],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(words)
    await pickDay(page.getByLabel("拟决定日期"), "2025-11-19")
    await page.getByText("按时：须提前1个工作日").waitFor()
    expect(await desks.look(page, "report")).toEqual([])
    await page.getByRole("button", { name: "提交报告" }).click()
    await page.getByText("学院（系）团组织审核").first().waitFor()
    await pass(await desks.at(facultyLeague), festival)
  })

  it("meets with a quorum and votes by name; the resolution waits for the report's review", async () => {
    await day("2025-11-19T19:00:00+08:00")
    const page = await at(0)
    await openAndCall(page, names(), 2)
    await page.getByText("主席团3人，须有2人出席").waitFor()
    await page.getByLabel("决议内容").fill("同意承办全校读书节，经费不超过8000元")
    await page.getByLabel("讨论情况").fill("与会成员建议依托各班读书会。")
    await page.getByRole("button", { name: "付表决" }).click()
    const other = await at(1)
    await fromInbox(other, "表决")
    expect(await desks.look(other, "vote")).toEqual([])
    await voteAs(other, who(1).name, "赞成")
    await voteAs(page, who(0).name, "赞成")
    await page.getByRole("button", { name: "宣布表决结果" }).click()
    await page.getByText("尚未生效：已向校团委报告，等待办结").waitFor()
    await talk(page, "期末工作安排", "各部门通报了期末安排。")
    await closeMeeting(page)
    meeting = await page.getByRole("heading", { level: 1 }).innerText()
    await page.getByText("赞成2人、反对0人、弃权0人").first().waitFor()
    expect(await desks.look(page, "minutes")).toEqual([])
  })

  it("puts the resolution in force once the deputy secretary has reviewed the report", async () => {
    await pass(await desks.at(deputy), festival, "经费从学院账上列支")
    const page = await at(0)
    await fromInbox(page, "宣布决议生效")
    await page.getByRole("link", { name: "查看报告" }).click()
    await page.getByText("经费从学院账上列支").first().waitFor()
    expect(await desks.look(page, "conditions")).toEqual([])
    await fromInbox(page, "宣布决议生效")
    await insist(page, "宣布生效")
    await page.getByText("2025年11月19日起生效").waitFor()
  })

  it("is carried out by whom the chair chose, who found it in the inbox and tells how", async () => {
    const other = await at(1)
    await enter(other, "待办")
    await other.locator(".inbox-group, .empty").first().waitFor()
    expect(await other.getByText("指定由谁落实决议").count()).toBe(0)
    const page = await at(0)
    await fromInbox(page, "指定由谁落实决议")
    await page.getByRole("button", { name: "指定负责人" }).click()
    const form = page.getByRole("dialog", { name: "指定负责人" })
    await pick(page, form.getByLabel("由谁落实"), who(2).name)
    await form.getByRole("button", { name: "确定" }).click()
    await form.waitFor({ state: "hidden" })
    const owner = await at(2)
    await fromInbox(owner, "落实决议")
    await owner.getByRole("button", { name: "登记落实情况" }).click()
    await owner.getByLabel("怎样落实的").fill("读书节已举办，二百余人参加")
    await owner.getByRole("button", { name: "登记为已落实" }).click()
    await owner.getByText("已落实：读书节已举办").waitFor()
  })

  it("has a stand-in from a day to a day, who convenes on those days", async () => {
    const page = await at(0)
    await enter(page, "主席团轮值")
    await page.getByRole("link", { name: union }).click()
    await page.getByRole("button", { name: "登记代理人" }).click()
    const form = page.getByRole("dialog", { name: "登记代理人" })
    await pick(page, form.getByLabel("由谁代理"), who(2).name)
    await pickDay(form.getByLabel("从", { exact: true }), "2025-11-24")
    await pickDay(form.getByLabel("到（含当日）"), "2025-11-28")
    await form.getByLabel("原因").fill("外出参加学联会议")
    await form.getByRole("button", { name: "登记", exact: true }).click()
    await page.getByText(`${who(2).name}代理${who(0).name}`).waitFor()
    expect(await desks.look(page, "presidium")).toEqual([])
    await day("2025-11-25T09:00:00+08:00")
    const standIn = await at(2)
    await convene(standIn, { place: "文学院会议室", items: [{ title: "迎新年活动" }] })
    await standIn.getByText("代理人", { exact: true }).waitFor()
    await standIn.getByRole("button", { name: "取消会议" }).click()
    const asked = standIn.getByRole("dialog", { name: "取消这次会议？" })
    await asked.getByLabel("取消的原因").fill("改由下学期讨论")
    await asked.getByRole("button", { name: "取消会议" }).click()
    await standIn.getByRole("heading", { level: 2, name: "会议已取消" }).waitFor()
    await day("2025-12-01T09:00:00+08:00")
    const after = await at(2)
    await enter(after, "主席团会议")
    await after.getByText("召集和主持").waitFor()
    expect(await after.getByRole("link", { name: "召集会议" }).count()).toBe(0)
  })

  it("is handed over with the note and what is open, signed by both", async () => {
    await day("2026-02-10T09:00:00+08:00")
    const page = await at(0)
    await handOver(page, "读书节已经办完，经费结余在学院账上，资料在会议室文件柜。")
    await page.getByText(`${meeting}的纪要待确认`).first().waitFor()
    const next = await at(1)
    await takeOver(next)
    expect(await desks.look(next, "handover")).toEqual([])
    await enter(page, "主席团会议")
    await page.getByText(`主席团会议由当值的执行主席${who(1).name}或登记的代理人召集和主持`).waitFor()
  })

  it("confirms the minutes at the next meeting, and gives them as a document", async () => {
    const page = await at(1)
    await convene(page, { place: "文学院会议室", items: [{ title: "本学期工作" }] })
    await openAndCall(page, names(), 3)
    await page.getByRole("heading", { level: 2, name: "确认上次会议纪要" }).waitFor()
    await insist(page, "会议确认纪要")
    await talk(page, "本学期工作", "各部门介绍了计划。")
    await closeMeeting(page)
    await enter(page, "主席团会议")
    await page.getByRole("link", { name: meeting }).click()
    await page.getByText(/^经.*确认/).waitFor()
    const printed = pagesOf(libreOffice(await download(page, "下载 Word")))
      .join("")
      .replace(/\s/g, "")
    expect(printed).toContain(festival)
    expect(printed).toContain("出席2人，赞成2人、反对0人、弃权0人")
  })

  it.each([
    ["2026-09-08T09:00:00+08:00", 1, 2],
    ["2027-02-09T09:00:00+08:00", 2, 0],
    ["2027-09-07T09:00:00+08:00", 0, 1],
  ])("goes on by %s", async (to, from, next) => {
    await day(to)
    await handOver(await at(from), "上学期的工作已经完成，资料随信移交。")
    const page = await at(next)
    await takeOver(page)
    const chair = page.getByRole("region", { name: "当值执行主席" })
    await chair.getByText(who(next).name, { exact: true }).waitFor()
  })

  it("gave each a turn before anybody's second", async () => {
    const page = await at(2)
    await enter(page, "主席团轮值")
    await page.getByRole("link", { name: union }).click()
    await page.getByText("已轮值2次").first().waitFor()
    expect(await line(page)).toEqual([0, 1, 2, 0, 1].map((i) => who(i).name))
    expect(await page.getByText("已轮值2次").count()).toBe(2)
    expect(await page.getByText("已轮值1次").count()).toBe(1)
    expect(await desks.look(page, "five-semesters")).toEqual([])
    expect(desks.errors).toEqual([])
  })

  /** From the reviewer's inbox to the request, and through. */
  const pass = async (page: Awaited<ReturnType<typeof desks.at>>, title: string, says = "") => {
    await fromInbox(page, title)
    await page.getByRole("button", { name: "通过", exact: true }).click()
    const form = page.getByRole("dialog")
    if (says) await form.getByLabel(/审核意见/).fill(says)
    await form.getByRole("button", { name: "通过", exact: true }).click()
    await form.waitFor({ state: "hidden" })
  }
})
