import { semesterName, semesterOf } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { charterOn } from "#modules/charter/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { changeDue } from "./handover.ts"
import { beginsOn, placeOf, sameSemester } from "./semesters.ts"
import { consentsOf, handoversOf, membersOn, plansOn, proposalsOf } from "./store.ts"

/** What waits for a member of a presidium: a plan to agree to, a plan to make, a handover to sign. */
export async function inboxItems(ctx: Ctx) {
  const own = ctx.actor.capacities.filter((c) => c.office === "union" && c.post === "presidium")
  const unions = await unionsOf(
    ctx.tx,
    own.map((c) => c.officeId),
  )
  const ids = unions.map((u) => u.id)
  const charters = await charterOn(ctx.tx, ids, ctx.today)
  const plans = await plansOn(ctx.tx, ids, ctx.today)
  const proposals = await proposalsOf(ctx.tx, ids)
  const consents = await consentsOf(
    ctx.tx,
    [...proposals.values()].map((p) => p.id),
  )
  const handovers = await handoversOf(ctx.tx, ids)
  const items = []
  for (const union of unions) {
    if (charters.get(union.id)?.charter?.rotation !== true) continue
    const as = own.find((c) => c.officeId === union.id)!
    const common = {
      module: "presidium",
      href: `/office/presidium/${union.id}`,
      capacity: `${as.officeName} ${as.title}`,
      clause: "2.2b",
    }
    const proposal = proposals.get(union.id)
    const plan = plans.get(union.id)
    const agreed = consents.some((c) => c.planId === proposal?.id && c.number === ctx.actor.number)
    if (proposal && !agreed)
      items.push({
        ...common,
        id: `presidium/plan/${proposal.id}`,
        title: "表决轮值计划",
        detail: `${union.name}：${proposal.because}`,
        since: proposal.at.toISOString().slice(0, 10),
      })
    const now = semesterOf(ctx.today)
    const reaches = plan?.turns.some((t) => placeOf(t) >= placeOf(now))
    if (!proposal && !reaches)
      items.push({
        ...common,
        id: `presidium/plan/${union.id}`,
        title: "拟定轮值计划",
        detail: `${union.name}实行轮值，${semesterName(now)}还没有安排执行主席`,
        since: beginsOn(now),
      })
    const due = changeDue(plan?.turns ?? [], ctx.today)
    const row = due && handovers.find((h) => h.unionId === union.id && sameSemester(h, due.semester))
    if (!due || row?.takenOn) continue
    const members = await membersOn(ctx.tx, union.id, ctx.today)
    const left = !members.some((m) => m.number === due.outgoing.number)
    const late = ctx.today > due.due
    const item = {
      ...common,
      id: `presidium/handover/${union.id}/${due.semester.schoolYear}-${due.semester.half}`,
      detail: `${union.name}：${due.outgoing.name}向${due.incoming.name}交接，${semesterName(due.semester)}${late ? "，已逾期" : ""}`,
      since: beginsOn(due.semester) < ctx.today ? beginsOn(due.semester) : ctx.today,
      due: due.due,
      overdue: late,
    }
    const gives =
      due.outgoing.number === ctx.actor.number || (left && due.incoming.number !== ctx.actor.number)
    if (!row && gives) items.push({ ...item, title: "写交接说明并签字" })
    else if (row && due.incoming.number === ctx.actor.number)
      items.push({ ...item, title: "签收执行主席交接" })
    else if (late) items.push({ ...item, title: "执行主席交接逾期" })
  }
  return items.map((i) => ({ ...i, heading: i.title }))
}
