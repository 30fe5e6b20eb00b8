import type { Page } from "playwright-core"
import { enter, fromInbox, pick } from "./people.ts"
import type { openProduct } from "./product.ts"

/** The students' voice by the screens: raised on a phone, sorted at the desk, answered by an office. */

export interface Student {
  readonly number: string
  readonly name: string
}

/** Students of a faculty without any post, whose names nobody else bears; each can sign in. */
export async function studentsOf(
  product: Awaited<ReturnType<typeof openProduct>>,
  faculty: string,
  count: number,
): Promise<Student[]> {
  const { world } = product
  const { rows } = await world.db.scoped((await world.firstUniversity())!.id, (tx) =>
    tx.client.query<Student>(
      `select number, name from student s where university_id = $1 and faculty = $2 and length(name) = 3
         and level = 'undergraduate' and valid_to is null
         and (select count(*) from student o where o.university_id = $1 and o.name = s.name) = 1
         and not exists (select from post p where p.university_id = $1 and (p.number = s.number or p.name = s.name))
         and not exists (select from office_holder h where h.university_id = $1 and (h.number = s.number or h.name = s.name))
       order by number limit $3`,
      [tx.university, faculty, count],
    ),
  )
  for (const { number, name } of rows) await product.enrol(number, name)
  return rows
}

export interface Wanted {
  readonly title: string
  readonly text: string
  readonly category: string
  readonly place: string
  readonly shown?: "署名" | "只让受理的学生会知道" | "匿名"
  readonly photo?: { readonly name: string; readonly bytes: Buffer }
}

/** From one's own page to the form. */
export async function toForm(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "反映诉求" }).first().click()
  await page.getByRole("heading", { level: 1, name: "反映诉求" }).waitFor()
}

/** The form filled in; not sent. */
export async function fillNeed(page: Page, wanted: Wanted): Promise<void> {
  await page.getByLabel("什么事").fill(wanted.title)
  await page.getByLabel("详细情况").fill(wanted.text)
  await page.getByLabel("类别").selectOption({ label: wanted.category })
  await page.getByLabel("地点", { exact: false }).fill(wanted.place)
  if (wanted.photo) {
    const { name, bytes } = wanted.photo
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.locator("label", { hasText: "添加" }).click(),
    ])
    await chooser.setFiles({ name, mimeType: "image/jpeg", buffer: bytes })
    await page.getByAltText("照片 1").waitFor()
  }
  if (wanted.shown) await page.getByText(wanted.shown, { exact: true }).click()
}

/** Sent: the number it is given. */
export async function sendNeed(page: Page): Promise<number> {
  await page.getByRole("button", { name: "提出", exact: true }).click()
  const told = await page.getByText(/^已提出：诉求第 \d+ 号$/).innerText()
  return Number(/\d+/.exec(told)![0])
}

/** One line of one's own list. */
export const ownLine = (page: Page, title: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: title })

/** From one's own page, or from a need, to the list of what one raised and joined, as it is now. */
export async function toOwn(page: Page): Promise<void> {
  await page.reload()
  const here = page.getByRole("heading", { level: 1 }).first()
  if ((await here.innerText()) === "我的诉求") return
  await page
    .getByRole("main")
    .getByRole("link", { name: /我的诉求/ })
    .first()
    .click()
  await page.getByRole("heading", { level: 1, name: "我的诉求" }).waitFor()
}

/** From one's own list to one need. */
export async function openOwn(page: Page, title: string): Promise<void> {
  await ownLine(page, title).getByRole("link", { name: title }).click()
  await page.getByRole("heading", { level: 1, name: title }).waitFor()
}

/** From the inbox to the queue, to one need. */
export async function openQueued(page: Page, waiting: string, title: string): Promise<void> {
  await fromInbox(page, new RegExp(waiting))
  await page.getByRole("heading", { level: 1, name: "诉求受理办理" }).waitFor()
  await page.getByRole("main").getByRole("link", { name: title }).first().click()
  await page.getByRole("heading", { level: 1, name: title }).waitFor()
}

/** 转办 on the page of a need. */
export async function sendOn(page: Page, office: string, words = ""): Promise<void> {
  await page.getByRole("button", { name: "转办", exact: true }).click()
  const form = page.getByRole("dialog", { name: "转办" })
  await pick(page, form.getByLabel("转给"), office)
  if (words) await form.getByLabel(/^给承办单位的话/).fill(words)
  await form.getByRole("button", { name: "转办", exact: true }).click()
  await form.waitFor({ state: "hidden" })
}

/** An answer written in the form that stands on the page; by whom it goes, says the button. */
export async function writeAnswer(
  page: Page,
  outcome: RegExp,
  text: string,
  button: "提出答复" | "审签并答复",
): Promise<void> {
  await page.getByRole("radio", { name: outcome }).check()
  await page.getByLabel("答复内容").fill(text)
  await page.getByRole("button", { name: button, exact: true }).click()
}

/** What somebody was told of a matter, read behind the bell. */
export async function toldOf(page: Page, words: string | RegExp) {
  await enter(page, "待办")
  await page.getByRole("link", { name: /^提醒/ }).click()
  await page.getByRole("heading", { level: 1, name: "提醒" }).waitFor()
  await page.locator(".reminders, .empty").first().waitFor()
  return page.locator(".reminders li").filter({ hasText: words })
}
