import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Look, openBrowser, openPage } from "../apps/web/for-tests/browser.ts"
import { faults } from "./faults.ts"
import { openProduct } from "./product.ts"

const looks: Look[] = [
  { width: 1440, theme: "light", language: "zh" },
  { width: 390, theme: "dark", language: "en" },
]

/** Rooms, each with who comes to work in it. A last word that names a record (`union`, `notice`) stands for its id. */
const rooms: [number: string, path: string][] = [
  ["202201010101", "/me"],
  ["T1003", "/me"],
  ["T1003", "/office"],
  ["T1003", "/office/imports"],
  ["T1003", "/office/findings"],
  ["T1003", "/office/findings?view=clauses&open=1"],
  ["T1003", "/office/findings/union/3.4"],
  ["T1003", "/office/findings/union/4.3"],
  ["T1002", "/office/evidence"],
  ["T1002", "/office/evidence?part=attestations"],
  ["T1002", "/office/evidence?part=explanations"],
  ["T1002", "/office/people?text=罗"],
  ["T1002", "/office/people/202307010106"],
  ["T1002", "/office/people?text=查无此人"],
  ["T1002", "/office/drafts"],
  ["T1002", "/office/courses"],
  ["T1002", "/office/courses?all=1"],
  ["T1002", "/office/procedures"],
  ["T1002", "/office/procedures?part=calendar"],
  ["T1002", "/office/procedures?part=ledger"],
  ["T1002", "/office/requests"],
  ["T1002", "/office/requests/review"],
  ["T1002", "/office/requests/calendar"],
  ["T1002", "/office/calls"],
  ["T1002", "/office/selection"],
  ["T1002", "/office/presidium"],
  ["T1002", "/office/presidium/union"],
  ["T1002", "/office/meetings"],
  ["T1002", "/office/meetings/rules/union"],
  ["T1002", "/office/leadership"],
  ["T1002", "/office/leadership/documents"],
  ["T1002", "/office/leadership/guidance"],
  ["T1002", "/office/charter"],
  ["T1002", "/office/charter/union"],
  ["T1002", "/office/assemblies"],
  ["T1002", "/office/notices"],
  ["T1002", "/office/notices/new"],
  ["T1002", "/office/notices/notice"],
  ["T1002", "/office/notices/notice?part=passed"],
  ["T5001", "/office/notices/notice?part=read"],
  ["T1003", "/office/assemblies/new"],
  ["T5001", "/office/assemblies/assembly"],
  ["T5001", "/office/seats/assembly"],
  ["T5001", "/office/seats/assembly/try"],
  ["T5001", "/office/hall/assembly"],
  ["T5001", "/office/roll/assembly"],
  ["T5001", "/office/proposals/assembly"],
  ["T5001", "/office/proposals/assembly/report"],
  ["T5001", "/office/hall/assembly/minutes"],
  ["T5001", "/office/elections/of/assembly"],
  ["T5001", "/office/elections/of/assembly/new"],
  ["T5001", "/office/elections/election"],
  ["T5001", "/office/elections/election/change"],
  ["T1001", "/office/needs/categories"],
  ["T1001", "/office/needs/unseal/sealed"],
  ["T5001", "/office/offices?scope=faculty"],
  ["T5001", "/office/offices?scope=class"],
  ["T5001", "/office/offices/set-ups"],
  ["T5001", "/office/delegates/assembly"],
  ["T5001", "/office/delegates/assembly?part=people"],
  ["T5001", "/office/delegates/assembly?part=delegations"],
  ["T5001", "/office/delegates/assembly?part=composition"],
  ["T5001", "/office/delegates/assembly?part=report"],
  ["T5001", "/office/delegates/assembly?part=import"],
  ["T5001", "/office/delegates/list/first"],
  ["T1003", "/office/desk"],
  ["T1003", "/office/desk?tab=all&sort=voices"],
  ["T1003", "/office/desk?at=league"],
  ["T1003", "/office/desk/duplicates"],
  ["T1003", "/office/desk/duplicates?part=done"],
  ["T1003", "/office/desk/settings"],
  ["T1003", "/office/desk/need"],
  ["T6001", "/office/desk"],
  ["T6001", "/office/desk/need"],
  ["T6002", "/office/desk/settings"],
  ["T2001", "/office/desk?at=over&tab=late"],
  ["T1003", "/office/briefings"],
  ["T1003", "/office/briefings/briefing"],
  ["T1003", "/office/general-needs"],

  ["T1003", "/office/reminders"],
  ["T1003", "/office/reminders/settings"],
  ["T1001", "/office/reminders/settings"],
  ["T1001", "/office/reminders?unread=1"],
  ["202307010106", "/office/reminders"],
  ["202307010106", "/office"],
  ["202307010106", "/office/findings"],
  ["202307010106", "/office/requests/new"],
  ["202307010106", "/office/meetings/new"],
  ["202307010106", "/office/listening"],
  ["202307010106", "/office/listening?kind=visit"],
  ["202307010106", "/office/listening/import"],
  ["202307010106", "/office/listening/talk"],
  ["202307010106", "/office/listening/talk?part=minutes"],
  ["202307010106", "/office/listening/talk?part=heard"],
  ["202307010106", "/office/listening/survey?part=questions"],
  ["202307010106", "/office/listening/survey?part=results"],
  ["202307010106", "/office/listening/survey/poster"],
  ["202307010106", "/office/projects"],
  ["202307010106", "/office/projects/project?part=plan"],
  ["202307010106", "/office/projects/project?part=volunteers"],
  ["202307010106", "/office/projects/project?part=shifts"],
  ["202307010106", "/office/projects/project?part=money"],
  ["202307010106", "/office/projects/project?part=summary"],
  ["202307010106", "/office/activities"],
  ["202307010106", "/office/activities/activity"],
  ["202307010106", "/office/activities/activity?part=people"],
  ["202307010106", "/office/activities/activity?part=reach"],
  ["202307010106", "/office/activities/activity?part=rating"],
  ["202307010106", "/office/activities/activity?part=import"],
  ["202307010106", "/office/activities/reach"],
  ["202307010106", "/office/presidium"],
  ["202307010106", "/office/presidium/union"],
  ["202307010106", "/office/meetings"],
  ["202307010106", "/office/meetings/rules/union"],
  ["202307010106", "/office/requests"],
  ["202307010106", "/office/requests/new?kind=activity"],
  ["202307010106", "/office/requests/new?kind=information"],
  ["202307010106", "/office/requests/new?kind=external"],
  ["202307010106", "/office/requests/new?kind=funds"],
  ["202307010106", "/office/requests/new?kind=report"],
  ["202307010106", "/office/requests/calendar"],
  ["A0001", "/office"],
  ["A0001", "/office/offices"],
  ["A0001", "/office/machine"],
  ["A0001", "/office/accounts"],
  ["A0001", "/office/accounts?search=nobody"],
  ["A0001", "/office/settings"],
]

describe("the rooms of the office, with the sample university in them", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let browser: Browser
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser()
    const ask = async <T>(question: string) =>
      (await (await fetch(`${product.address}/api/${question}`)).json()) as T
    type Items = { items: { id: string }[] }
    const charters = await ask<{ items: { union: { id: string } }[] }>("charter/list")
    ids.union = charters.items[0]!.union.id
    ids.project = (await ask<Items>("projects/calls")).items[0]!.id
    const { open, past } = await ask<Record<string, { kind: string; id: string }[]>>("listening/public-list")
    for (const { kind, id } of [...open!, ...past!].toReversed()) ids[kind] = id
    ids.notice = (await ask<Items>("notices/public-list?kind=voice")).items[0]!.id
    ids.activity = (await ask<Items>("activities/shown?when=past")).items[0]!.id
    ids.briefing = (await ask<Items>("board/briefings")).items[0]!.id

    const { world } = product
    const of = (await world.firstUniversity())!
    const id = async (select: string) =>
      world.db.scoped(
        of.id,
        async (tx) => (await tx.client.query<{ id: string }>(select, [of.id])).rows[0]!.id,
      )
    const list = "from delegate_list where university_id = $1 order by key limit 1"
    ids.assembly = await id(`select assembly_id as id ${list}`)
    ids.first = await id(`select id ${list}`)
    ids.sealed = await id(
      "select id from need where university_id = $1 and shown = 'anonymous' order by nth limit 1",
    )
    ids.need = await id(
      `select need_id as id from handling where university_id = $1 and office_name = '后勤保障处' and step = 'answering'
       order by need_id desc limit 1`,
    )
    const { page } = await openPage(browser, looks[0]!)
    await product.signIn(page, "T5001")
    const votes = await page.request.get(`${product.address}/api/elections/list?assembly=${ids.assembly}`)
    ids.election = ((await votes.json()) as { elections: { id: string }[] }).elections[0]!.id
    await page.context().close()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await product?.shut()
  })

  const people = [...new Set(rooms.map(([number]) => number))]
  const seats = looks.flatMap((look) => people.map((number) => ({ number, ...look })))

  it.concurrent.each(seats)(
    "$number at $width px, $theme, $language: nothing axe objects to, nothing wider than the window, no codes",
    async ({ number, ...look }) => {
      const { page, errors } = await openPage(browser, { ...look, language: "zh" })
      await product.signIn(page, number)
      await page.evaluate((kept) => localStorage.setItem("qiaoliang", kept), JSON.stringify(look))
      for (const [who, path] of rooms) {
        if (who !== number) continue
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

  it("keeps the keyboard in a dialog, leaves what was typed on a stray click, and gives the focus back", async () => {
    const { page } = await openPage(browser, looks[0]!)
    await product.signIn(page, "T1002")
    await page.goto(`${product.address}/office/charter/${ids.union}`, { waitUntil: "networkidle" })
    const opener = page.getByRole("button", { name: "登记章程" })
    await opener.focus()
    await page.keyboard.press("Enter")
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("由谁通过").fill("第三十次学生代表大会")
    await page.mouse.click(20, 400)
    expect(await dialog.getByLabel("由谁通过").inputValue()).toBe("第三十次学生代表大会")
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("Tab")
      const at = await page.evaluate(() => {
        const now = document.activeElement
        return now === document.body || now?.closest(".ant-modal-root") ? "" : now?.outerHTML.slice(0, 120)
      })
      expect(at, `after ${i + 1} tabs`).toBe("")
    }
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "detached" })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("登记章程")
    await page.context().close()
  })

  it("prints light, whatever the screen shows", async () => {
    const { page } = await openPage(browser, { width: 1440, theme: "dark", language: "zh" })
    await product.signIn(page, "T1002")
    await page.goto(`${product.address}/office/people/202307010106`, { waitUntil: "networkidle" })
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
    expect(await theme()).toBe("dark")
    await page.emulateMedia({ media: "print" })
    await expect.poll(theme).toBe("light")
    const ink = await page.locator("h1").evaluate((e) => getComputedStyle(e).color)
    expect(Number(/\d+/.exec(ink)?.[0]), ink).toBeLessThan(60)
    expect(await page.locator(".desk-top").isVisible()).toBe(false)
    await page.emulateMedia({ media: "screen" })
    await expect.poll(theme).toBe("dark")
    await page.context().close()
  })

  it("finds a finding by its words", async () => {
    const { page } = await openPage(browser, looks[0]!)
    await product.signIn(page, "T1003")
    await page.goto(`${product.address}/office/findings?view=clauses`, { waitUntil: "networkidle" })
    await page.getByLabel("搜索组织、部门或内容").fill("新媒体运营中心")
    await page.keyboard.press("Enter")
    const lines = () => page.locator(".findings-line").allInnerTexts()
    await expect.poll(async () => (await lines()).length).toBeLessThan(10)
    expect((await lines()).length).toBeGreaterThan(0)
    for (const line of await lines()) expect(line).toContain("新媒体运营中心")
    await page.getByLabel("搜索组织、部门或内容").fill("世上没有的部门")
    await page.keyboard.press("Enter")
    await page.getByText("没有符合筛选条件的结论").waitFor()
    await page.context().close()
  })

  it("says who may where a person may not", async () => {
    const { page } = await openPage(browser, looks[0]!)
    await product.signIn(page, "202307010106")
    await page.goto(`${product.address}/office/accounts`, { waitUntil: "networkidle" })
    await page.getByText("此事由系统管理员办理").waitFor()
    expect(await page.getByRole("button", { name: "重试" }).count()).toBe(0)
    await page.context().close()
  })
})
