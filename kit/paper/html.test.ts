import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Browser, Page } from "playwright-core"
import { chromium } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { toHtml } from "./html.ts"
import { has } from "./proof.ts"
import { hostile, hostilePaper, sample } from "./sample.ts"

test("a fragment carries no document, style or script", () => {
  const html = toHtml(sample())
  expect(html).toMatch(/^<article class="paper" lang="zh-CN">/)
  expect(html).not.toMatch(/<html|<style|<script| style=/)
  expect(html).toContain('<th scope="rowgroup" colspan="8"')
  expect(html).toContain('<th scope="colgroup" colspan="2"')
})

test("hostile words are escaped, and a hostile link stays in its quotes", () => {
  const html = toHtml(hostilePaper(), { standalone: true, lang: '"><script>' })
  expect(html).not.toContain("<script")
  expect(html).not.toContain("javascript:")
  expect(html).toContain("&lt;script&gt;alert(1)")
})

describe.skipIf(!has("chromium"))("in a browser", () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    })
    page = await browser.newPage()
  })
  afterAll(() => browser?.close())

  test("axe finds nothing, on a desk and on a phone", async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await page.setContent(toHtml(sample(), { standalone: true }))
      await page.evaluate(axe)
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      })
      expect(found).toEqual([])
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(wider, `the page scrolls sideways at ${width} px`).toBe(false)
    }
  })

  test("hostile words show as they are, nothing runs", async () => {
    const dialogs: string[] = []
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    await page.setContent(toHtml(hostilePaper(), { standalone: true }))
    const text = await page.innerText("main")
    for (const words of hostile) expect(text).toContain(words)
    expect(await page.locator("script").count()).toBe(0)
    expect(dialogs).toEqual([])
  })
})
