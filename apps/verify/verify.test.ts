import { generateKeyPairSync, sign } from "node:crypto"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import {
  checkpointText,
  codeOfHash,
  groupOf,
  trackerOf,
  verifyArchive,
  writeCheckpoint,
} from "@qiaoliang/ballot"
import { archiveOf, hold, prepare, singles, swapped, yesNo } from "@qiaoliang/ballot/for-tests"
import type { Browser, Page } from "playwright-core"
import { build } from "vite"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Look, openBrowser, openPage, violations } from "#apps/web/for-tests/browser.ts"

/** Set to a folder to keep a picture of every look. */
const shots = process.env.SHOTS

const folder = mkdtempSync(join(tmpdir(), "qiaoliang-verify-page-"))
const inFile = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

const group = await groupOf("Ed25519")
const prepared = prepare(group, singles(group, 2), 5, [yesNo, { ...yesNo, question: "李四" }])
const votes: readonly (readonly [number, number[][]])[] = [
  [
    0,
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
  ],
  [
    1,
    [
      [1, 0, 0],
      [1, 0, 0],
    ],
  ],
  [
    2,
    [
      [0, 0, 1],
      [1, 0, 0],
    ],
  ],
  [
    0,
    [
      [0, 1, 0],
      [1, 0, 0],
    ],
  ],
]
const ballots = votes.map(([voter, rows]) => prepared.cast(voter, rows))
const events = hold(prepared, ballots)
const honest = archiveOf(events)
const good = inFile("第一轮.bel", honest)
const early = inFile("第一轮-投票中.bel", archiveOf(events.slice(0, 4)))
const twin = inFile(
  "改过的.bel",
  archiveOf(
    hold(prepared, ballots.with(1, swapped(ballots[1]!)), {
      result: JSON.stringify({
        result: [
          [1, 1, 1],
          [3, 0, 0],
        ],
      }),
    }),
  ),
)
const { checkpoints } = await verifyArchive(honest)

let browser: Browser
let address: string
beforeAll(async () => {
  await build({
    configFile: fileURLToPath(new URL("vite.config.ts", import.meta.url)),
    logLevel: "error",
    build: { outDir: folder },
  })
  address = pathToFileURL(join(folder, "verify.html")).href
  browser = await openBrowser()
  if (shots) mkdirSync(shots, { recursive: true })
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

const desk: Look = { width: 1440, theme: "light", language: "zh" }
const phone: Look = { width: 390, theme: "dark", language: "en" }

async function withPage(look: Look, read: (page: Page) => Promise<void>, files: readonly string[] = []) {
  const { page, errors } = await openPage(browser, look)
  const asked: string[] = []
  page.on("request", (request) => asked.push(request.url()))
  await page.goto(address)
  if (files.length > 0) await page.setInputFiles("#files", [...files])
  await expect.poll(() => page.locator(".verdict-running").count()).toBe(0)
  await read(page)
  expect(errors).toEqual([])
  // The page itself and the workers made of it; nothing else was so much as asked for.
  expect(
    asked.filter((url) => url !== address && !url.startsWith("blob:") && !url.startsWith("data:")),
  ).toEqual([])
  await page.context().close()
}

const fits = async (page: Page, name: string, look: Look) => {
  if (shots)
    await page.screenshot({
      path: `${shots}/${name}-${look.width}-${look.theme}-${look.language}.png`,
      fullPage: true,
    })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

describe("the page that checks archives, opened as a file", () => {
  it("passes an honest archive and says what it checked, what was voted on and how it came out", () =>
    withPage(
      desk,
      async (page) => {
        await page.getByRole("heading", { name: "核验通过" }).waitFor()
        expect(await page.locator(".step-done").count()).toBe(6)
        expect(await page.locator(".card").innerText()).toContain("第一次学生代表大会")
        expect(await page.locator(".card table").first().innerText()).toMatch(
          /张三\s+1\s+1\s+1\s+李四\s+3\s+0\s+0/,
        )
        expect(await page.locator(".card").innerText()).toContain("凭证5个，投票3人（60.0%）")
        await page.getByLabel("追踪号").fill(trackerOf(ballots[0]!).slice(0, 8))
        await page.getByText("已被同一凭证后投的代替").first().waitFor()
        await page.getByLabel("追踪号").fill("0000")
        await page.getByText("没有找到").waitFor()
        await page.getByLabel("大屏上的序号或校验码").fill("3")
        await page.getByText(codeOfHash(checkpoints[3]!.hash)).waitFor()
        await fits(page, "passed", desk)
      },
      [good],
    ))

  it("rejects its mutated twin with the first thing wrong in words, and shows no result", () =>
    withPage(
      desk,
      async (page) => {
        await page.getByRole("heading", { name: "核验未通过" }).waitFor()
        expect(await page.locator(".verdict-error").innerText()).toBe(
          "第2张选票：选票签名所签的内容与选票不符",
        )
        expect(await page.locator(".step-failed").innerText()).toContain("每一张选票")
        expect(await page.locator(".step-later").count()).toBe(3)
        expect(await page.locator(".card").innerText()).not.toMatch(/李四|凭证5个，投票/)
        await fits(page, "failed", desk)
      },
      [twin],
    ))

  it("compares archives of one election: the later continues the earlier, its twin does not", () =>
    withPage(
      desk,
      async (page) => {
        await page.getByText("第一轮.bel 是 第一轮-投票中.bel 的延续").waitFor()
        await page.getByRole("heading", { name: "到目前为止无误" }).waitFor()
        await page.setInputFiles("#files", [twin])
        await page.locator(".compared .problem").getByText("第3个事件在较晚的存档中被换过").waitFor()
      },
      [good, early],
    ))

  it("checks signed codes pasted: signature, key, and whether the archive continues them", () =>
    withPage(
      desk,
      async (page) => {
        const { publicKey, privateKey } = generateKeyPairSync("ed25519")
        const key = publicKey.export({ type: "spki", format: "pem" }).toString()
        const signed = (height: number, hash: string) => {
          const text = { election: prepared.election.uuid, height, hash }
          const signature = sign(null, Buffer.from(checkpointText(text)), privateKey).toString("base64")
          return writeCheckpoint({ checkpoint: { ...text, signature }, key })
        }
        const paste = async (text: string) => {
          await page.getByRole("textbox", { name: /把带签名的校验码/ }).fill(text)
          await page.getByRole("button", { name: "检查" }).click()
        }
        const true3 = signed(3, checkpoints[3]!.hash)
        const other3 = signed(3, checkpoints[2]!.hash)
        await paste(true3)
        await page.getByText("这份存档延续了它").waitFor()
        expect(await page.locator(".judged .good").count()).toBe(2)
        await paste(true3.replace(/\n3\n/, "\n2\n"))
        await page.getByText("签名无效").waitFor()
        await paste(other3 + true3)
        await page.getByText("存档在这个序号处与它不同").waitFor()
        await page.getByText("互相矛盾").waitFor()
      },
      [good],
    ))

  it("turns away a file that is no archive", () =>
    withPage(
      desk,
      async (page) => {
        await page.getByRole("heading", { name: "这不是选举存档" }).waitFor()
      },
      [inFile("照片.bel", new TextEncoder().encode("PK\u0003\u0004"))],
    ))

  it("cannot reach the network, whatever runs in it", async () => {
    const { page } = await openPage(browser, desk)
    await page.goto(address)
    const asked: string[] = []
    page.on("request", (request) => asked.push(request.url()))
    const outcome = await page.evaluate(() =>
      Promise.allSettled([fetch("http://127.0.0.1:9/"), fetch("verify.html")]).then((all) =>
        all.map((a) => a.status),
      ),
    )
    expect(outcome).toEqual(["rejected", "rejected"])
    expect(asked).toEqual([])
    await page.context().close()
  })

  it.each([desk, phone])("is accessible and fits at $width px, $theme, $language", (look) =>
    withPage(look, async (page) => {
      await fits(page, "empty", look)
      expect(await violations(page)).toEqual([])
      await page.setInputFiles("#files", [good, early])
      await page.locator(".compared .good").waitFor()
      await page.locator("details summary").first().click()
      await fits(page, "two", look)
      expect(await violations(page)).toEqual([])
      await page.getByRole("button", { name: look.language === "en" ? "中文" : "English" }).click()
      await page
        .getByRole("heading", {
          level: 1,
          name: look.language === "en" ? "选举存档核验" : "Election archive check",
        })
        .waitFor()
    }),
  )
})
