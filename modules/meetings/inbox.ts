import { chineseDay } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { conveningOn } from "#modules/presidium/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayConvene, mayPreside } from "./abilities.ts"
import { reportOf } from "./reports.ts"
import * as store from "./store.ts"
import { nameOf } from "./view.ts"

/** What waits for a member: meetings to hold, to attend, to vote in; resolutions to report or to carry out. */
export async function inboxItems(ctx: Ctx) {
  const own = ctx.actor.capacities.filter((c) => c.office === "union" && c.post === "presidium")
  const unions = await unionsOf(
    ctx.tx,
    own.map((c) => c.officeId),
  )
  const ids = unions.map((u) => u.id)
  const convening = await conveningOn(ctx.tx, ids, ctx.today)
  const meetings = (await store.meetingsOf(ctx.tx, ids)).filter(
    (m) => m.state === "convened" || m.state === "open",
  )
  const resolutions = await store.resolutionsOf(
    ctx.tx,
    meetings.map((m) => m.id),
  )
  const voting = resolutions.filter((r) => r.state === "voting")
  const votes = await store.votesOf(
    ctx.tx,
    voting.map((r) => r.id),
  )
  const undone = await store.undoneResolutions(ctx.tx, ids)
  const items = []
  for (const union of unions) {
    const of = convening.get(union.id)!
    const as = own.find((c) => c.officeId === union.id)!
    const common = { module: "meetings", capacity: `${as.officeName} ${as.title}` }
    for (const m of meetings.filter((m) => m.unionId === union.id)) {
      const presides = "as" in mayPreside(ctx.actor, union, of, m.convener)
      const mine = voting.find(
        (r) =>
          r.meetingId === m.id &&
          r.voters.some((v) => v.number === ctx.actor.number) &&
          !votes.some((v) => v.resolutionId === r.id && v.number === ctx.actor.number),
      )
      const title = mine ? "表决" : presides ? (m.state === "open" ? "继续主持会议" : "主持会议") : "出席会议"
      items.push({
        ...common,
        id: `meetings/${m.id}`,
        title,
        detail: `${m.title}：${chineseDay(m.day)} ${m.time}，${m.place}`,
        since: m.convenedOn,
        due: m.day,
        overdue: m.day < ctx.today,
        href: `/office/meetings/${m.id}`,
        clause: presides ? "2.2c" : "2.2a",
      })
    }
    for (const r of undone.filter((r) => r.unionId === union.id)) {
      const waits = r.inForceOn === null
      const convenes = "as" in mayConvene(ctx.actor, union, of)
      const item = {
        ...common,
        detail: `${nameOf(r) ?? "决议"}：${r.words}`,
        since: r.decidedOn ?? ctx.today,
        href: `/office/meetings/${r.meetingId}`,
      }
      if (waits && convenes) {
        const report = await reportOf(ctx.tx, r)
        const passed = report?.state.status === "passed"
        if (report && !passed) continue
        items.push({
          ...item,
          id: `meetings/report/${r.id}`,
          title: passed ? "宣布决议生效" : "向校团委报告重要事项",
          clause: "7.4",
        })
      } else if (!waits && !r.owner && convenes)
        items.push({ ...item, id: `meetings/assign/${r.id}`, title: "指定由谁落实决议", clause: "2.2c" })
      else if (!waits && r.owner?.number === ctx.actor.number)
        items.push({
          ...item,
          id: `meetings/do/${r.id}`,
          title: "落实决议",
          ...(r.due ? { due: r.due, overdue: r.due < ctx.today } : {}),
          clause: "2.2a",
        })
    }
  }
  return items.map((i) => ({ ...i, heading: i.title }))
}
