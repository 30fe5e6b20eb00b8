import { mkdirSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openBrowser, openPage, violations } from "../../apps/web/for-tests/browser.ts"
import { drawCode, enter, firstUse, insist, type Officer, pick } from "../people.ts"
import { openProduct } from "../product.ts"
import { toLine } from "../selecting.ts"

/** People of examples/minghu: the host's chair, who guides at the school's union, three students without a post. */
const chairwoman = { number: "202302010112", name: "彭宛苒" }
const guiding = { number: "202417030129", name: "任子萱" }
const first = { number: "202201010101", name: "罗静" }
const second = { number: "202201010102", name: "徐逸衡" }
const third = { number: "202201010103", name: "徐语琪" }
const title = "古籍晒书日"

/** A faculty's project for the whole school, from the idea to the certificate; a day of eight people's windows. */
describe("a project", { timeout: 240_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let browser: Browser
  let chair: Page
  let guide: Page
  let faculty: Page
  let deputy: Page
  let jing: Page
  let heng: Page
  let qi: Page
  let staff: string
  let number: string
  let phones: (readonly [Page, Officer, string])[] = []
  const errors: string[] = []

  const seat = async (width: 390 | 1440, theme: "light" | "dark" = "light"): Promise<Page> => {
    const opened = await openPage(browser, { width, theme, language: "zh" })
    opened.page.setDefaultTimeout(60_000)
    opened.page.on("console", (m) => m.type() === "error" && errors.push(`${opened.page.url()} ${m.text()}`))
    opened.page.on("pageerror", (e) => errors.push(`${e}`))
    return opened.page
  }
  const waiting = async (page: Page, line: RegExp) => {
    await enter(page, "待办")
    await page.reload()
    await page.getByRole("link", { name: line }).first().click()
  }
  const part = (page: Page, name: string) => page.getByRole("tab", { name }).click()
  const dialog = (page: Page, name: string) => page.getByRole("dialog", { name, exact: true })
  /** A field that opens a calendar, typed as the keyboard would. */
  const typed = async (field: ReturnType<Page["getByLabel"]>, moment: string) => {
    await field.click()
    await field.evaluate((e) => e.removeAttribute("readonly"))
    await field.fill(moment)
  }
  const day = async (field: ReturnType<Page["getByLabel"]>, moment: string) => {
    await typed(field, moment)
    await field.press("Enter")
  }
  /** Pictures at both widths, where QIAOLIANG_LOOK names a folder for them. */
  const look = async (page: Page, name: string) => {
    const folder = process.env.QIAOLIANG_LOOK
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    await page.waitForTimeout(400)
    const width = page.viewportSize()!.width
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
    const other = width === 390 ? 1440 : 390
    await page.setViewportSize({ width: other, height: 900 })
    await page.waitForTimeout(400)
    await page.screenshot({ path: `${folder}/${name}-${other}.png`, fullPage: true })
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
  }
  /** Eyes of axe on a page, and nothing wider than the window. */
  const sound = async (page: Page) => {
    expect(await violations(page), page.url()).toEqual([])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wider, page.url()).toBeLessThanOrEqual(0)
  }

  beforeAll(async () => {
    product = await openProduct({ at: new Date("2025-11-15T08:20:00+08:00") })
    browser = await openBrowser()
    const admin = await seat(1440)
    await product.signIn(admin, "A0001")
    const codes = new Map<Officer, string>()
    for (const who of [chairwoman, guiding, second, third]) codes.set(who, await drawCode(admin, who))
    await admin.context().close()
    chair = await seat(1440)
    guide = await seat(1440, "dark")
    await firstUse(chair, product.address, chairwoman, codes.get(chairwoman)!)
    await firstUse(guide, product.address, guiding, codes.get(guiding)!)
    faculty = await seat(1440)
    deputy = await seat(1440)
    await product.signIn(faculty, "T5001")
    await product.signIn(deputy, "T1002")
    jing = await seat(390)
    heng = await seat(390, "dark")
    qi = await seat(390)
    phones = [
      [heng, second, codes.get(second)!],
      [qi, third, codes.get(third)!],
    ]
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await product?.shut()
  })

  /** What the findings' page counts as the host's staff (3.8a). */
  const staffOf = async (page: Page): Promise<string> => {
    await enter(page, "逐条对照")
    const line = page.locator('.findings-line[href$="/3.8a"]')
    await line.waitFor()
    return line.locator(".findings-numbers > b").innerText()
  }

  it("is drafted by the presidium: built on classes and a society, guided by a named department", async () => {
    staff = await staffOf(chair)
    expect(Number(staff)).toBeGreaterThan(0)
    await enter(chair, "项目与志愿者")
    await chair.getByRole("button", { name: "新项目" }).click()
    const form = dialog(chair, "新项目")
    await form.getByLabel("项目名称").fill(title)
    await form.getByLabel("目的和内容").fill("把馆藏线装书搬到室外通风，请同学认识古籍、学习修复。")
    await form.getByText("面向全校", { exact: true }).click()
    await pick(chair, form.getByLabel("校级学生会指导部门"), "志愿实践部")
    for (const label of ["开始日期", "结束日期"]) {
      await typed(form.getByLabel(label), "2025-11-15")
      await chair
        .locator('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden) td[title="2025-11-15"]')
        .click()
    }
    // The host's own classes stand first.
    await pick(chair, form.getByLabel("依托的班级"), "文学院 ")
    await chair.keyboard.press("Escape")
    await form.getByLabel("依托的社团").fill("文学社")
    await chair.getByTitle("文学社").last().click()
    await chair.keyboard.press("Escape")
    await form.getByLabel("经费预算（元）").fill("800")
    await form.getByLabel("需要的志愿者人数").fill("2")
    await look(chair, "01-plan-form")
    await form.getByRole("button", { name: "保存" }).click()
    await chair.getByRole("heading", { name: title, level: 1 }).waitFor()
    await chair.getByText("志愿实践部尚未确认").waitFor()
    expect(await chair.getByRole("button", { name: "开始招募" }).count()).toBe(0)
    await look(chair, "02-draft")
    await sound(chair)
  })

  it("is asked for as an activity from its own page, while the guiding department confirms", async () => {
    await waiting(chair, new RegExp(`提出活动申请：${title}`))
    await chair.getByRole("button", { name: "提出活动申请" }).click()
    await chair.getByLabel("事项名称").waitFor()
    expect(await chair.getByLabel("事项名称").inputValue()).toBe(title)
    for (const [label, words] of [
      ["活动申请部门", "主席团"],
      ["部门负责人", chairwoman.name],
      ["联系方式", "内线8207"],
      ["活动主题", "让古籍晒晒太阳"],
      ["活动场地", "图书馆东广场"],
      ["预计参加人数", "120"],
      ["启动资金", "800"],
      ["可行性分析（目的意义、过程、预期结果）", "依托班级和文学社，面向全校同学，预计一百二十人。"],
      ["安全保卫方案", "广场开阔，安排志愿者2名引导。"],
    ] as const)
      await chair.getByLabel(label, { exact: true }).fill(words)
    for (const label of ["属于重大活动", "有商业因素", "在校外举办", "有校外人员参加"])
      await chair.locator(".ant-form-item", { hasText: label }).getByText("否", { exact: true }).click()
    await day(chair.getByLabel("活动开始时间", { exact: true }), "2025-11-15 09:00")
    await day(chair.getByLabel("活动结束时间", { exact: true }), "2025-11-15 16:00")
    await chair.getByRole("button", { name: "提交审核" }).click()
    await chair.getByRole("heading", { name: title, level: 1 }).waitFor()
    await look(chair, "03-request")

    await waiting(guide, new RegExp(`确认指导：${title}`))
    await look(guide, "04-guide")
    await insist(guide, "确认指导")
    await guide.getByText(`志愿实践部指导（${guiding.name}确认）`).waitFor()
    await sound(guide)
  })

  it("is not opened before the faculty's League and the deputy secretary have passed it", async () => {
    await enter(chair, "项目与志愿者")
    await chair.getByRole("link", { name: title }).click()
    await chair.getByText("这项活动还没有审核通过").waitFor()
    expect(await chair.getByRole("button", { name: "开始招募" }).count()).toBe(0)
    for (const page of [faculty, deputy]) {
      await waiting(page, new RegExp(title))
      await page.getByRole("button", { name: "通过", exact: true }).click()
      await page.getByRole("dialog").getByRole("button", { name: "通过" }).click()
      await page.getByRole("dialog").waitFor({ state: "hidden" })
    }
    await deputy.getByText("全部步骤已经办结").waitFor()
  })

  it("is opened for volunteers, with two shifts", async () => {
    await waiting(chair, new RegExp(`开始招募：${title}`))
    await chair.getByText("已审核通过").first().waitFor()
    await insist(chair, "开始招募")
    await chair.getByText("招募中").first().waitFor()
    await part(chair, "班次与签到")
    for (const [name, from, to] of [
      ["上午班", "09:00", "11:00"],
      ["下午班", "14:00", "16:00"],
    ] as const) {
      await chair.getByRole("button", { name: "新增班次" }).click()
      const form = dialog(chair, "新增班次")
      await form.getByLabel("班次名称").fill(name)
      await form.getByLabel("地点").fill("图书馆东广场")
      await form.getByLabel("开始时间").fill(from)
      await form.getByLabel("结束时间").fill(to)
      await form.getByRole("button", { name: "新增班次" }).click()
      await form.waitFor({ state: "hidden" })
      await chair.getByRole("heading", { name }).waitFor()
    }
    await look(chair, "05-shifts")
    await sound(chair)
  })

  /** From the front page to the call, as somebody does who has heard of it. */
  const findCall = async (page: Page) => {
    await page.goto(product.address)
    await toLine(page, "志愿者招募")
    await page.getByRole("heading", { name: "志愿者招募", level: 1 }).waitFor()
    await look(page, "06-calls")
    await sound(page)
    await page.getByRole("link", { name: title }).click()
    await page.getByRole("heading", { name: title, level: 1 }).waitFor()
    await page.getByRole("link", { name: "登录后报名" }).waitFor()
    await sound(page)
    await page.getByRole("link", { name: "登录后报名" }).click()
    await page.getByRole("heading", { name: "登录", level: 1 }).waitFor()
  }
  const signUp = async (page: Page, button: string, standing: string) => {
    await page.getByRole("button", { name: button, exact: true }).click()
    await page.getByText(standing).waitFor()
    await sound(page)
  }

  it("is joined on phones: as they come, then the waiting list; who waits moves up", async () => {
    await findCall(jing)
    await jing.getByLabel("学号 / 工号").fill(first.number)
    await jing.getByLabel("密码", { exact: true }).fill(product.logins[first.number]!)
    await jing.getByRole("button", { name: "登录" }).click()
    await look(jing, "07-call")
    await signUp(jing, "报名", "您是这个项目的志愿者")
    for (const [i, [page, who, code]] of phones.entries()) {
      await findCall(page)
      await page.getByRole("link", { name: "首次使用，激活账号" }).click()
      await page.getByRole("heading", { name: "激活账号", level: 1 }).waitFor()
      await page.getByLabel("学号 / 工号").fill(who.number)
      await page.getByLabel("激活码").fill(code)
      await page.getByLabel("新密码", { exact: true }).fill("晒书日里晴天真是好得很")
      await page.getByLabel("再输一次新密码").fill("晒书日里晴天真是好得很")
      await page.getByRole("button", { name: "激活并登录" }).click()
      // Back at the call, not in an office where a student has no desk.
      await page.getByRole("heading", { name: title, level: 1 }).waitFor()
      await signUp(page, i ? "报名候补" : "报名", i ? "您在候补名单中" : "您是这个项目的志愿者")
    }
    await look(qi, "08-waiting")
    expect(await qi.getByRole("button", { name: "报这个班次" }).count()).toBe(0)
    await jing.getByRole("button", { name: "退出", exact: true }).click()
    await jing.getByRole("button", { name: "退出", exact: true }).click()
    await jing.getByText("您已退出").waitFor()
    await qi.reload()
    await qi.getByText("您是这个项目的志愿者").waitFor()
    for (const page of [heng, qi]) {
      const morning = page.getByRole("listitem").filter({ hasText: "上午班" })
      await morning.getByRole("button", { name: "报这个班次" }).click()
      await morning.getByRole("button", { name: "不去了" }).waitFor()
    }
    await look(qi, "09-in")
    await sound(qi)
  })

  /** The organiser's screen of a shift, showing its code for coming or going. */
  const show = async (shift: string, sign: "签到" | "签退"): Promise<string> => {
    await enter(chair, "项目与志愿者")
    await chair.getByRole("link", { name: title }).click()
    await part(chair, "班次与签到")
    await chair
      .locator(".project-shift", { hasText: shift })
      .getByRole("button", { name: "现场签到" })
      .click()
    await chair.getByRole("heading", { name: shift, level: 1 }).waitFor()
    if (sign === "签退") await chair.locator(".attend").getByText("签退", { exact: true }).click()
    await chair.getByText(`输入上面的${sign}码`).waitFor()
    await chair.locator(".shown-code-busy").waitFor({ state: "detached" })
    return chair.locator(".shown-code-letters").innerText()
  }
  /** From the front page to one's own volunteering, and to the field for the code. */
  const toCode = async (page: Page, sign: "签到" | "签退") => {
    await page.goto(`${product.address}/volunteer`)
    await page.getByRole("link", { name: "我的志愿服务" }).click()
    await page.getByRole("link", { name: sign, exact: true }).click()
    await page.getByLabel("屏幕上的码").waitFor()
  }

  it("takes attendance by the code of this very shift, and by the list for who has no phone", async () => {
    const wrong = await show("下午班", "签到")
    await toCode(heng, "签到")
    await heng.getByLabel("屏幕上的码").fill(wrong)
    await heng.getByRole("button", { name: "签到", exact: true }).click()
    await heng.getByText("签到码不对或已过期").waitFor()
    await look(heng, "10-wrong-code")
    await sound(heng)
    const right = await show("上午班", "签到")
    await look(chair, "11-attendance")
    await sound(chair)
    await heng.getByLabel("屏幕上的码").fill(right)
    await heng.getByRole("button", { name: "签到", exact: true }).click()
    await heng.getByRole("heading", { name: "已签到" }).waitFor()
    await look(heng, "12-signed")
    await sound(heng)
    const line = chair.getByRole("listitem").filter({ hasText: third.name })
    await line.getByRole("button", { name: "登记签到" }).click()
    await chair.getByRole("tooltip").getByRole("button", { name: "确定" }).click()
    await chair.getByText("已签到 2 / 2 人").waitFor()

    product.pass(170)
    const leaving = await show("上午班", "签退")
    await toCode(heng, "签退")
    await heng.getByLabel("屏幕上的码").fill(leaving)
    await heng.getByRole("button", { name: "签退", exact: true }).click()
    await heng.getByText("本班次计 2 小时").waitFor()
    await look(heng, "13-out")
    await heng.getByRole("link", { name: "我的志愿服务" }).click()
    await heng.getByText("累计时长").waitFor()
    await look(heng, "14-mine")
    await sound(heng)
  })

  it("puts right the hours of who forgot to sign out, and spends against the budget", async () => {
    await enter(chair, "项目与志愿者")
    await chair.getByRole("link", { name: title }).click()
    await part(chair, "班次与签到")
    const line = chair.locator(".project-turns li").filter({ hasText: third.name })
    await line.getByText("未签退").waitFor()
    await line.getByRole("button", { name: "更正时长" }).click()
    const form = dialog(chair, `更正${third.name}的时长`)
    await form.getByLabel("时长（分钟）").fill("90")
    await form.getByLabel("理由").fill("忘记签退，由带队负责人核实")
    await form.getByRole("button", { name: "更正时长" }).click()
    await line.getByText("1 小时 30 分钟").waitFor()
    await look(chair, "15-hours")
    await part(chair, "经费")
    for (const [what, amount] of [
      ["防潮纸", "520"],
      ["饮用水", "300"],
    ] as const) {
      await chair.getByRole("button", { name: "登记支出" }).click()
      const spend = dialog(chair, "登记支出")
      await spend.getByLabel("用途").fill(what)
      await spend.getByLabel("金额（元）").fill(amount)
      await spend.getByRole("button", { name: "登记支出" }).click()
      await spend.waitFor({ state: "hidden" })
      await chair.getByRole("cell", { name: what }).waitFor()
    }
    await chair.getByText("超支").waitFor()
    await look(chair, "16-money")
    await sound(chair)
  })

  it("is closed after its last shift: every post ends, and the staff is what it was", async () => {
    const close = async () => {
      await chair.getByRole("button", { name: "结项", exact: true }).click()
      const form = dialog(chair, "项目结项")
      await form.getByText("2 名志愿者的职务随即解除").waitFor()
      await form.getByLabel("总结").fill("晒书一百二十册，无损坏；建议明年增设修复体验。")
      await look(chair, "17-close")
      await form.getByRole("button", { name: "结项", exact: true }).click()
      return form
    }
    const form = await close()
    await form.getByText("还有1个班次没有结束").waitFor()
    await form.getByRole("button", { name: "取消" }).click()
    await form.waitFor({ state: "hidden" })
    await part(chair, "班次与签到")
    await chair
      .locator(".project-shift", { hasText: "下午班" })
      .getByRole("button", { name: "删去班次" })
      .click()
    await chair.getByRole("tooltip").getByRole("button", { name: "确定" }).click()
    await chair.getByRole("heading", { name: "下午班" }).waitFor({ state: "detached" })
    await (await close()).waitFor({ state: "hidden" })
    await chair.getByText("已结项").first().waitFor()
    await part(chair, "志愿者")
    await expect.poll(() => chair.getByText("2025年11月15日解除").count()).toBe(2)
    await look(chair, "18-volunteers")
    await part(chair, "总结")
    await chair.getByText("3 小时 30 分钟").first().waitFor()
    await look(chair, "19-summary")
    await sound(chair)
    const [summary] = await Promise.all([
      chair.waitForEvent("download"),
      chair.getByRole("link", { name: "下载总结（Word）" }).click(),
    ])
    expect(summary.suggestedFilename()).toMatch(/\.docx$/)
    expect(await staffOf(chair)).toBe(staff)
  })

  it("gives a certificate, which anybody can check by its number", async () => {
    await heng.goto(`${product.address}/volunteer`)
    await look(heng, "20-done")
    await heng.getByRole("link", { name: "我的志愿服务" }).click()
    const own = heng.locator("section").filter({ hasText: title })
    await own.getByText("已解除").waitFor()
    const said = await own.getByText(/证明编号/).innerText()
    number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)![0]
    await look(heng, "21-certificate")
    await sound(heng)
    for (const [name, ending] of [
      ["下载证明（PDF）", "pdf"],
      ["下载证明（Word）", "docx"],
    ] as const) {
      const [file] = await Promise.all([
        heng.waitForEvent("download"),
        own.getByRole("link", { name, exact: true }).click(),
      ])
      expect(file.suggestedFilename()).toBe(`志愿服务证明 ${second.name} ${number}.${ending}`)
    }
    const stranger = await seat(390)
    await stranger.goto(`${product.address}/volunteer`)
    await stranger.getByRole("link", { name: "核验证明" }).click()
    await stranger.getByLabel("证明编号").fill(number)
    await stranger.getByRole("button", { name: "核验" }).click()
    await stranger.getByRole("heading", { name: "证明有效" }).waitFor()
    await stranger.getByText(second.name).waitFor()
    await stranger.getByText("2 小时", { exact: true }).waitFor()
    await look(stranger, "22-valid")
    await sound(stranger)
    await stranger.getByLabel("证明编号").fill("0000-0000-0000")
    await stranger.getByRole("button", { name: "核验" }).click()
    await stranger
      .getByText(/没有.*证明/)
      .first()
      .waitFor()
    expect(await stranger.getByRole("heading", { name: "证明有效" }).count()).toBe(0)
    await look(stranger, "23-wrong")
    await sound(stranger)
    // What the story itself asks wrongly is told by the browser too: nothing else may be.
    expect(errors.filter((e) => !/the server responded with a status of 4\d\d/.test(e))).toEqual([])
  })
})
