import { addDays } from "@qiaoliang/basics"
import type { Concern } from "#kit/server/concern.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { applicationsBy } from "./applications.ts"
import { barsOn, standingOn } from "./bar.ts"
import { type Call, labelOf } from "./call.ts"
import { type Fit, fitFor } from "./fit.ts"
import { publicCalls } from "./store.ts"

const fits: Readonly<Record<Exclude<Fit, "outside">, string>> = {
  met: "我符合条件",
  unknown: "有条件待核实",
  violated: "我不符合条件",
  none: "名册中没有我，须核对学籍",
}

/** The calls a student may answer, with whether he or she qualifies, and what became of those answered. */
export async function concerns(ctx: Ctx): Promise<readonly Concern[]> {
  const calls = await publicCalls(ctx.tx, ctx.today)
  const own = (await applicationsBy(ctx.tx, ctx.actor.number)).filter((a) => a.status !== "withdrawn")
  const out: Concern[] = []
  for (const a of own) {
    const call = calls.find((c) => c.id === a.callId)
    const post = call?.posts.find((p) => p.id === a.postId)
    const ended = a.status !== "submitted"
    // An answer is news for a month; then it lies with my applications.
    if (!call || !post || (ended && a.changedOn < addDays(ctx.today, -30))) continue
    out.push({
      heading: "calls",
      title: `${call.unionName}：${labelOf(post)}`,
      href: "/calls/mine",
      note: ended ? (a.status === "determined" ? "已确定" : "未入选") : "已报名，选拔进行中",
      state: ended ? "news" : "plain",
    })
  }
  const open = calls.filter(
    (c) => (c.status === "open" || c.status === "upcoming") && !own.some((a) => a.callId === c.id),
  )
  if (open.length === 0) return out
  const unions = await unionsOf(ctx.tx)
  const theirs = unions.filter((u) => open.some((c) => c.unionId === u.id))
  const bars = await barsOn(ctx.tx, theirs, ctx.today)
  const standing = await standingOn(ctx.tx, ctx.actor.number, ctx.today)
  for (const c of open) {
    const fit = fitFor(c, standing, bars.get(c.unionId), unions)
    if (fit !== "outside") out.push({ ...lineOf(c), note: noteOf(c, fit) })
  }
  return out
}

const lineOf = (c: Call) =>
  ({
    heading: "calls",
    title: c.title.includes(c.unionName) ? c.title : `${c.unionName}：${c.title}`,
    href: `/calls/${c.id}`,
    by: c.closesOn,
    state: "plain",
  }) as const satisfies Concern

const noteOf = (c: Call, fit: Exclude<Fit, "outside">) =>
  c.status === "upcoming" ? `${spoken(c.opensOn)}开始报名，${fits[fit]}` : fits[fit]

const spoken = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
