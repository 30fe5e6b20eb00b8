// Looks at screens: `node e2e/look.ts ADDRESS LOGINS.json NUMBER OUT PATH…` writes pictures at both widths.
// The server at ADDRESS must have been started after the last build: it serves the files it found then.
import { mkdirSync, readFileSync } from "node:fs"
import { openBrowser, openPage } from "../apps/web/for-tests/browser.ts"

const [address, logins, number, out, ...paths] = process.argv.slice(2)
if (!address || !logins || !number || !out || !paths.length)
  throw new Error("node e2e/look.ts ADDRESS LOGINS.json NUMBER OUT PATH…")
const password = (JSON.parse(readFileSync(logins, "utf8")) as Record<string, string>)[number]
if (!password) throw new Error(`${logins} has no login of ${number}`)
mkdirSync(out, { recursive: true })
const browser = await openBrowser()
try {
  for (const width of [1440, 390] as const) {
    const { page, errors } = await openPage(browser, { width, theme: "light", language: "zh" })
    await page.goto(`${address}/sign-in`, { waitUntil: "networkidle" })
    const field = page.getByLabel("学号 / 工号")
    await field.waitFor({ timeout: 5000 }).catch(() => {
      throw new Error(
        `no form at ${address}/sign-in; built since the server started? ${errors.join(" ").slice(0, 400)}`,
      )
    })
    await field.fill(number)
    await page.getByLabel("密码", { exact: true }).fill(password)
    await page.getByRole("button", { name: "登录" }).click()
    await page.waitForURL(/\/(office|me)/)
    for (const path of paths) {
      await page.goto(`${address}${path}`, { waitUntil: "networkidle" })
      await page.waitForTimeout(300)
      const name = path.replaceAll(/[^\p{L}\d]+/gu, "-").replace(/^-|-$/g, "") || "home"
      await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: width === 1440 })
    }
    console.log(width, errors.slice(0, 8))
  }
} finally {
  await browser.close()
}
