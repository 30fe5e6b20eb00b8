import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { type Look, openBrowser, openPage, violations } from "../apps/web/for-tests/browser.ts"
import type { openProduct } from "./product.ts"

/** Set to a folder to keep pictures of the desks where a story looks around or stops. */
const shots = process.env.SHOTS

/** Several people at their own windows; some work at a desk, some on a phone. */
export async function openDesks(product: Awaited<ReturnType<typeof openProduct>>) {
  const browser: Browser = await openBrowser()
  const open = new Map<string, Page>()
  const errors: string[] = []
  return {
    errors,
    /** Somebody's window, signed in; every new day begins with signing in. */
    at: async (number: string, width: Look["width"] = 1440): Promise<Page> => {
      const known = open.get(number)
      if (known) return known
      const { page } = await openPage(browser, { width, theme: "light", language: "zh" })
      page.setDefaultTimeout(60_000)
      page.on("pageerror", (e) => errors.push(`${number} ${e}`))
      open.set(number, page)
      await product.signIn(page, number)
      return page
    },
    /** A window nobody is signed in at. */
    stranger: (width: Look["width"] = 1440) => openPage(browser, { width, theme: "light", language: "zh" }),
    /** Everybody goes home. */
    leave: async () => {
      for (const page of open.values()) await page.context().close()
      open.clear()
    },
    /** What a reader would trip over on a page, and a picture of it where somebody asked for one. */
    look: async (page: Page, name: string): Promise<string[]> => {
      if (shots) {
        mkdirSync(shots, { recursive: true })
        const size = page.viewportSize()!
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 900 })
          await page.waitForTimeout(300)
          await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true })
        }
        await page.setViewportSize(size)
      }
      return violations(page)
    },
    /** How the desks looked when a story stopped. */
    picture: async () => {
      if (!shots) return
      mkdirSync(shots, { recursive: true })
      for (const [number, page] of open)
        await page.screenshot({ path: join(shots, `stopped-${number}.png`), fullPage: true })
    },
    shut: () => browser.close(),
  }
}
