import { readFileSync } from "node:fs"
import { openBrowser, openPage } from "../apps/web/for-tests/browser.ts"
const [number, theme, ...paths] = process.argv.slice(2) as [string, "light"|"dark", ...string[]]
const base = "http://localhost:4871"; const pw = JSON.parse(readFileSync("/tmp/sel-data/sample-logins.json","utf8"))
const browser = await openBrowser()
for (const width of [1440, 390] as const) {
  const { page, errors } = await openPage(browser, { width, theme, language: "zh" })
  if (number !== "-") {
    await page.goto(base + "/sign-in"); await page.waitForTimeout(800)
    await page.locator("input").nth(0).fill(number); await page.locator("input").nth(1).fill(pw[number]!)
    await page.keyboard.press("Enter"); await page.waitForTimeout(1500)
  }
  for (const [i, p] of paths.entries()) {
    const [path, act] = p.split("@@")
    await page.goto(base + path); await page.waitForTimeout(1500)
    if (act) { await page.evaluate(act); await page.waitForTimeout(1500) }
    await page.screenshot({ path: `/tmp/sel-look/${number}-${i}-${width}-${theme}.png`, fullPage: true })
  }
  console.log(width, errors.slice(0, 6))
}
await browser.close()
