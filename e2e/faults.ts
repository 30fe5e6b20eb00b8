import type { Page } from "playwright-core"
import { violations } from "../apps/web/for-tests/browser.ts"

/** Identifiers of the program that would tell a reader nothing. */
const codes = /\b(undefined|null|NaN|\[object|[a-z]+-[a-z]+\.[a-z-]+|[a-z]+\.[a-z]+-[a-z-]+)\b/

/** What a screen must not have: what axe objects to, a page wider than the window, codes, and on a phone what a thumb would miss. */
export async function faults(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const code = codes.exec(await page.locator("main, [role=main]").first().innerText())
  return [
    ...(await violations(page)),
    ...(wider > 0 ? [`${wider} px wider than the window`] : []),
    ...(code ? [`code: ${code[0]}`] : []),
    ...(page.viewportSize()?.width === 390 ? await tooSmall(page) : []),
  ]
}

/** What a thumb would miss: under 40 px high, and no larger part of the page around it that does the same. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("#main button, #main a, #main summary, #main [role=tab]")]
      .filter(
        (e) =>
          e.checkVisibility({ visibilityProperty: true }) &&
          !e.closest(".unseen, p, dd, td, label, .ant-input-affix-wrapper, .ant-picker, .ant-select"),
      )
      .filter((e) => (e.closest(".ant-tabs-tab") ?? e).getBoundingClientRect().height < 39.5)
      .map((e) => `small: ${e.tagName}.${e.className} ${e.textContent?.slice(0, 20)}`),
  )
