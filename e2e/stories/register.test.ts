import { fileURLToPath } from "node:url"
import type { Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { openDesks } from "../desks.ts"
import { bringIn, enter } from "../people.ts"
import { openProduct } from "../product.ts"

const secretary = "T1003"
const file = fileURLToPath(new URL("../../examples/minghu/明湖大学-诉求登记.xlsx", import.meta.url))

/** The hand-kept register comes in on a phone; what was told twice becomes one, and can be taken apart again. */
describe("the hand-kept register of needs", { timeout: 240_000 }, () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let desks: Awaited<ReturnType<typeof openDesks>>
  let page: Page

  beforeAll(async () => {
    product = await openProduct()
    desks = await openDesks(product)
    await product.goOn("2025-11-17T09:00:00+08:00")
    page = await desks.at(secretary, 390)
  }, 300_000)
  afterAll(async () => {
    await desks?.shut()
    await product?.shut()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await desks.picture()
  })

  const groups = () => page.getByRole("region", { name: /^可能重复：/ })
  /** The numbers and voices of a group's needs, as they stand in it; the one the others go into first. */
  const read = async (group: Locator) => {
    const needs = await group.getByRole("listitem").evaluateAll((all) =>
      all.map((li) => ({
        nth: Number(/第(\d+)号/.exec(li.textContent ?? "")?.[1]),
        voices: Number(/(\d+)名同学反映/.exec(li.textContent ?? "")?.[1]),
        title: li.querySelector("a")?.textContent ?? "",
        lead: (li.textContent ?? "").includes("其他并入这一件"),
      })),
    )
    return needs.toSorted((a, b) => Number(b.lead) - Number(a.lead))
  }
  const part = async (name: RegExp) => {
    await page.getByRole("navigation", { name: "分类" }).getByRole("button", { name }).click()
  }
  const merge = async (group: Locator, into: number) => {
    const key = await group.getAttribute("aria-label")
    await group.getByRole("button", { name: /^合并所选\d+件$/ }).click()
    const form = page.getByRole("dialog", { name: `并入第${into}号` })
    await form.getByRole("button", { name: "合并", exact: true }).click()
    await form.waitFor({ state: "hidden" })
    await page.getByRole("region", { name: key!, exact: true }).waitFor({ state: "detached" })
  }
  let first: Awaited<ReturnType<typeof read>>
  let undone: Awaited<ReturnType<typeof read>>

  it("is brought in by the union's secretary-general; the report says what came in and what was proposed", async () => {
    const report = await bringIn(page, file)
    expect(report).toContain("400")
    expect(report).toContain("没有写明反映人")
    expect(report).toContain("按办理状态：待转办66件")
    expect(await desks.look(page, "register-report")).toEqual([])
    await page.getByRole("link", { name: /^查看\d+组可能重复的诉求$/ }).click()
    await page.getByRole("heading", { level: 1, name: "可能重复的诉求" }).waitFor()
    await groups().first().waitFor()
    expect(await groups().count()).toBeGreaterThan(5)
    expect(await desks.look(page, "register-groups")).toEqual([])
  })

  it("has one group merged: the need shows all voices", async () => {
    const group = groups().first()
    first = await read(group)
    expect(first.length).toBeGreaterThan(1)
    await merge(group, first[0]!.nth)
    await part(/^已处理/)
    const done = page
      .getByRole("region", { name: "已合并" })
      .or(page.locator("section", { hasText: "已合并" }))
    await done.first().waitFor()
    expect(await desks.look(page, "register-done")).toEqual([])
    await page
      .getByRole("main")
      .getByRole("link", { name: new RegExp(`^第${first[0]!.nth}号 `) })
      .first()
      .click()
    await page.getByRole("heading", { level: 1, name: first[0]!.title }).waitFor()
    const sum = first.reduce((n, f) => n + f.voices, 0)
    await page.getByText(new RegExp(`^${sum}人`)).waitFor()
    await page.getByText(`合并了${first.length - 1}件，合错了可以拆开`).waitFor()
    for (const n of first.slice(1)) await page.getByText(`第${n.nth}号`).first().waitFor()
    expect(await desks.look(page, "register-merged")).toEqual([])
  })

  it("has another merged and taken apart again", async () => {
    await enter(page, "合并重复诉求")
    const group = groups().first()
    await group.waitFor()
    undone = await read(group)
    await merge(group, undone[0]!.nth)
    await part(/^已处理/)
    const other = undone[1]!
    const line = page
      .getByRole("row")
      .or(page.getByRole("listitem"))
      .filter({ hasText: `第${other.nth}号` })
    await line.first().getByRole("button", { name: "拆开" }).click()
    const form = page.getByRole("dialog", { name: `拆开第${other.nth}号` })
    await form.getByLabel("拆开理由（会告诉提出的同学）").fill("两栋楼的事，不是同一处")
    await form.getByRole("button", { name: "拆开", exact: true }).click()
    await form.waitFor({ state: "hidden" })
    await expect.poll(() => line.count()).toBe(0)
    await enter(page, "诉求受理办理")
    await page.getByRole("button", { name: /^全部 \d/ }).click()
    await page.getByLabel("标题、内容或编号").fill(`${other.nth}`)
    await page
      .getByRole("main")
      .getByRole("link", { name: new RegExp(`^第${other.nth}号 `) })
      .click()
    await page.getByRole("heading", { level: 1, name: other.title }).waitFor()
    await page.getByText("待转办", { exact: true }).first().waitFor()
    await page.getByText(`${other.voices}人`, { exact: true }).waitFor()
    await page.getByText("拆开，单独办理").waitFor()
    expect(await desks.look(page, "register-apart")).toEqual([])
  })

  it("has a third said not to be one matter, which is proposed no more until that is taken back", async () => {
    await enter(page, "合并重复诉求")
    await groups().first().waitFor()
    // The one taken apart may be proposed anew; the one after it is another matter.
    const key = await groups().nth(1).getAttribute("aria-label")
    const group = page.getByRole("region", { name: key!, exact: true })
    await group.getByRole("button", { name: "不是一回事", exact: true }).click()
    await page.getByRole("tooltip").getByRole("button", { name: "确定" }).click()
    await group.waitFor({ state: "detached" })
    await part(/^已处理/)
    const nth = /第(\d+)号/.exec(key!)![1]!
    await page.getByRole("heading", { name: "已判断不是一回事" }).waitFor()
    await page
      .getByText(new RegExp(`第${nth}号 `))
      .last()
      .waitFor()
    expect(await desks.look(page, "register-not-one")).toEqual([])
    await page.reload()
    await part(/^可能重复/)
    await groups().first().waitFor()
    expect(await group.count()).toBe(0)
    expect(desks.errors).toEqual([])
  })
})
