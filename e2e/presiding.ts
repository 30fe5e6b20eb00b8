import type { Page } from "playwright-core"
import { enter, fromInbox, insist, pick, pickDay } from "./people.ts"

/** A presidium's work by the screens: its plan, its handovers, its meetings. */

/** The charter and what it says of the rotation, as the inbox asks. */
export async function adoptRotation(page: Page, on: string): Promise<void> {
  await fromInbox(page, "登记章程")
  await page.getByRole("button", { name: "登记章程" }).click()
  const charter = page.getByRole("dialog", { name: "登记章程" })
  await pickDay(charter.getByLabel("通过日期"), on)
  await charter.getByLabel("由谁通过").fill("学院学生代表大会")
  await charter.getByLabel("全文").fill("本会是党领导下的学生组织，是学院联系广大同学的桥梁和纽带。")
  await charter.getByRole("button", { name: "登记", exact: true }).click()
  await charter.waitFor({ state: "hidden" })
  await page.getByRole("button", { name: "登记是否轮值" }).click()
  const rotation = page.getByRole("dialog", { name: "执行主席轮值" })
  await rotation.getByLabel("依据").fill("章程第六条")
  await rotation.getByRole("button", { name: "登记", exact: true }).click()
  await rotation.waitFor({ state: "hidden" })
}

/** The line of semesters as it is shown: who, in which semester, how it stands. */
export const line = (page: Page): Promise<string[]> =>
  page.locator(".presidium-line").first().locator("li b").allInnerTexts()

export async function handOver(page: Page, note: string): Promise<void> {
  await fromInbox(page, "写交接说明并签字")
  await page.getByLabel("交接说明").fill(note)
  const matters = page.getByRole("checkbox", { name: /^已交代/ })
  for (const matter of await matters.all()) await matter.check()
  await page.getByRole("button", { name: "签字并移交" }).click()
  await page.getByRole("button", { name: "重新签字并移交" }).waitFor()
}

export async function takeOver(page: Page): Promise<void> {
  await fromInbox(page, "签收执行主席交接")
  await insist(page, "签收")
  await page.getByText("已完成").first().waitFor()
}

interface Item {
  readonly title: string
  readonly matter?: string
}

interface Call {
  readonly day?: string
  readonly place: string
  readonly items: readonly Item[]
}

/** Ends on the meeting's own page. */
export async function convene(page: Page, { day, place, items }: Call): Promise<void> {
  await enter(page, "主席团会议")
  await page.getByRole("link", { name: "召集会议" }).click()
  await page.getByRole("button", { name: "召集", exact: true }).waitFor()
  if (day) await pickDay(page.getByLabel("日期", { exact: true }), day)
  await page.getByLabel("地点").fill(place)
  for (const [i, item] of items.entries()) {
    if (i > 0) await page.getByRole("button", { name: "增加议题" }).click()
    const at = page.getByRole("group", { name: `议题${i + 1}`, exact: true })
    await at.getByLabel("议题名称").fill(item.title)
    if (item.matter) await pick(page, at.getByLabel("是否重要事项"), item.matter)
  }
  await page.getByRole("button", { name: "召集", exact: true }).click()
  await page.getByRole("heading", { level: 2, name: "会议情况" }).waitFor()
}

/** From the inbox to the roll: a meeting of those present, the rest on leave. */
export async function openAndCall(page: Page, members: readonly string[], present: number): Promise<void> {
  await fromInbox(page, "主持会议")
  await page.getByRole("button", { name: "宣布开会" }).click()
  for (const [i, name] of members.entries()) {
    const answer = i < present ? "出席" : "请假"
    await page.getByRole("radiogroup", { name }).getByText(answer, { exact: true }).click()
  }
  await page.getByRole("button", { name: "登记出席情况" }).click()
}

/** An item talked about and done with. */
export async function talk(page: Page, title: string, said: string): Promise<void> {
  await page.getByText(new RegExp(`第\\d项（共\\d项）：${title}`)).waitFor()
  await page.getByLabel("讨论情况").fill(said)
  await page.getByRole("button", { name: "讨论完毕，不需表决" }).click()
}

/** One's own vote, by name. */
export async function voteAs(page: Page, name: string, choice: "赞成" | "反对" | "弃权"): Promise<void> {
  await page.getByRole("radiogroup", { name }).getByText(choice, { exact: true }).click()
  await insist(page, "提交表决")
}

export async function closeMeeting(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 2, name: "结束会议" }).waitFor()
  await insist(page, "结束会议")
  await page.getByRole("heading", { level: 2, name: "会议纪要" }).waitFor()
}
