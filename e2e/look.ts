// Looks at screens: `node e2e/look.ts ADDRESS LOGINS.json NUMBER OUT PATH…` writes pictures at both widths.
import { readFileSync } from "node:fs"
import { openBrowser, openPage } from "../apps/web/for-tests/browser.ts"

const [address, logins, number, out, ...paths] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  ...string[],
]
const password = (JSON.parse(readFileSync(logins, "utf8")) as Record<string, string>)[number]!
const browser = await openBrowser()
for (const width of [1440, 390] as const) {
  const { page, errors } = await openPage(browser, { width, theme: "light", language: "zh" })
  await page.goto(`${address}/sign-in`)
  await page.waitForTimeout(1500)
  if (paths[0] === "/sign-in") await page.screenshot({ path: `${out}/sign-in-${width}.png` })
  const fields = page.locator("input")
  await fields.nth(0).fill(number)
  await fields.nth(1).fill(password)
  await page.keyboard.press("Enter")
  await page.waitForTimeout(2500)
  for (const path of paths) {
    await page.goto(`${address}${path}`)
    await page.waitForTimeout(2000)
    const name = path.replaceAll(/[^a-zA-Z0-9]+/g, "-").replace(/^-|-$/g, "") || "home"
    await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: width === 1440 })
  }
  console.log(width, errors.slice(0, 8))
}
await browser.close()
