import type { Page } from "playwright-core"
import { insist } from "./people.ts"

/** The chair at the console: the one next thing, until something else comes next. */

const next = (page: Page) => page.locator(".hall-next")

/** The show of hands of those present. */
async function hands(page: Page, present: number): Promise<void> {
  await page.getByLabel("赞成", { exact: true }).fill(`${present}`)
  await page.getByLabel("反对", { exact: true }).fill("0")
  await page.getByLabel("弃权", { exact: true }).fill("0")
  await page.getByRole("button", { name: "登记人数" }).click()
}

async function put(page: Page): Promise<void> {
  await next(page).getByRole("button", { name: "付表决" }).click()
  const form = page.getByRole("dialog")
  await form.getByRole("radio", { name: "举手表决" }).check()
  await form.getByRole("button", { name: "开始表决" }).click()
  await form.waitFor({ state: "hidden" })
}

/** What the console asks for, done until it asks for `until`, of an item whose name has `item` in it where one is said. */
export async function preside(page: Page, present: number, until: string, item?: string): Promise<void> {
  for (;;) {
    // what to do and of what: two elections in a row are the same heading over another name
    const headings = await next(page).getByRole("heading").allInnerTexts()
    const [what = "", about = ""] = headings
    if (what === until && (!item || about.includes(item))) return
    switch (what) {
      case "宣布开幕":
        await insist(page, "宣布开幕")
        break
      case "开始下一项议程":
        await page.getByRole("button", { name: "开始这项议程" }).click()
        break
      case "付表决":
        await put(page)
        break
      case "正在表决":
        await hands(page, present)
        break
      case "宣布表决结果":
        await insist(page, "宣布结果")
        break
      case "结束这项议程":
        await next(page).getByRole("button", { name: "结束这项议程" }).click()
        break
      case "宣布闭幕":
        await insist(page, "宣布闭幕")
        break
      default: // as it stood before the console heard of the vote's end: what comes next is waited for
    }
    await page.waitForFunction(
      (old) =>
        [...document.querySelectorAll<HTMLElement>(".hall-next :is(h2, h3)")]
          .map((h) => h.innerText)
          .join("\n") !== old,
      headings.join("\n"),
      { polling: 200 },
    )
  }
}
