import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { openBrowser, openPage, violations } from "../../apps/web/for-tests/browser.ts"
import { drawCode, enter, firstUse, type Officer, pick } from "../people.ts"
import { openProduct } from "../product.ts"
import { applyHere, callFor, decide, fromInbox, openCall, toLine, toPublicSite } from "../selecting.ts"

const [secretary, head, affairs] = ["T1003", "T1001", "T2001"]
const [committee, league, party] = ["T4001", "T5001", "T5002"]
const rotating = "202307010106"
const admin = "A0001"
const branch = { number: "202402030119", name: "张诗怡" }
const weak = { number: "202402030104", name: "周帆" }
const staff = { number: "202402030112", name: "董一婷" }
const chosen = { number: "202302030103", name: "程书蕾" }
const other = { number: "T6001", name: "苏临川" }

const staffCall = "学习部工作人员增补选拔通知"
const presidiumCall = "主席团候选人增补选拔通知"
const forStaff = `${staff.name}：文学院学生会学习部`
const forPresidium = `${chosen.name}：明湖大学学生会`
const vouch = "对其理想信念、品行、作风和服务意识的评价"
const words = "理想信念坚定，品行端正，作风务实，热心为同学们服务，在班级中公认。"

/** Set to a folder to keep pictures along the way and of every window where the story stops. */
const shots = process.env.SHOTS

/** From two open calls to a post on the roster (5.5) and a candidate of the congress (5.2), everybody in a window of their own. */
describe("a selection", { timeout: 180_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let browser: Browser
  const windows = new Map<string, Page>()
  const errors: string[] = []

  /** A window of the person's own, signed in by the form where the sample knows the password. */
  const at = async (who: string | Officer, width: 1440 | 390 = 1440): Promise<Page> => {
    const number = typeof who === "string" ? who : who.number
    const open = windows.get(number)
    if (open) return open
    const { page } = await openPage(browser, { width, theme: "light", language: "zh" })
    page.setDefaultTimeout(30_000)
    page.on("pageerror", (e) => errors.push(`${number} ${e}`))
    // What the story asks for to be refused is told by the browser too.
    page.on("console", (m) => {
      if (m.type() === "error" && !/status of 4(00|03|09|22)/.test(m.text()))
        errors.push(`${number} ${m.text()}`)
    })
    windows.set(number, page)
    if (typeof who === "string") await product.signIn(page, number)
    else {
      const code = await drawCode(await at(admin), who)
      await firstUse(page, product.address, who, code)
    }
    return page
  }
  const picture = async (page: Page, name: string) => {
    if (!shots) return
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
    const before = page.viewportSize()!
    if (before.width === 390) return
    await page.setViewportSize({ width: 390, height: 844 })
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(shots, `${name}-phone.png`), fullPage: true })
    await page.setViewportSize(before)
  }
  /** What the person's inbox says of it, opened anew; empty where nothing waits. */
  const waiting = async (page: Page, title: string) => {
    await enter(page, "待办")
    await page.reload()
    await page.getByRole("heading", { level: 1, name: "待办" }).waitFor()
    await page.waitForLoadState("networkidle")
    return (await page.getByRole("main").getByRole("link", { name: title }).allInnerTexts()).join("\n")
  }
  const post = (page: Page, verb: string, body: unknown) =>
    page.evaluate(
      async ({ to, what }) => {
        const headers = { "content-type": "application/json", "x-qiaoliang": "1" }
        const sent = await fetch(`/api/${to}`, { method: "POST", headers, body: JSON.stringify(what) })
        return { status: sent.status, said: await sent.text() }
      },
      { to: verb, what: body },
    )
  const get = (page: Page, question: string) =>
    page.evaluate(async (of) => (await fetch(`/api/${of}`)).json(), question)

  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await product?.shut()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail" || !shots) return
    for (const [number, page] of windows) await picture(page, `failed-${number}`)
  })

  it("is called for openly by the screens, and a class branch gets its secretary", async () => {
    await callFor(await at(secretary!), {
      union: "明湖大学学生会",
      title: presidiumCall,
      post: "主席团候选人",
      until: "2025-11-28",
    })
    const page = await at(league!)
    await callFor(page, {
      union: "文学院学生会",
      title: staffCall,
      post: "工作人员",
      department: "学习部",
      until: "2025-11-28",
    })
    await picture(page, "call-desk")
    expect(await violations(page)).toEqual([])
    await enter(page, "组织与任职")
    await page.getByText("班级", { exact: true }).click()
    await pick(page, page.getByLabel("选择学院（系）"), "文学院")
    await page.getByRole("button", { name: "登记班级团支部" }).click()
    const form = page.getByRole("dialog")
    await form.getByLabel("班级").fill("汉语国际教育2401班")
    await form.getByLabel("学号 / 工号").fill(branch.number)
    await form.getByLabel("姓名", { exact: true }).fill(branch.name)
    await form.getByRole("button", { name: "任命" }).click()
    await form.waitFor({ state: "hidden" })
    await page.getByText(branch.name).waitFor()
  })

  it("tells a student on a phone which condition is not met, and takes no application", async () => {
    const page = await at(weak, 390)
    const calls = page.getByRole("link", { name: "选拔通知", exact: true })
    await calls.waitFor()
    await picture(page, "student-inbox-390")
    await calls.click()
    await openCall(page, staffCall)
    const me = page.getByRole("region", { name: "我是否符合条件" })
    await me.getByText("不符合条件，不能报名").waitFor()
    const said = await me.innerText()
    expect(said).toContain("第四条·3")
    expect(said).toMatch(/29|3\s*门/)
    expect(await page.getByRole("button", { name: "报名", exact: true }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await picture(page, "call-weak-390")
    const callId = page.url().split("/").at(-1)!
    const call = await get(page, `calls/one?id=${callId}`)
    const refused = await post(page, "calls/apply", {
      callId,
      postId: call.posts[0].id,
      source: "exemplar",
      sourceNote: "校级三好学生",
      statement: "愿意利用课余时间为同学们做实事，认真倾听，如实反映，接受监督。",
    })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(JSON.parse(refused.said).error?.clause ?? JSON.parse(refused.said).clause).toBe("4.3")
  })

  it("takes the application of whoever meets them", async () => {
    const one = await at(staff, 390)
    await toPublicSite(one)
    await openCall(one, staffCall)
    await picture(one, "call-met-390")
    await applyHere(one)
    await picture(one, "mine-390")
    expect(await violations(one)).toEqual([])
    const two = await at(chosen, 390)
    await toPublicSite(two)
    await openCall(two, presidiumCall)
    await applyHere(two)
  })

  it("is offered in turn: the class branch recommends first, and the faculty's offices refuse over HTTP what is not theirs yet", async () => {
    const own = await at(branch)
    await fromInbox(own, forStaff)
    await picture(own, "candidacy-branch")
    const id = own.url().split("/").at(-1)!
    const { line } = await get(own, `selection/one?id=${id}`)
    const { version } = await get(own, `courses/one?id=${line.courseId}`)
    const pass = (step: string, office: string, says = {}) => ({
      id: line.courseId,
      move: { kind: "pass", step, office, version, says },
    })
    const agreeing = await at(league!)
    expect(await waiting(agreeing, forStaff)).toBe("")
    const early = await post(agreeing, "courses/move", pass("agreed", "faculty-league"))
    expect(early.status).toBeGreaterThanOrEqual(400)
    const jumped = await post(agreeing, "courses/move", pass("recommended", "class-branch", { vouch: words }))
    expect(jumped.status).toBe(403)
    await stranger(pass("recommended", "class-branch", { vouch: words }))
    await decide(own, "通过", { [vouch]: words })
  })

  /** Another faculty's League organisation: nothing in the inbox, nothing over HTTP. */
  const stranger = async (move: unknown) => {
    const office = "历史文化学院团组织"
    const page = await at(head!)
    await enter(page, "组织与任职")
    await page.getByText("学院（系）", { exact: true }).click()
    await page.getByRole("region", { name: office, exact: true }).waitFor()
    await appointHere(page, office)
    const theirs = await at(other)
    expect(await waiting(theirs, forStaff)).toBe("")
    expect((await post(theirs, "courses/move", move)).status).toBe(403)
  }
  const appointHere = async (page: Page, office: string) => {
    await page
      .getByRole("region", { name: office, exact: true })
      .getByRole("button", { name: "任命" })
      .click()
    const form = page.getByRole("dialog", { name: `任命：${office}` })
    await form.getByLabel("学号 / 工号").fill(other.number)
    await form.getByLabel("姓名", { exact: true }).fill(other.name)
    await form.getByRole("button", { name: "任命" }).click()
    await form.waitFor({ state: "hidden" })
  }

  it("goes on to the faculty's League and Party organisations, each from the inbox (5.5)", async () => {
    await fromInbox(await at(league!), forStaff)
    await decide(await at(league!), "通过")
    const page = await at(party!)
    await fromInbox(page, forStaff)
    await picture(page, "candidacy-party")
    await decide(page, "通过")
    await page.getByText(/公示中，2025年11月21日结束/).waitFor()
    await picture(page, "candidacy-notice")
  })

  it("lies open for five working days; an objection must be answered before it passes", async () => {
    const page = await at(rotating, 390)
    await toPublicSite(page)
    await toLine(page, "公示")
    const line = page.getByRole("row", { name: new RegExp(staff.name) })
    await line.getByRole("button", { name: "提出异议" }).click()
    await picture(page, "notice-390")
    await page.getByLabel(`对${staff.name}的异议`).fill("上学期志愿服务时长可能有误，请核实。")
    await page.getByRole("button", { name: "提交异议" }).click()
    await page.getByLabel(`对${staff.name}的异议`).waitFor({ state: "detached" })
    expect(await violations(page)).toEqual([])
    await product.moveTo("2025-11-24")
    const office = await at(league!)
    expect(await waiting(office, forStaff)).toContain("1条异议待答复")
    await fromInbox(office, forStaff)
    expect(await office.getByRole("button", { name: "通过", exact: true }).count()).toBe(0)
    await picture(office, "candidacy-objection")
    await decide(office, "答复异议", { 核实情况与答复: "已向志愿服务中心核实，时长记录无误。" })
    await decide(office, "通过")
    await office.getByText(`${staff.name}已任学习部工作人员`).waitFor()
    await picture(office, "candidacy-passed")
  })

  it("stands on the union's page with where the post comes from", async () => {
    const page = await at(league!)
    await page.getByRole("link", { name: "查看文学院学生会名单" }).click()
    await page.getByRole("heading", { level: 1, name: "文学院学生会", exact: true }).waitFor()
    await page.getByRole("main").getByText(staff.name).first().waitFor()
    await page.getByRole("tab", { name: "任职历史" }).click()
    await page.getByText("学院（系）学生会工作人员遴选，2025年11月24日办结").waitFor()
    await picture(page, "union-history")
  })

  it("sends a candidate back out of the joint step after one of two signed, and is walked again (5.2)", async () => {
    const recommending = await at(league!)
    await fromInbox(recommending, forPresidium)
    await decide(recommending, "通过", { [vouch]: words })
    const agreeing = await at(party!)
    await fromInbox(agreeing, forPresidium)
    await decide(agreeing, "通过")
    const reviewing = await at(affairs!)
    await fromInbox(reviewing, forPresidium)
    await decide(reviewing, "通过")
    await picture(reviewing, "candidacy-joint")
    expect(await waiting(reviewing, forPresidium)).toBe("")
    expect(await waiting(await at(committee!), forPresidium)).toBe("")
    const joint = await at(head!)
    await fromInbox(joint, forPresidium)
    await decide(joint, "退回", { 理由: "请学院党组织补充现实表现材料后再报。" })
    await picture(joint, "candidacy-returned")
    await fromInbox(agreeing, forPresidium)
    await agreeing.getByText("请学院党组织补充现实表现材料后再报。").waitFor()
    await decide(agreeing, "通过")
    for (const page of [reviewing, joint]) {
      await fromInbox(page, forPresidium)
      await decide(page, "通过")
    }
  })

  it("is determined by the Party committee, and ends in a candidate, not in a post (5.1)", async () => {
    const page = await at(committee!)
    await fromInbox(page, forPresidium)
    await decide(page, "通过")
    await product.moveTo("2025-12-02")
    const last = await at(head!)
    await fromInbox(last, forPresidium)
    await decide(last, "通过")
    await last.getByText(`${chosen.name}已确定为主席团候选人`).waitFor()
    await last.getByText("尚未任职").waitFor()
    await picture(last, "candidate")
    const { items } = await get(last, "unions/list")
    const school = items.find((u: { name: string }) => u.name === "明湖大学学生会")
    expect(JSON.stringify(await get(last, `unions/one?id=${school.id}`))).not.toContain(chosen.name)
    const own = await at(chosen)
    await own.reload()
    await own.getByText("已确定", { exact: true }).waitFor()
    await picture(own, "mine-determined-390")
  })

  it("met no error in any window", () => expect(errors).toEqual([]))
})
