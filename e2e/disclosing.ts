import type { Page } from "playwright-core"
import { enter, insist, pick } from "./people.ts"

/** The yearly disclosure by the screens: the secretary's part, the deputy secretary's, the files. */

const left = /送审前还有(\d+)处待办/

/** A draft from the records, each gap answered, confirmed or left open with its reason, and sent for approval. */
export async function draftAndSend(page: Page, union: string): Promise<void> {
  await enter(page, "改革情况公开")
  await pick(page, page.getByLabel("组织", { exact: true }), union)
  await page.getByRole("button", { name: "按现有记录编制" }).click()
  await page.getByText(left).waitFor()
  await answerFirstRow(page)
  for (const word of ["确认采用", "保留待证明"])
    while (await page.getByRole("button", { name: word, exact: true }).count()) {
      const before = await page.locator(".disclosure-status").innerText()
      await page.getByRole("button", { name: word, exact: true }).first().click()
      if (word === "保留待证明") await leaveOpen(page)
      // Each step is a version of its own; the page has drawn it when its number changes.
      await page.waitForFunction(
        (shown) => document.querySelector<HTMLElement>(".disclosure-status")?.innerText !== shown,
        before,
      )
    }
  await page.getByText("各项均已填写或说明，可以送审。").waitFor()
  await page.getByRole("button", { name: "送审", exact: true }).click()
  await inState(page, "待审核")
}

const inState = (page: Page, state: string) =>
  page.locator(".disclosure-status").getByText(state, { exact: true }).waitFor()

/** One answer of the union's own, with its paper: a claim until it is approved. */
async function answerFirstRow(page: Page): Promise<void> {
  await page.getByRole("button", { name: "填写结论" }).first().click()
  const form = page.getByRole("dialog", { name: "填写结论" })
  await form.getByLabel("所据材料").fill("校团委书记办公会会议纪要")
  await form.getByRole("button", { name: "填写", exact: true }).click()
  await form.waitFor({ state: "hidden" })
  await page.getByText("本组织填报，待审核").first().waitFor()
}

async function leaveOpen(page: Page): Promise<void> {
  const form = page.getByRole("dialog", { name: "保留为待证明" })
  await form.getByLabel("说明").fill("材料正在整理")
  await form.getByRole("button", { name: "保存" }).click()
  await form.waitFor({ state: "hidden" })
}

/** What waits in the inbox; it asks again each minute, and whoever comes back to the desk opens it anew. */
async function fromInbox(page: Page, title: string): Promise<void> {
  await page.reload()
  await enter(page, "待办")
  await page.getByRole("main").getByRole("link", { name: title }).click()
}

/** From the inbox to the approval of exactly what was sent. */
export async function approveFromInbox(page: Page): Promise<void> {
  await fromInbox(page, "审核改革情况公开")
  await inState(page, "待审核")
  await insist(page, "审核同意")
  await page.getByText("本组织填报，已审核").first().waitFor()
}

/** The secretary lays it open, until the day the screen proposes. */
export async function publishFromInbox(page: Page): Promise<void> {
  await fromInbox(page, "发布改革情况公开")
  await page.getByRole("button", { name: "公开", exact: true }).click()
  const form = page.getByRole("dialog", { name: "公开", exact: true })
  await form.getByRole("button", { name: "公开", exact: true }).click()
  await form.waitFor({ state: "hidden" })
  await inState(page, "已公开")
}

/** A file behind a link, as the browser keeps it. */
export async function download(page: Page, link: string): Promise<Uint8Array> {
  const href = await page.getByRole("link", { name: link, exact: true }).first().getAttribute("href")
  if (!href) throw new Error(`no link ${link}`)
  const answer = await page.context().request.get(new URL(href, page.url()).href)
  if (!answer.ok()) throw new Error(`${link}: ${answer.status()}`)
  return new Uint8Array(await answer.body())
}
