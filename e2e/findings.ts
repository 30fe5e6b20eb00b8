import type { Page } from "playwright-core"
import { personal } from "./answers.ts"
import { enter } from "./people.ts"

interface Line {
  readonly clause: string
  readonly verdict: string
  readonly union: string
  readonly subject: string
  readonly value: string
  readonly href: string
}

/** What the findings' screens show that is neither met nor merely unproven, in the lines of `answers.ts`. */
export async function shownFindings(page: Page): Promise<string[]> {
  await enter(page, "逐条对照")
  await page.getByText("按条文", { exact: true }).click()
  await page.locator(".findings-line").first().waitFor()
  for (const more = page.locator(".findings-more"); await more.count(); ) await more.first().click()
  const lines = await page.locator(".findings-line").evaluateAll((all) =>
    all.map((a): Line => {
      const said = (of: string) => a.querySelector<HTMLElement>(of)?.innerText.trim() ?? ""
      const subject = said(".findings-what .tag")
      const href = a.getAttribute("href") ?? ""
      return {
        clause: decodeURIComponent(href.split("/").at(-1)!.split("?")[0]!),
        verdict: said(".findings-verdict"),
        union: said(".findings-what > b").replace(subject, "").trim(),
        subject,
        value: said(".findings-numbers > b"),
        href,
      }
    }),
  )
  const open = lines.filter((l) => ["不符合", "提示", "待证明"].includes(l.verdict))
  const whole = open
    .filter((l) => !personal.has(l.clause) && l.verdict !== "待证明")
    .map((l) => `${l.clause} ${l.verdict} ${l.union} ${l.subject} = ${l.value}`)
  const people: string[] = []
  for (const href of new Set(open.filter((l) => personal.has(l.clause)).map((l) => l.href))) {
    const { clause, union } = open.find((l) => l.href === href)!
    people.push(
      ...(await peopleOf(page, href)).map(([verdict, name]) => `${clause} ${verdict} ${union} ${name}`),
    )
  }
  return [...whole, ...people].toSorted()
}

/** On the page of a clause judged person by person: who is meant by each verdict but `met`. */
async function peopleOf(page: Page, href: string): Promise<[string, string][]> {
  await page.goto(new URL(href, page.url()).href)
  await page.locator(".findings-judged").first().waitFor()
  return page
    .locator(".findings-judged:not(.findings-is-met)")
    .evaluateAll((all) =>
      all.flatMap((judged) =>
        [...judged.querySelectorAll<HTMLElement>("tbody tr td:first-child")].map((cell): [string, string] => [
          judged.querySelector<HTMLElement>(".findings-head .verdict")?.innerText.trim() ?? "",
          cell.textContent?.trim() ?? "",
        ]),
      ),
    )
}
