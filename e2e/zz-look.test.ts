import { appendFileSync } from "node:fs"
import { afterAll, beforeAll, expect, it } from "vitest"
import { openBrowser, openPage, violations } from "../apps/web/for-tests/browser.ts"
import { openProduct } from "./product.ts"

let product: Awaited<ReturnType<typeof openProduct>>
let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await product?.shut()
})
const log = (s: string) => appendFileSync("/tmp/d-act-shots/log.txt", `${s}\n`)
it("looks", async () => {
  const { world } = product
  const of = (await world.firstUniversity())!
  const { rows } = await world.db.scoped(of.id, (tx) =>
    tx.client.query<{ id: string; title: string }>(
      "select id, title from activity where university_id = $1",
      [of.id],
    ),
  )
  log(JSON.stringify(rows))
  const id = (t: string) => rows.find((r) => r.title.includes(t))?.id ?? "none"
  const debate = id("辩论")
  const pages: [string, string, string][] = [
    ["202307010106", "list", "/office/activities"],
    ["202307010106", "plan", `/office/activities/${id("歌手")}`],
    ["202307010106", "people", `/office/activities/${debate}?part=people`],
    ["202307010106", "waiting", `/office/activities/${id("沙龙")}?part=people&standing=waiting`],
    ["202307010106", "reach", `/office/activities/${debate}?part=reach`],
    ["202307010106", "rating", `/office/activities/${debate}?part=rating`],
    ["202307010106", "import", `/office/activities/${debate}?part=import`],
    ["202307010106", "code", `/office/activities/${id("歌手")}/code`],
    ["202307010106", "sum", "/office/activities/reach"],
    ["T5001", "draft", `/office/activities/${id("读书月")}`],
    ["T1002", "finding", "/office/findings/union/7.3"],
    ["202201010101", "shown", "/activities"],
    ["202201010101", "past", "/activities?when=past"],
    ["202201010101", "one", `/activities/${id("歌手")}`],
    ["202201010101", "queue", `/activities/${id("沙龙")}`],
    ["202201010101", "rate", `/activities/${debate}`],
    ["202201010101", "here", `/activities/${id("歌手")}/here`],
  ]
  const unionId = (
    await world.db.scoped(of.id, (tx) =>
      tx.client.query<{ id: string }>(
        "select id from student_union where university_id = $1 and name = '明湖大学学生会'",
        [of.id],
      ),
    )
  ).rows[0]!.id
  for (const look of [
    { width: 1440, theme: "light", language: "zh" },
    { width: 390, theme: process.env.DARK ? "dark" : "light", language: "zh" },
  ] as const)
    for (const who of new Set(pages.map(([n]) => n))) {
      const { page, errors } = await openPage(browser, look)
      await product.signIn(page, who)
      for (const [number, name, path] of pages) {
        if (number !== who) continue
        await page.goto(product.address + path.replace("/union/", `/${unionId}/`), {
          waitUntil: "networkidle",
        })
        await page.waitForTimeout(300)
        await page.screenshot({ path: `/tmp/d-act-shots/${name}-${look.width}.png`, fullPage: true })
        log(
          `${name} ${look.width} ${JSON.stringify(await violations(page))} ${JSON.stringify(errors)} wider ${await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)}`,
        )
      }
      await page.context().close()
    }
  expect(true).toBe(true)
}, 300_000)
