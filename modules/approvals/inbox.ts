import { addWorkingDays } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { informWithin } from "#policy/practice/requests.ts"
import { mayInform } from "./abilities.ts"
import { allMarks, partyReportsOf, returnsOf } from "./after-store.ts"
import { requestsByIds, unsettledOf } from "./found.ts"
import { allBack, goodsOf } from "./goods.ts"
import { type RequestRow, versionsOf } from "./store.ts"

/** What follows an approval and waits: summaries, goods to give back, major matters to be reported (10.2). */
export async function inboxItems(ctx: Ctx) {
  return [...(await ofApplicant(ctx)), ...(await ofLeague(ctx))]
}

const item = (r: Pick<RequestRow, "id" | "title">, what: string, detail: string) => ({
  id: `approvals/${what}/${r.id}`,
  module: "approvals",
  title: r.title,
  detail,
  heading: detail,
  href: `/office/requests/${r.id}`,
})

async function ofApplicant(ctx: Ctx) {
  const mine = await unsettledOf(ctx.tx, ctx.actor.number, ctx.today)
  const versions = await versionsOf(
    ctx.tx,
    mine.map((r) => r.id),
  )
  const out = []
  for (const r of mine) {
    const capacity = r.applicantTitle || "本人"
    if (r.kind === "activity" && r.summaryDue && !r.summarizedOn) {
      const due = r.summaryDue
      out.push({ ...item(r, "summary", "归档活动总结"), since: r.onDay, due, capacity, clause: "10.4" })
    }
    const fields = versions.get(r.id)?.at(-1)?.fields ?? {}
    if (fields.returnable === true && !allBack(goodsOf(fields, await returnsOf(ctx.tx, r.id)))) {
      const due = String(fields.returnOn)
      out.push({ ...item(r, "goods", "归还物资"), since: r.onDay, due, capacity, clause: "10.4" })
    }
  }
  return out
}

async function ofLeague(ctx: Ctx) {
  const may = mayInform(ctx.actor)
  if (!("as" in may) || !may.as) return []
  const { officeName, title } = may.as
  const last = new Map((await allMarks(ctx.tx)).map((m) => [m.requestId, m]))
  const major = [...last.values()].filter((m) => m.major)
  const ids = major.map((m) => m.requestId)
  const reported = new Set((await partyReportsOf(ctx.tx, ids)).map((p) => p.requestId))
  const requests = new Map((await requestsByIds(ctx.tx, ids)).map((r) => [r.id, r]))
  const works = await calendarOf(ctx.tx)
  return major.flatMap((m) => {
    const r = requests.get(m.requestId)
    if (!r || reported.has(r.id)) return []
    return [
      {
        ...item(r, "inform", "重大事项，向党委汇报"),
        since: m.onDay,
        due: addWorkingDays(m.onDay, informWithin.days, works),
        capacity: `${officeName} ${title}`,
        clause: "10.2",
      },
    ]
  })
}
