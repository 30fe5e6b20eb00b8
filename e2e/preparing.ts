import type { Page } from "playwright-core"
import type { Person } from "./congress.ts"

/** What the people of a congress do by its screens, from its request to the hall. */

/** One deed of the course on the page that is open, with the words its dialog asks for. */
export async function course(
  page: Page,
  deed: "通过" | "提交",
  words: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.getByRole("button", { name: deed, exact: true }).click()
  const form = page.getByRole("dialog")
  for (const [label, text] of Object.entries(words)) await form.getByLabel(label).fill(text)
  await form.getByRole("button", { name: deed, exact: true }).click()
  await form.waitFor({ state: "hidden" })
}

/** Another part of the assembly, by the strip on top of each of its pages. */
export async function place(page: Page, name: string): Promise<void> {
  const link = page.getByRole("navigation", { name: "大会的各部分" }).getByRole("link", { name, exact: true })
  await link.click()
  await page
    .getByRole("navigation", { name: "大会的各部分" })
    .locator("[aria-current=page]")
    .filter({ hasText: name })
    .waitFor()
}

/** Somebody of the register, sought by number; what was found before stays on the list until the answer is there. */
async function seek(
  page: Page,
  field: ReturnType<Page["getByLabel"]>,
  { number, name }: Person,
): Promise<void> {
  await field.fill(number)
  await page
    .locator(".ant-select-dropdown:visible .ant-select-item-option")
    .filter({ hasText: name })
    .first()
    .click()
}

/** People of the register are given a duty on the assembly's page. */
export async function appointTo(
  page: Page,
  body: string,
  people: readonly Person[],
  basis: string,
  lead = false,
): Promise<void> {
  await page.getByRole("button", { name: `安排${body}`, exact: true }).click()
  const form = page.getByRole("dialog")
  for (const p of people) await seek(page, form.getByLabel("人员"), p)
  await form.getByLabel("人员").press("Escape")
  if (lead) await form.getByRole("checkbox").check()
  await form.getByLabel("产生方式").fill(basis)
  await form.getByRole("button", { name: "安排", exact: true }).click()
  await form.waitFor({ state: "hidden" })
}

interface Vote {
  readonly title: string
  readonly post?: string
  readonly candidates?: readonly Person[]
  readonly seats: number
  readonly mode: RegExp
  readonly group?: string
}

/** A vote is arranged; ends on its page. Answers its id. */
export async function arrange(page: Page, vote: Vote): Promise<string> {
  await page.getByRole("link", { name: "安排选举" }).click()
  await page.getByLabel("选举名称").fill(vote.title)
  if (vote.post) {
    await page.getByRole("radio", { name: "其他" }).check()
    await page.getByLabel("职务或身份").fill(vote.post)
    for (const c of vote.candidates ?? []) await seek(page, page.getByLabel("候选人", { exact: true }), c)
  }
  await page.getByLabel("应选名额").fill(`${vote.seats}`)
  await page.getByText(vote.mode).waitFor()
  if (vote.group) {
    await page.getByText("更多设定").click()
    await page.getByRole("radio", { name: vote.group }).check()
  }
  await page.getByRole("button", { name: "安排这项选举" }).click()
  await page.getByRole("heading", { name: "通过选举办法" }).waitFor()
  return new URL(page.url()).pathname.split("/").at(-1)!
}
