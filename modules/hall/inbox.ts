import { chineseDay } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf, servingOf } from "#modules/assembly/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { standingOf } from "./standing.ts"
import * as store from "./store.ts"

/** What the day in the hall asks of those who serve in it: to preside, to help, to settle the minutes. */
export async function inboxItems(ctx: Ctx) {
  if (ctx.actor.number === "") return []
  const serving = await servingOf(ctx.tx, ctx.actor.number)
  if (serving.length === 0) return []
  const mine = new Set(serving.map((s) => s.assemblyId))
  const assemblies = (await assembliesOf(ctx.tx)).filter((a) => mine.has(a.id))
  const unions = await unionsOf(ctx.tx, [...new Set(assemblies.map((a) => a.unionId))])
  const items = []
  for (const a of assemblies) {
    const duties = serving.filter((s) => s.assemblyId === a.id)
    const presides = duties.find((d) => d.duty === "presiding")
    const helps = duties.find((d) => d.duty === "steward")
    const as = presides ?? helps
    if (!as) continue
    const common = {
      module: "hall",
      capacity: `${unions.find((u) => u.id === a.unionId)?.name ?? ""} ${presides ? "大会主席团" : "会务工作人员"}`,
      detail: `${a.name}：${chineseDay(a.day)} ${a.time}，${a.place}`,
      since: as.from,
      clause: "6.1",
    }
    if (a.state === "convened" || a.state === "open") {
      const title = !presides ? "大会会务" : a.state === "open" ? "继续主持大会" : "主持大会"
      items.push({
        ...common,
        id: `hall/${a.id}`,
        title,
        heading: title,
        due: a.day,
        overdue: a.day < ctx.today,
        href: `/office/hall/${a.id}`,
      })
    } else if (a.state === "closed") {
      const standing = standingOf(await store.recordOf(ctx.tx, a.id))
      if (standing.state !== "closed" || standing.confirmed !== null) continue
      const title = presides?.lead ? "确认大会会议记录" : helps ? "整理大会会议记录" : null
      if (title)
        items.push({
          ...common,
          id: `hall/minutes/${a.id}`,
          title,
          heading: title,
          href: `/office/hall/${a.id}/minutes`,
        })
    }
  }
  return items
}
