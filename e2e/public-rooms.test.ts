import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Look, openBrowser, openPage } from "../apps/web/for-tests/browser.ts"
import { faults } from "./faults.ts"
import { openProduct } from "./product.ts"

const looks: Look[] = [
  { width: 1440, theme: "light", language: "zh" },
  { width: 390, theme: "dark", language: "en" },
]

/** Where students are heard and told, for everybody. A last word that names a record stands for its id. */
const pages = [
  "/me",
  "/needs",
  "/needs?state=declined",
  "/needs?text=查无此事",
  "/needs/raise",
  "/needs/mine",
  "/needs/help",
  "/needs/open",
  "/needs/answered",
  "/needs/done",
  "/needs/figures",
  "/needs/briefings",
  "/needs/briefings/briefing",
  "/notices",
  "/notices/notice",
  "/notices/corrected",
  "/activities",
  "/activities?when=past",
  "/activities/check-in",
  "/activities/coming",
  "/activities/coming/here",
  "/activities/past",
  "/listening",
  "/listening/survey",
  "/listening/face",
  "/listening/talk",
  "/listening/over",
]

describe("the pages of students, with the sample university in them", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let browser: Browser
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser()
    type Items = { items: { id: string }[] }
    const ask = async <T = Items>(question: string) =>
      (await (await fetch(`${product.address}/api/${question}`)).json()) as T
    const first = async (question: string) => (await ask(question)).items[0]!.id
    for (const state of ["open", "answered", "done"]) ids[state] = await first(`board/list?state=${state}`)
    ids.briefing = await first("board/briefings")
    ids.notice = await first("notices/public-list?kind=voice")
    ids.corrected = await first("notices/public-list?kind=service")
    ids.coming = await first("activities/shown")
    ids.past = await first("activities/shown?when=past")
    type Listening = { kind: string; id: string }[]
    const { open, coming, past } =
      await ask<Record<"open" | "coming" | "past", Listening>>("listening/public-list")
    for (const { kind, id } of [...open, ...coming, ...past].toReversed()) ids[kind] = id
    ids.over = past.find((l) => l.kind === "survey")!.id
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await product?.shut()
  })

  const seats = looks.flatMap((look) => ["202201010101", "nobody"].map((who) => ({ who, ...look })))

  it.concurrent.each(seats)(
    "$who at $width px, $theme, $language: nothing axe objects to, nothing wider than the window, no codes",
    async ({ who, ...look }) => {
      const { page, errors } = await openPage(browser, { ...look, language: "zh" })
      if (who === "nobody") await page.goto(product.address)
      else await product.signIn(page, who)
      await page.evaluate((kept) => localStorage.setItem("qiaoliang", kept), JSON.stringify(look))
      for (const path of pages) {
        const address = path.replaceAll(/(?<=\/)([a-z]+)(?=[/?]|$)/g, (word) => ids[word] ?? word)
        await page.goto(product.address + address, { waitUntil: "networkidle" })
        await page.locator("h1").first().waitFor()
        await page.waitForTimeout(150)
        expect(await faults(page), path).toEqual([])
        expect(errors, path).toEqual([])
      }
      await page.context().close()
    },
    600_000,
  )

  it("lead from one's own page to a need raised and to checking in", async () => {
    const { page } = await openPage(browser, looks[1]!)
    await page.goto(product.address)
    await page.evaluate(() => localStorage.setItem("qiaoliang", '{"language":"zh","theme":"light"}'))
    await product.signIn(page, "202201010101")
    for (const [button, title] of [
      ["反映诉求", "反映诉求"],
      ["扫码签到", "扫码签到"],
    ] as const) {
      await page.goto(`${product.address}/me`, { waitUntil: "networkidle" })
      await page.getByRole("link", { name: button, exact: true }).click()
      await page.getByRole("heading", { level: 1, name: title }).waitFor()
    }
    await page.context().close()
  })
})
