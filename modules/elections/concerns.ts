import { addDays } from "@qiaoliang/basics"
import type { Concern } from "#kit/server/concern.ts"
import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf } from "#modules/assembly/index.ts"
import { outside } from "#modules/calls/index.ts"
import { delegationsOf } from "#modules/delegates/index.ts"
import { studentOn } from "#modules/people/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { Election } from "./election.ts"
import { electionsIn, envelopesFor } from "./store.ts"

/**
 * The votes of a student: those with a ballot of his or her own, those of the own unions to watch on their boards, and
 * for a month what came out. Whether somebody has voted is known to nobody, so a ballot waits until the box is closed.
 */
export async function concerns(ctx: Ctx): Promise<readonly Concern[]> {
  const { number } = ctx.actor
  const student = await studentOn(ctx.tx, number, ctx.today)
  const seats = new Set((await delegationsOf(ctx.tx, number)).map((s) => s.assemblyId))
  const unions = await unionsOf(ctx.tx)
  const since = addDays(ctx.today, -30)
  const mine = (await assembliesOf(ctx.tx)).filter((a) => {
    const lately = a.state === "open" || (a.state === "closed" && a.day >= since)
    const union = unions.find((u) => u.id === a.unionId)
    const own = student && union && !outside({ ...union, unionName: union.name }, student, unions)
    return lately && (own || seats.has(a.id))
  })
  const names = new Map(mine.map((a) => [a.id, a.name]))
  const elections = await electionsIn(ctx.tx, [...names.keys()])
  const open = elections.filter((e) => e.state === "open")
  const envelopes = await envelopesFor(
    ctx.tx,
    open.map((e) => e.id),
    number,
  )
  return elections.flatMap((e) => {
    const line = lineOf(e, names.get(e.assemblyId)!, envelopes.has(e.id))
    return line ? [line] : []
  })
}

function lineOf(e: Election, assembly: string, ballot: boolean): Concern | undefined {
  const title = e.round > 1 ? `${e.title}（第${e.round}轮）` : e.title
  const board = { heading: "votes", title, href: `/vote/${e.id}/board` } as const
  if (e.state === "open" && ballot)
    return { ...board, href: `/vote/${e.id}`, note: `请投票：${assembly}`, state: "todo" }
  if (e.state === "open") return { ...board, note: `代表正在投票：${assembly}` }
  if (e.announcedOn !== null && e.result !== null)
    return { ...board, note: `结果已公告：${assembly}`, state: "news" }
  return undefined
}
