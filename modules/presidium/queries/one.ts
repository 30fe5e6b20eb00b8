import { ok, semesterName, semesterOf } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { charterOn } from "#modules/charter/index.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import { mayAgree, mayNameStandIn, mayPropose, mayRead } from "../abilities.ts"
import { type Convening, conveningOn } from "../chair.ts"
import { one as contract } from "../contract.ts"
import { changeDue, changesIn } from "../handover.ts"
import { theUnion } from "../load.ts"
import { type Neighbours, openMattersOf } from "../matters.ts"
import { groundOf, suggestion } from "../planning.ts"
import { presentHandover, presentPlan } from "../present.ts"
import { placeOf, sameSemester } from "../semesters.ts"
import * as store from "../store.ts"

export const one = (from: Neighbours) =>
  query(contract, {
    load: theUnion,
    may: mayRead,
    run: async (ctx, input, union) => {
      const on = input.on ?? ctx.today
      const charter = (await charterOn(ctx.tx, [union.id], on)).get(union.id)?.charter
      const convening = (await conveningOn(ctx.tx, [union.id], on)).get(union.id)!
      const { members, chair, standIn } = convening
      const posts = (await store.presidiumsOn(ctx.tx, [union.id], on)).get(union.id) ?? []
      const plan = (await store.plansOn(ctx.tx, [union.id], on)).get(union.id)
      const proposal = (await store.proposalsOf(ctx.tx, [union.id])).get(union.id)
      const adopted = await store.adoptedPlans(ctx.tx, union.id)
      const all = proposal ? [proposal, ...adopted] : adopted
      const consents = await store.consentsOf(
        ctx.tx,
        all.map((p) => p.id),
      )
      const shown = (p: store.PlanRow) => presentPlan(p, consents, members, on)
      const now = placeOf(semesterOf(on))
      const had = (number: string) =>
        (plan?.turns ?? []).filter((t) => t.number === number && placeOf(t) <= now).length
      const feed = await store.feedOf(ctx.tx, union.id)
      const ahead = charter?.rotation === true ? suggestion(await groundOf(ctx, union.id)) : []
      const mine = consents.some((c) => c.planId === proposal?.id && c.number === ctx.actor.number)
      return ok({
        on,
        union: { id: union.id, name: union.name },
        rotation: charter?.rotation ?? null,
        reading: convening.reading,
        semester: semesterName(semesterOf(on)),
        chair,
        standIn,
        members: members.map((m) => ({
          ...m,
          title: posts.find((p) => p.row.studentId === m.number)?.title ?? "",
          turns: had(m.number),
        })),
        plan: plan ? shown(plan) : null,
        proposal: proposal ? { ...shown(proposal), mine } : null,
        suggestion: ahead.map((t) => ({
          schoolYear: t.schoolYear,
          half: t.half,
          semester: semesterName(t),
          number: t.number,
          name: t.name,
        })),
        earlier: adopted.filter((p) => p.id !== plan?.id).map(shown),
        standIns: (await store.standInsOf(ctx.tx, [union.id]))
          .filter((s) => s.untilDay >= s.fromDay)
          .map((s) => ({
            id: s.id,
            name: s.name,
            for: s.forName,
            from: s.fromDay,
            until: s.untilDay,
            because: s.because,
            by: s.byName,
            can: { end: s.untilDay >= ctx.today && "as" in mayNameStandIn(ctx.actor, union, chair) },
          })),
        handovers: await handovers(ctx, from, union, convening, plan),
        feed: feed ? { by: feed.madeByName, at: feed.at.toISOString() } : null,
        can: abilities(ctx, union, convening, charter?.rotation === true),
      })
    },
  })

const abilities = (ctx: Ctx, union: UnionRow, of: Convening, rotates: boolean) => {
  const proposes = "as" in mayPropose(ctx.actor, union)
  return {
    "presidium.propose": rotates && proposes,
    "presidium.agree": rotates && "as" in mayAgree(ctx.actor, union),
    "presidium.name-stand-in": of.rule !== "member" && "as" in mayNameStandIn(ctx.actor, union, of.chair),
    "presidium.open-feed": proposes,
    "presidium.close-feed": proposes,
  }
}

/** The handover prepared or owed now, and those before it. */
async function handovers(
  ctx: Ctx,
  from: Neighbours,
  union: UnionRow,
  { members }: Convening,
  plan: store.PlanRow | undefined,
) {
  const turns = plan?.turns ?? []
  const due = changeDue(turns, ctx.today)
  if (!due) return []
  const rows = await store.handoversOf(ctx.tx, [union.id])
  const open = await openMattersOf(ctx, from, union.id)
  return changesIn(turns)
    .filter((c) => placeOf(c.semester) <= placeOf(due.semester))
    .toReversed()
    .map((change) =>
      presentHandover(
        change,
        rows.find((r) => sameSemester(r, change.semester)),
        { open, actor: ctx.actor, union, members, today: ctx.today },
      ),
    )
}
