import { execFile } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { openBrowser, openPage, violations } from "../../apps/web/for-tests/browser.ts"
import { has, libreOffice, outOfOrder, pagesOf } from "../../kit/paper/proof.ts"
import { newSetUpToken } from "../../modules/accounts/index.ts"
import { expectedFindings, toldOnImport } from "../answers.ts"
import { approveFromInbox, download, draftAndSend, publishFromInbox } from "../disclosing.ts"
import { shownFindings } from "../findings.ts"
import { appoint, bringIn, designate, drawCode, enter, firstUse, setUpUniversity } from "../people.ts"
import { openProduct } from "../product.ts"

const folder = fileURLToPath(new URL("../../examples/minghu/", import.meta.url))
/** Registers first, then who is matched with them: the order the room itself advises. */
const order = ["学生名册", "学业成绩", "社团名录", "校学生会", "研究生会", "院系学生会", "代表名单"]
const workbooks = order.map(
  (word) => readdirSync(folder).find((n) => n.includes(word) && /\.(xlsx|csv)$/.test(n))!,
)

/** Set to a folder to keep a picture of every desk where the story stops. */
const shots = process.env.SHOTS

const admin = { number: "A0001", name: "管老师" }
const head = { number: "T1001", name: "顾怀谷" }
const deputy = { number: "T1002", name: "陆明远" }
const secretary = { number: "T1003", name: "沈知夏" }
const union = "明湖大学学生会"

/** An empty installation, three people with their papers, and by evening the yearly disclosure is public. */
describe("a university's first disclosure", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let browser: Browser
  const desks = new Map<string, Page>()
  const errors: string[] = []
  const desk = async (number: string) => {
    if (!desks.has(number)) {
      const opened = await openPage(browser, { width: 1440, theme: "light", language: "zh" })
      opened.page.setDefaultTimeout(20_000)
      opened.page.on("pageerror", (e) => errors.push(`${number} ${e}`))
      desks.set(number, opened.page)
    }
    return desks.get(number)!
  }
  const papers = mkdtempSync(join(tmpdir(), "disclosed-"))

  beforeAll(async () => {
    product = await openProduct({ empty: true, at: new Date("2025-11-15T09:00:00+08:00") })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.shut()
    rmSync(papers, { recursive: true, force: true })
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail" || !shots) return
    for (const [number, page] of desks)
      await page.screenshot({ path: join(shots, `${number}.png`), fullPage: true })
  })

  it("begins at the printed link; the administrator sets up two posts and hands over codes", async () => {
    const page = await desk(admin.number)
    await page.goto(product.address)
    await page.getByText("尚未设立学校").waitFor()
    const link = `${product.address}/sign-in?set-up=${newSetUpToken(product.world)}`
    await setUpUniversity(page, link, "明湖大学", admin)
    const office = "学校团委"
    await appoint(page, { office, who: head, post: "书记", source: "校党字〔2025〕12号" })
    await appoint(page, { office, who: secretary, post: "干事", source: "校团字〔2025〕3号" })
    for (const who of [head, secretary, deputy])
      await firstUse(await desk(who.number), product.address, who, await drawCode(page, who))
  })

  it("brings every workbook in by the screens, each problem told with its place", async () => {
    const page = await desk(secretary.number)
    const asked = page.getByRole("main").getByRole("link", { name: "导入学生名册和各类名单" })
    await asked.waitFor()
    for (const file of workbooks) {
      const report = await bringIn(page, join(folder, file))
      const told = toldOnImport(file)
      for (const { row, about } of told) {
        const place = new RegExp(`第 ${row} 行|[A-Z]${row}\\b`)
        const lines = report.split("\n").filter((line) => place.test(line) && line.includes(about))
        expect(lines, `${file} ${row} ${about}`).toHaveLength(1)
      }
      expect(report, file).toContain(told.length ? `全部 ${told.length}` : "每一行都没有问题")
    }
    await enter(page, "待办")
    await expect.poll(() => asked.count()).toBe(0)
  })

  it("shows the findings of answers.json, no more and no fewer", async () => {
    expect(await shownFindings(await desk(secretary.number))).toEqual(expectedFindings)
  })

  it("gets its secretary-general and its deputy secretary from the League committee's head", async () => {
    const page = await desk(head.number)
    await appoint(page, { office: "学校团委", who: deputy, post: "专职副书记" })
    await designate(page, "学校团委", deputy)
    await appoint(page, { office: "学校团委", who: secretary, post: "学生会秘书长", union })
  })

  it("is drafted by the secretary, approved by the deputy, published by the secretary", async () => {
    const page = await desk(secretary.number)
    await draftAndSend(page, union)
    expect(await violations(page)).toEqual([])
    await approveFromInbox(await desk(deputy.number))
    await publishFromInbox(page)
  })

  it("is read by anybody as page, Word, PDF and data, and names nobody where it need not", async () => {
    const { page } = await openPage(browser, { width: 390, theme: "light", language: "zh" })
    await page.goto(product.address)
    await page
      .getByRole("link", { name: /改革情况公开/ })
      .first()
      .click()
    await page
      .getByRole("link", { name: new RegExp(union) })
      .first()
      .click()
    await page.getByText("SHA-256").first().waitFor()
    expect(await page.locator("body").innerText()).not.toMatch(/20\d{10}/)
    const docx = await download(page, "Word")
    const pdf = await download(page, "PDF")
    const data = JSON.parse(new TextDecoder().decode(await download(page, "结构化数据")))
    const said = JSON.stringify(data.content.sections[0])
    expect(said).toContain("设有其他职务：主席团秘书长")
    expect(said).not.toContain("杨嘉成")
    expect(Buffer.from(pdf).subarray(0, 4).toString()).toBe("%PDF")
    const pages = pagesOf(pdf)
    expect(
      outOfOrder(pages, ["一、改革自评表", "四、校级组织工作人员名单", "十、校团委指导学生会"]),
    ).toBeUndefined()
    expect(has("soffice")).toBe(true)
    const printed = pagesOf(libreOffice(docx))
    expect(printed.length).toBeGreaterThan(5)
    expect(printed[0]!.replace(/\s/g, "")).toContain(`${union}改革情况公开（2025—2026学年）`)
    await page.context().close()
  })

  it("carries its evidence pack, accepted whole by verify-pack and refused when tampered with", async () => {
    const page = await desk(secretary.number)
    const bytes = await download(page, "支撑材料（ZIP）")
    const pack = join(papers, "pack.zip")
    writeFileSync(pack, bytes)
    expect(await verify(pack)).toMatchObject({ code: 0, out: expect.stringContaining("核验通过") })
    const changed = new Uint8Array(bytes)
    changed[Math.floor(changed.length / 2)]! ^= 1
    const tampered = join(papers, "tampered.zip")
    writeFileSync(tampered, changed)
    expect((await verify(tampered)).code).toBeGreaterThan(0)
  })

  it("met no error on any desk", () => expect(errors).toEqual([]))
})

const command = fileURLToPath(new URL("../../apps/cli/main.ts", import.meta.url))
const verify = (pack: string) =>
  new Promise<{ code: number; out: string }>((done) =>
    execFile(process.execPath, [command, "verify-pack", pack], (error, out) =>
      done({ code: error ? Number(error.code) : 0, out }),
    ),
  )
