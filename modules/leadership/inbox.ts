import { addMonths, chineseDay, type Day, dayOf } from "@qiaoliang/basics"
import type { Capacity } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { hostsDue } from "./due.ts"
import { guidanceOf } from "./guidance-store.ts"
import {
  dutyName,
  type Hearing,
  hasDuty,
  hostName,
  isOfHost,
  isOfLeague,
  leadsUnion,
  standingOf,
} from "./hearing.ts"
import { hearingsOf, openDecisions, reportsOf } from "./hearings-store.ts"

/** How long before a hearing falls due the Party organisation is told, in months. */
const notice = 2

/** Sessions to plan and to write down, reports to hand in, decisions to carry out, guidance to confirm. */
export async function inboxItems(ctx: Ctx) {
  const { capacities } = ctx.actor
  const relevant = capacities.some((c) => c.office !== "class-branch")
  if (!relevant) return []
  const hearings = await hearingsOf(ctx.tx)
  return [
    ...(await toPlan(ctx, hearings)),
    ...(await toPrepare(ctx, hearings)),
    ...(await toCarryOut(ctx, hearings)),
    ...(await toConfirm(ctx)),
  ]
}

/** A university with a fixed day has records made after it. */
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

const told = (c: Capacity): string => `${c.officeName} ${c.title}`

async function toPlan(ctx: Ctx, hearings: readonly Hearing[]) {
  const hosting = (faculty: string | null) =>
    ctx.actor.capacities.find((c) => isOfHost(c, { faculty }) && c.post !== "clerk")
  const isHost = ctx.actor.capacities.some((c) => c.office === "school-party" || c.office === "faculty-party")
  if (!isHost) return []
  const due = (await hostsDue(ctx.tx, ctx.today, hearings)).flatMap((h) => {
    const as = hosting(h.faculty)
    const soon = h.never.length > 0 || (h.due !== null && h.due <= addMonths(ctx.today, notice))
    if (!as || !soon || h.planned) return []
    return [
      {
        id: `leadership/due/${h.faculty ?? ""}`,
        module: "leadership",
        title: "安排听取学生会工作汇报",
        heading: "安排听取学生会工作汇报",
        detail: h.never.length
          ? `${hostName(h)}还没有听取：${h.never.map((u) => u.name).join("、")}`
          : `${hostName(h)}上次听取在${chineseDay(h.last ?? ctx.today)}`,
        since: ctx.today,
        ...(h.due ? { due: h.due } : {}),
        href: "/office/leadership",
        capacity: told(as),
        clause: "9.3",
      },
    ]
  })
  const unrecorded = hearings.flatMap((h) => {
    const as = hosting(h.faculty)
    if (!as || standingOf(h, ctx.today) !== "unrecorded") return []
    return [
      {
        id: `leadership/unrecorded/${h.id}`,
        module: "leadership",
        title: `登记会议情况和决定：${h.title}`,
        heading: "登记会议情况和决定",
        detail: `${hostName(h)}听取学生会工作汇报，由${h.reporter}汇报`,
        since: h.onDay,
        href: `/office/leadership/hearings/${h.id}`,
        capacity: told(as),
        clause: "9.3",
      },
    ]
  })
  return [...due, ...unrecorded]
}

async function toPrepare(ctx: Ctx, hearings: readonly Hearing[]) {
  const open = hearings.filter((h) => !h.heldOn && h.calledOffBecause === null)
  const mine = open.flatMap((h) => {
    const as = ctx.actor.capacities.find(
      (c) => (isOfLeague(c, h) && c.post !== "clerk") || h.unions.some((u) => leadsUnion(c, u)),
    )
    return as ? [{ h, as }] : []
  })
  if (mine.length === 0) return []
  const reports = await reportsOf(
    ctx.tx,
    mine.map(({ h }) => h.id),
  )
  const names = new Map((await unionsOf(ctx.tx)).map((u) => [u.id, u.name]))
  return mine.flatMap(({ h, as }) => {
    const missing = h.unions.filter(
      (u) =>
        (as.office !== "union" || leadsUnion(as, u)) &&
        !reports.some((r) => r.hearingId === h.id && r.unionId === u),
    )
    if (missing.length === 0) return []
    return [
      {
        id: `leadership/report/${h.id}`,
        module: "leadership",
        title: `提交汇报材料：${h.title}`,
        heading: "提交汇报材料",
        detail: missing.map((u) => names.get(u) ?? "").join("、"),
        since: earlier(dayOf(h.at), ctx.today),
        due: h.onDay,
        href: `/office/leadership/hearings/${h.id}`,
        capacity: told(as),
        clause: "9.3",
      },
    ]
  })
}

async function toCarryOut(ctx: Ctx, hearings: readonly Hearing[]) {
  const names = new Map((await unionsOf(ctx.tx)).map((u) => [u.id, u.name]))
  return (await openDecisions(ctx.tx)).flatMap((d) => {
    const hearing = hearings.find((h) => h.id === d.hearingId)
    const as = hearing && ctx.actor.capacities.find((c) => hasDuty(c, d, hearing))
    if (!hearing || !as) return []
    return [
      {
        id: `leadership/decision/${d.id}`,
        module: "leadership",
        title: `落实决定：${d.words}`,
        heading: "落实决定",
        detail: `${hearing.title}，${dutyName(d, hearing, (u) => names.get(u) ?? "")}承办`,
        since: hearing.heldOn ?? ctx.today,
        due: d.due,
        href: `/office/leadership/hearings/${hearing.id}`,
        capacity: told(as),
        clause: "9.3",
      },
    ]
  })
}

async function toConfirm(ctx: Ctx) {
  const led = ctx.actor.capacities.filter((c) => leadsUnion(c, c.scope.id))
  if (led.length === 0) return []
  const given = await guidanceOf(ctx.tx, [...new Set(led.map((c) => c.scope.id))])
  return given
    .filter((g) => g.kind === "union" && !g.answer)
    .map((g) => ({
      id: `leadership/guidance/${g.id}`,
      module: "leadership",
      title: `确认校级学生会的指导：${g.topic}`,
      heading: "确认校级学生会的指导",
      detail: `${g.capacity} ${g.byName}登记`,
      since: g.onDay,
      href: "/office/leadership/guidance",
      capacity: told(led.find((c) => c.scope.id === g.unionId)!),
      clause: "2.3",
    }))
}
