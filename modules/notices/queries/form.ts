import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { facultiesOn } from "#modules/people/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { leadTimes } from "#policy/practice/requests.ts"
import { mayWrite, speaks } from "../abilities.ts"
import { usualDue } from "../check.ts"
import * as contract from "../contract.ts"
import { groupsFor } from "../groups.ts"
import { classGroups } from "../reach-store.ts"
import { reviewOf } from "../reviewer.ts"
import { classKey } from "../targets.ts"

/** In whose name, to whom, and who will review it. */
export const form = query(contract.form, {
  may: (actor) => mayWrite(actor, { sender: undefined }),
  run: async (ctx) => {
    const senders = await sendersOf(ctx)
    const faculties = [...new Set(senders.map((s) => s.faculty))]
    const only = faculties.length === 1 ? (faculties[0] ?? null) : null
    const groups = await classGroups(ctx.tx, ctx.today, only)
    const all = (await facultiesOn(ctx.tx, ctx.today)).filter((f) => f.students > 0).map((f) => f.name)
    return ok({
      senders,
      faculties: only === null ? all : [only],
      classes: [...new Set(groups.map((g) => classKey(g.faculty, g.className)))],
      grades: [...new Set(groups.map((g) => g.grade))].toSorted((a, b) => b - a),
      lead: leadTimes.information.days,
      dueOn: await usualDue(ctx),
    })
  },
})

async function sendersOf(ctx: Ctx) {
  const held = ctx.actor.capacities.filter(speaks)
  const unions = await unionsOf(
    ctx.tx,
    held.filter((c) => c.office === "union").map((c) => c.scope.id),
  )
  const out = []
  for (const c of new Map(held.map((c) => [`${c.office}/${c.scope.id}`, c])).values()) {
    const union = c.office === "union" ? unions.find((u) => u.id === c.scope.id) : undefined
    const faculty = union ? union.faculty : c.scope.kind === "faculty" ? c.scope.name : null
    const sender = { office: c.office, place: c.scope.id, faculty }
    out.push({
      ...sender,
      name: c.officeName,
      level: union?.kind ?? ("all" as const),
      review: reviewOf(sender, ctx.actor.capacities)
        .steps.slice(1)
        .map((s) => s.label),
      groups: await groupsFor(ctx, faculty),
    })
  }
  return out
}
