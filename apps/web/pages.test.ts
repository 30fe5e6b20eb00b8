import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { fileURLToPath } from "node:url"
import type { Browser } from "playwright-core"
import { build } from "vite"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { weigh } from "../../bench/web-size.ts"
import { type Look, openBrowser, openPage, violations } from "./for-tests/browser.ts"
import { serve } from "./for-tests/serve.ts"

/** Set to a folder to keep a picture of every page in every look. */
const shots = process.env.SHOTS

const dist = `${mkdtempSync(`${tmpdir()}/qiaoliang-web-`)}/`
let browser: Browser
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  // In a folder of its own: `dist` belongs to whoever runs the product meanwhile.
  for (const settings of ["vite.config.ts", "vite.office.config.ts"])
    await build({
      configFile: fileURLToPath(new URL(settings, import.meta.url)),
      logLevel: "error",
      build: { outDir: dist },
    })
  site = await serve(dist)
  browser = await openBrowser()
  if (shots) mkdirSync(shots, { recursive: true })
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  rmSync(dist, { recursive: true })
})

/** Both widths, themes and languages, in two rounds; all eight for the pictures. */
const few: Look[] = [
  { width: 1440, theme: "light", language: "zh" },
  { width: 390, theme: "dark", language: "en" },
]
const every: Look[] = ([1440, 390] as const).flatMap((width) =>
  (["light", "dark"] as const).flatMap((theme) =>
    (["zh", "en"] as const).map((language) => ({ width, theme, language })),
  ),
)

/** The page most people see, and the one they see first: in every look. */
const oftenest = new Set(["me"])

const pages: [string, string, { empty?: boolean; signedIn?: boolean }?][] = [
  ["home", "/"],
  ["home-empty", "/", { empty: true }],
  ["structure", "/structure"],
  ["disclosures", "/disclosures"],
  ["my-reminders", "/reminders"],
  ["my-reminders-empty", "/reminders", { empty: true }],
  ["my-reminders-stranger", "/reminders", { signedIn: false }],
  ["calls", "/calls"],
  ["calls-stranger", "/calls", { signedIn: false }],
  ["calls-empty", "/calls", { empty: true }],
  ["call", "/calls/c0"],
  ["my-applications", "/calls/mine"],
  ["public-notices", "/public-notices"],
  ["public-notices-stranger", "/public-notices", { signedIn: false }],
  ["public-notices-empty", "/public-notices", { empty: true }],
  ["me", "/me"],
  ["me-empty", "/me", { empty: true }],
  ["me-stranger", "/me", { signedIn: false }],
  ["missing", "/nowhere/at-all"],
  ["sign-in", "/sign-in", { signedIn: false }],
  ["activate", "/office/activate", { signedIn: false }],
  ["inbox", "/office"],
  ["inbox-empty", "/office?on=2025-11-01", { empty: true }],
  ["courses", "/office/courses?all=1"],
  ["courses-empty", "/office/courses", { empty: true }],
  ["course", "/office/courses/c1"],
  ["procedures", "/office/procedures"],
  ["calendar", "/office/procedures?part=calendar"],
  ["ledger", "/office/procedures?part=ledger"],
  ["settings", "/office/settings"],
  ["accounts", "/office/accounts"],
  ["office-missing", "/office/nowhere"],
]

describe.each(every)("$width px, $theme, $language", (look) => {
  const whole = shots !== undefined || few.some((f) => JSON.stringify(f) === JSON.stringify(look))
  it.each(pages.filter(([name]) => whole || oftenest.has(name)))(
    "%s has no violation, no error and nothing wider than the window",
    async (name, path, state) => {
      Object.assign(site.state, { signedIn: true, empty: false }, state)
      const { page, errors } = await openPage(browser, look)
      await page.goto(site.url + path, { waitUntil: "networkidle" })
      await page.locator("h1").first().waitFor()
      await page.waitForTimeout(150)
      if (shots)
        await page.screenshot({
          path: `${shots}/${name}-${look.width}-${look.theme}-${look.language}.png`,
          fullPage: true,
        })
      expect(await violations(page)).toEqual([])
      expect(errors).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      await page.context().close()
    },
  )
})

describe("what a reader does", () => {
  const look: Look = { width: 1440, theme: "light", language: "zh" }

  it("weighs no more than the budgets", () => {
    for (const { page, bytes, limit } of weigh(dist)) expect(bytes, page).toBeLessThanOrEqual(limit)
  })

  it.each([
    ["public home", "/", false],
    ["student's home", "/me", true],
  ])("loads on the %s no more JavaScript than was weighed", async (name, path, signedIn) => {
    Object.assign(site.state, { signedIn, empty: false })
    const { page } = await openPage(browser, look)
    const loaded: string[] = []
    page.on("response", (r) => r.url().endsWith(".js") && loaded.push(new URL(r.url()).pathname.slice(1)))
    await page.goto(site.url + path, { waitUntil: "networkidle" })
    const weighed = weigh(dist)
      .find((w) => w.page === name)!
      .files.map((f) => f.file)
    expect(loaded.filter((file) => !weighed.includes(file))).toEqual([])
    await page.context().close()
  })

  it("asks on the student's home for each thing once, and from the head", async () => {
    Object.assign(site.state, { signedIn: true, empty: false })
    const { page } = await openPage(browser, { ...look, width: 390 })
    const asked: string[] = []
    page.on("request", (r) => asked.push(new URL(r.url()).pathname))
    await page.goto(`${site.url}/me`, { waitUntil: "networkidle" })
    for (const path of ["/api/accounts/me", "/api/home/mine"])
      expect(asked.filter((p) => p === path)).toHaveLength(1)
    const started = asked.indexOf("/api/home/mine")
    expect(started).toBeLessThan(asked.findIndex((p) => p.startsWith("/api/inbox")))
    await page.context().close()
  })

  it("goes about a phone by the bar at its foot: four lines, and a sheet with the others", async () => {
    Object.assign(site.state, { signedIn: true, empty: false })
    const { page } = await openPage(browser, { width: 390, theme: "dark", language: "zh" })
    await page.goto(`${site.url}/me`, { waitUntil: "networkidle" })
    const bar = page.getByRole("navigation", { name: "主导航" })
    expect(await bar.getByRole("link").allInnerTexts()).toHaveLength(4)
    await page.keyboard.press("End")
    const more = bar.getByRole("button", { name: "更多" })
    await more.focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog", { name: "更多" })
    await sheet.getByRole("link", { name: "组织架构" }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press("Escape")
    await sheet.waitFor({ state: "hidden" })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("更多")
    await more.click()
    await sheet.getByRole("link", { name: "组织架构" }).click()
    await page.waitForURL(/\/structure$/)
    await sheet.waitFor({ state: "hidden" })
    await page.context().close()
  })

  it("is turned from the office to the door and let back in", async () => {
    Object.assign(site.state, { signedIn: false, empty: false })
    const { page } = await openPage(browser, look)
    await page.goto(`${site.url}/office/settings`)
    await page.waitForURL(/\/sign-in\?back=%2Foffice%2Fsettings/)
    await page.getByLabel("学号 / 工号").fill("20180012")
    await page.getByLabel("密码", { exact: true }).fill("two-step")
    await page.getByRole("button", { name: "登录", exact: true }).click()
    await page.getByRole("heading", { name: "两步验证" }).waitFor()
    await page.getByLabel("验证码").fill("123456")
    site.state.signedIn = true
    await page.getByRole("button", { name: "登录", exact: true }).click()
    await page.waitForURL(/\/office\/settings$/)
    await page.getByRole("heading", { level: 1, name: "我的设置" }).waitFor()
    expect(await page.title()).toBe("我的设置 · 江城师大")
    await page.context().close()
  })

  it("shows a refusal with its clause, its cure and its number", async () => {
    Object.assign(site.state, { signedIn: false, empty: false })
    site.state.refuse = {
      code: "against-clause",
      because: "不可以",
      clause: "3.9",
      cure: "这样改",
      trace: "01J",
    }
    const { page } = await openPage(browser, look)
    await page.goto(`${site.url}/sign-in`)
    await page.getByLabel("学号 / 工号").fill("1")
    await page.getByLabel("密码", { exact: true }).fill("2")
    await page.keyboard.press("Enter")
    const alert = page.locator(".problem")
    await alert.waitFor()
    expect(await alert.innerText()).toMatch(/不可以\s*第三条·9[\s\S]*这样改[\s\S]*编号 01J/)
    site.state.refuse = undefined
    await page.context().close()
  })

  it("goes by keyboard: skip link first, focus on the title after navigating, the language kept", async () => {
    Object.assign(site.state, { signedIn: false, empty: false })
    const { page } = await openPage(browser, look)
    await page.goto(site.url, { waitUntil: "networkidle" })
    await page.keyboard.press("Tab")
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到正文")
    await page.getByRole("link", { name: "组织架构", exact: true }).click()
    await page.waitForURL(/\/structure$/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1")
    await page.getByRole("button", { name: "English" }).click()
    await page.getByRole("heading", { level: 1, name: "Structure" }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en")
    await page.reload()
    await page.getByRole("heading", { level: 1, name: "Structure" }).waitFor()
    await page.context().close()
  })

  it("looks back to a day and returns to today", async () => {
    Object.assign(site.state, { signedIn: true, empty: false })
    const { page } = await openPage(browser, look)
    await page.goto(`${site.url}/office`, { waitUntil: "networkidle" })
    await page.getByRole("button", { name: /^截至日期/ }).click()
    await page.getByTitle("2026-03-16").click()
    await page.getByText("正在查看2026年3月16日的情况").waitFor()
    await page.getByRole("link", { name: "账号" }).click()
    await page.waitForURL(/\/office\/accounts\?on=2026-03-16$/)
    await page.getByRole("button", { name: "回到今天" }).click()
    await page.waitForURL(/\/office\/accounts$/)
    await page.context().close()
  })

  it("opens the navigation of a phone and closes it on arriving", async () => {
    Object.assign(site.state, { signedIn: true, empty: false })
    const { page } = await openPage(browser, { ...look, width: 390 })
    await page.goto(`${site.url}/office`, { waitUntil: "networkidle" })
    await page.getByRole("button", { name: "打开导航" }).click()
    await page.getByRole("link", { name: "账号" }).click()
    await page.getByRole("heading", { level: 1, name: "账号" }).waitFor()
    await expect.poll(() => page.locator(".ant-drawer-content-wrapper").isVisible()).toBe(false)
    await page.context().close()
  })

  it("has no violation in what opens over a page: menu, drawer, question, code, second factor", async () => {
    Object.assign(site.state, { signedIn: true, empty: false })
    const { page } = await openPage(browser, { width: 390, theme: "dark", language: "zh" })
    const fine = async (what: string) => {
      await page.waitForTimeout(300)
      expect(await violations(page), what).toEqual([])
    }
    await page.goto(`${site.url}/office`, { waitUntil: "networkidle" })
    await page.locator(".desk-me").click()
    await fine("menu")
    await page.keyboard.press("Escape")
    await page.getByRole("button", { name: "打开导航" }).click()
    await fine("drawer")
    await page.goto(`${site.url}/office/accounts`, { waitUntil: "networkidle" })
    await page.getByRole("button", { name: "发放激活码", exact: true }).first().click()
    await fine("question")
    await page.getByRole("button", { name: "确定" }).click()
    await page.getByText("7F4K-92QX-M3DT").waitFor()
    await fine("code")
    await page.goto(`${site.url}/office/settings`, { waitUntil: "networkidle" })
    await page.getByRole("button", { name: "开启两步验证" }).click()
    await page.getByAltText("两步验证的二维码").waitFor()
    await fine("second factor")
    await page.context().close()
  })
})
