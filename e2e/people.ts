import type { Page } from "playwright-core"

/** What people do, by what they see: no address is typed that is not printed or handed over. */

export interface Officer {
  readonly number: string
  readonly name: string
}

const password = (who: Officer) => `${who.name}记得住的一句长话`

/** The link printed where the product was started; ends in the office, signed in. */
export async function setUpUniversity(page: Page, link: string, name: string, admin: Officer): Promise<void> {
  await page.goto(link)
  await page.getByLabel("学校名称").fill(name)
  await page.getByLabel("简称").fill(name.slice(0, 2))
  await page.getByLabel("管理员工号").fill(admin.number)
  await page.getByLabel("管理员姓名").fill(admin.name)
  await choosePassword(page, admin)
  await page.getByRole("button", { name: "设立并登录" }).click()
  await page.getByRole("heading", { level: 1, name: "待办" }).waitFor()
}

async function choosePassword(page: Page, who: Officer): Promise<void> {
  await page.getByLabel("新密码", { exact: true }).fill(password(who))
  await page.getByLabel("再输一次新密码").fill(password(who))
}

/** One line of the navigation, folded away on a phone; a number of waiting things may stand behind its name. */
export async function enter(page: Page, room: string): Promise<void> {
  await page.getByRole("banner").waitFor()
  await fromOwnPage(page)
  const folded = page.getByRole("button", { name: "打开导航" })
  if (await folded.isVisible()) await folded.click()
  const link = page
    .getByRole("navigation", { name: "主导航" })
    .getByRole("link", { name: new RegExp(`^${room}([\\s\\d（]|$)`) })
  await follow(page, link)
}

/** A student who serves somewhere without an office begins at the own page; what waits in the office is a line of it. */
async function fromOwnPage(page: Page): Promise<void> {
  if (new URL(page.url()).pathname !== "/me") return
  await page
    .getByRole("main")
    .getByRole("link", { name: /^工作台/ })
    .click()
  await page.getByRole("heading", { level: 1, name: "待办" }).waitFor()
}

/** To another page and until it stands there: the one before stays on the screen while the next is fetched. */
export async function follow(page: Page, link: ReturnType<Page["getByRole"]>): Promise<void> {
  const to = new URL((await link.getAttribute("href"))!, page.url()).pathname
  const before = to === new URL(page.url()).pathname ? null : await page.$("h1")
  await link.click()
  await before?.waitForElementState("hidden")
  await page.getByRole("heading", { level: 1 }).first().waitFor()
}

/** The administrator draws a first-use code, to be handed over in person. */
export async function drawCode(page: Page, who: Officer): Promise<string> {
  await enter(page, "账号")
  await page.getByRole("button", { name: "为新账号发放激活码" }).click()
  const form = page.getByRole("dialog", { name: "为新账号发放激活码" })
  await form.getByLabel("学号 / 工号").fill(who.number)
  await form.getByLabel("姓名（教职工填写）").fill(who.name)
  await form.getByRole("button", { name: "发放激活码" }).click()
  const shown = page.getByRole("dialog", { name: "激活码", exact: true })
  const code = await shown.locator("code").innerText()
  await shown.getByRole("button", { name: "已交给本人" }).click()
  return code
}

/** First use: from the public page to one's own inbox, a student's to the own page. */
export async function firstUse(page: Page, address: string, who: Officer, code: string): Promise<void> {
  await page.goto(address)
  await page.getByRole("link", { name: "登录", exact: true }).click()
  await page.getByRole("link", { name: "首次使用，激活账号" }).click()
  await page.getByRole("heading", { level: 1, name: "激活账号" }).waitFor()
  await page.getByLabel("学号 / 工号").fill(who.number)
  await page.getByLabel("激活码").fill(code)
  await choosePassword(page, who)
  await page.getByRole("button", { name: "激活并登录" }).click()
  await page.getByRole("heading", { level: 1, name: /^(待办|我的主页)$/ }).waitFor()
}

export interface Appointment {
  readonly office: string
  readonly who: Officer
  readonly post: string
  readonly union?: string
  readonly source?: string
}

export async function appoint(page: Page, given: Appointment): Promise<void> {
  await enter(page, "组织与任职")
  await page
    .getByRole("region", { name: given.office, exact: true })
    .getByRole("button", { name: "任命" })
    .click()
  const form = page.getByRole("dialog", { name: `任命：${given.office}` })
  await pick(page, form.getByLabel("职务", { exact: true }), given.post)
  if (given.union) await pick(page, form.getByLabel("任职的学生会（研究生会）"), given.union)
  await form.getByLabel("学号 / 工号").fill(given.who.number)
  await form.getByLabel("姓名", { exact: true }).fill(given.who.name)
  if (given.source) await form.getByLabel("依据文件").fill(given.source)
  await form.getByRole("button", { name: "任命" }).click()
  await form.waitFor({ state: "hidden" })
}

/** One option of a field that opens a list; it closes where the page is drawn anew meanwhile, and is opened again. */
export async function pick(page: Page, field: ReturnType<Page["getByLabel"]>, option: string): Promise<void> {
  const wanted = page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
    .filter({ hasText: option })
    .first()
  await field.click()
  const open = await wanted.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  )
  if (!open && (await field.getAttribute("aria-expanded")) !== "true") await field.click()
  await wanted.click()
}

/** A day, or a day and time. The calendar is for the finger; its field takes the keyboard's words where it is not read only. */
export async function pickDay(field: ReturnType<Page["getByLabel"]>, day: string): Promise<void> {
  await field.click()
  await field.evaluate((e) => e.removeAttribute("readonly"))
  await field.fill(day)
  await field.press("Enter")
}

/** What waits in the inbox, asked for anew, and to its page. */
export async function fromInbox(page: Page, title: string | RegExp, detail?: string): Promise<void> {
  await enter(page, "待办")
  await page.reload()
  const line = page.getByRole("main").getByRole("link", { name: title })
  await follow(page, (detail ? line.filter({ hasText: detail }) : line).first())
}

/** Presses a button that asks once more, and says yes. */
export async function insist(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click()
  await page.getByRole("tooltip").getByRole("button", { name: "确定" }).click()
}

/** A workbook from the chooser to its report: recognised, checked row by row, confirmed. Returns the report. */
export async function bringIn(page: Page, file: string): Promise<string> {
  await enter(page, "导入")
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "选择文件" }).click(),
  ])
  await chooser.setFiles(file)
  await page.getByRole("button", { name: "逐行检查" }).click({ timeout: 60_000 })
  await page.getByRole("heading", { name: "确认后将发生的变化" }).waitFor({ timeout: 120_000 })
  await insist(page, "确认导入")
  await page.getByRole("heading", { name: "导入报告" }).waitFor({ timeout: 120_000 })
  return page.locator("main").innerText()
}

/** 10.3: the head of the League committee names the one deputy secretary, as the inbox asks. */
export async function designate(page: Page, office: string, who: Officer): Promise<void> {
  await enter(page, "待办")
  await page.getByRole("link", { name: /指定1名专职副书记/ }).click()
  const holder = page
    .getByRole("region", { name: office, exact: true })
    .getByRole("listitem")
    .filter({ hasText: who.name })
  await holder.getByRole("button", { name: "指定", exact: true }).click()
  const form = page.getByRole("dialog", { name: /^指定/ })
  await form.getByRole("button", { name: "指定", exact: true }).click()
  await form.waitFor({ state: "hidden" })
}
