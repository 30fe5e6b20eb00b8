import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Capacity } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { type Assembly, isUnderWay } from "./assembly.ts"
import { coursesFor } from "./course-of.ts"
import { type Held, lastHeld } from "./last-held.ts"
import { clauseFor } from "./procedure.ts"
import { assembliesOf, assemblyById, servingOf, teamOf } from "./store.ts"
import { dutyNames, inDuty } from "./team.ts"
import { remindFrom, yearOver } from "./timing.ts"

/** What waits for a union's secretary-general and presidium, and for whoever prepares an assembly. */
export async function inboxItems(ctx: Ctx) {
  const own = ctx.actor.capacities.filter(
    (c) => c.office === "union" && (c.post === "presidium" || c.post === "secretary"),
  )
  const unions = await unionsOf(ctx.tx, [...new Set(own.map((c) => c.officeId))])
  const ids = unions.map((u) => u.id)
  const all = await assembliesOf(ctx.tx, ids)
  const last = ids.length > 0 ? await lastHeld(ctx.tx, ids, ctx.today) : new Map<string, Held>()
  const items = []
  for (const union of unions) {
    const as = own.find((c) => c.officeId === union.id)!
    const going = all.find((a) => a.unionId === union.id && isUnderWay(a.state))
    const held = last.get(union.id)
    if (going) items.push(...(await toName(ctx, going, union, as)))
    else if (held && remindFrom(held.day) <= ctx.today) items.push(toPropose(ctx.today, union, as, held))
  }
  items.push(...(await toReport(ctx)))
  return items.map((i) => ({ ...i, heading: i.title }))
}

/** 6.1, 6.5: a month before the year is over, and from then on. */
function toPropose(today: Day, union: UnionRow, as: Capacity, held: Held) {
  const until = yearOver(held.day)!
  return {
    module: "assembly",
    id: `assembly/propose/${union.id}`,
    title: "提出召开代表大会的请示",
    detail: `${union.name}：上一次大会在${chineseDay(held.day)}`,
    since: remindFrom(held.day),
    due: until,
    overdue: until < today,
    href: `/office/assemblies/new?union=${union.id}`,
    capacity: `${as.officeName} ${as.title}`,
    clause: clauseFor(union.level),
  }
}

/** The committee is named once the Party organisation has agreed, before the League organisation sets it up. */
async function toName(ctx: Ctx, a: Assembly, union: UnionRow, as: Capacity) {
  if (a.state !== "preparing") return []
  const course = (await coursesFor(ctx.tx, [a.id])).get(a.id)
  const step = course?.procedure.steps[course.state.at]?.id
  const committee = inDuty(await teamOf(ctx.tx, a.id), "preparatory")
  if (step !== "committee" || (committee.length > 1 && committee.some((x) => x.lead))) return []
  return [
    {
      module: "assembly",
      id: `assembly/committee/${a.id}`,
      title: "提出筹备委员会名单",
      detail: a.name,
      since: course?.state.since ?? a.proposedOn,
      due: a.day,
      href: `/office/assemblies/${a.id}#team`,
      capacity: `${as.officeName} ${as.title}`,
      clause: clauseFor(union.level),
    },
  ]
}

/** Who serves in the preparatory committee finds the assembly there until it opens. */
async function toReport(ctx: Ctx) {
  const serving = (await servingOf(ctx.tx, ctx.actor.number)).filter((a) => a.duty === "preparatory")
  const out = []
  for (const { assemblyId, lead, from } of serving) {
    const a = await assemblyById(ctx.tx, assemblyId)
    if (!a || (a.state !== "preparing" && a.state !== "convened")) continue
    const { body, lead: head } = dutyNames.preparatory
    out.push({
      module: "assembly",
      id: `assembly/prepare/${a.id}`,
      title: "筹备大会",
      detail: `${a.name}：${chineseDay(a.day)}`,
      since: from,
      due: a.day,
      overdue: a.day < ctx.today,
      href: `/office/assemblies/${a.id}`,
      capacity: `${body}${lead ? head : "委员"}`,
    })
  }
  return out
}
