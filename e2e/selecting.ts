import type { Page } from "playwright-core"
import { enter, follow, insist, pick } from "./people.ts"

/** Selection by the screens: a call, an application, the steps from one's own inbox. */

export interface CallWanted {
  readonly union: string
  readonly title: string
  readonly post: string
  readonly department?: string
  readonly until: string
}

/** Drafted, looked at, published; ends on the desk of the call. */
export async function callFor(page: Page, wanted: CallWanted): Promise<void> {
  await enter(page, "选拔通知")
  await page.getByRole("button", { name: "起草通知" }).click()
  await page.getByRole("heading", { name: "起草选拔通知" }).waitFor()
  await pick(page, page.getByLabel("学生会", { exact: true }), wanted.union)
  await page.getByLabel("标题").fill(wanted.title)
  await fillDay(page, "截止日期", wanted.until)
  await pick(page, page.getByLabel("岗位", { exact: true }), wanted.post)
  if (wanted.department) await pick(page, page.getByLabel("部门", { exact: true }), wanted.department)
  await page.getByLabel("人数").fill("2")
  await page.getByLabel("正文").fill("现面向全体同学公开报名，符合条件的同学均可报名。")
  await page.getByLabel("联系方式").fill("学生活动中心305室")
  await page.getByRole("button", { name: "存为草稿" }).click()
  await page.getByText("只有起草人所在组织可见").waitFor()
  await insist(page, "发布")
  await page.getByText("正在报名", { exact: true }).waitFor()
}

/** The picker is for the finger; its field takes the keyboard's words where it is not read only. */
async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.click()
  await field.evaluate((e) => e.removeAttribute("readonly"))
  await field.fill(day)
  await field.press("Enter")
}

/** From the office to the public site, by the last line of the navigation; on a phone it is in a drawer. */
export async function toPublicSite(page: Page): Promise<void> {
  const first = page.getByRole("heading", { level: 1, name: /^(待办|我的主页)$/ })
  // A student's own page is part of it.
  if ((await first.innerText()) === "我的主页") return
  const drawer = page.getByRole("button", { name: "打开导航" })
  if (await drawer.isVisible()) await drawer.click()
  await page.getByRole("navigation").getByRole("link", { name: "公开网站" }).click()
  await page.getByRole("link", { name: "工作台" }).waitFor()
}

/** A line of the public navigation; on a phone behind the bar's last button, unless it stands in the bar itself. */
export async function toLine(page: Page, words: string): Promise<void> {
  const nav = page.getByRole("navigation", { name: "主导航" })
  await nav.waitFor()
  const line = nav.getByRole("link", { name: words, exact: true })
  const more = nav.getByRole("button", { name: "更多" })
  if (await line.isVisible()) return follow(page, line)
  const short = nav.getByRole("link", { name: words.slice(0, 2), exact: true })
  if (await short.isVisible()) return follow(page, short)
  await more.click()
  await follow(
    page,
    page.getByRole("dialog", { name: "更多" }).getByRole("link", { name: words, exact: true }),
  )
}

/** The page of a call, as anybody finds it. */
export async function openCall(page: Page, title: string): Promise<void> {
  await toLine(page, "选拔通知")
  await page.getByRole("link", { name: title, exact: true }).click()
  await page.getByRole("heading", { level: 1, name: title }).waitFor()
}

/** The form on the call's page; ends at one's own applications. */
export async function applyHere(page: Page): Promise<void> {
  await page.getByRole("button", { name: "报名", exact: true }).click()
  await page.getByLabel("优秀学生典型").check()
  await page.getByLabel("在哪个领域、获得什么荣誉").fill("校级三好学生")
  await page.getByLabel(/^个人陈述/).fill("愿意利用课余时间为同学们做实事，认真倾听，如实反映，接受监督。")
  await page.getByRole("button", { name: "提交报名" }).click()
  await page.getByText("你已报名 1 个岗位。").waitFor()
  await page.getByRole("link", { name: "我的报名" }).last().click()
  await page.getByText("已提交", { exact: true }).waitFor()
}

/** What waits in the inbox: it is opened anew, and must be there. */
export async function fromInbox(page: Page, title: string): Promise<void> {
  await enter(page, "待办")
  await page.reload()
  await page.getByRole("main").getByRole("link", { name: title }).click()
  await page
    .getByRole("button", { name: /^(通过|退回|答复异议)$/ })
    .first()
    .waitFor()
}

type Deed = "通过" | "退回" | "答复异议"

/** One deed on the page of the matter, with the words its dialog asks for. */
export async function decide(
  page: Page,
  deed: Deed,
  words: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.getByRole("button", { name: deed, exact: true }).click()
  const form = page.getByRole("dialog")
  for (const [label, text] of Object.entries(words)) await form.getByLabel(label).fill(text)
  await form.getByRole("button", { name: deed, exact: true }).click()
  await form.waitFor({ state: "hidden" })
}
