import { type Semester, semesterOf } from "@qiaoliang/basics"
import { appendToLedger } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import { chairInPlan, chairOnRoster } from "./chair.ts"
import { isMajority, type Member, propose, type Turn, waiting } from "./rotation.ts"
import { seatTheChair } from "./seat.ts"
import { nextOf, placeOf, sameSemester } from "./semesters.ts"
import { adoptPlan, consentsOf, membersIn, type PlanRow, plansOn, presidiumsOn } from "./store.ts"

/** The topic of the presidium's own records in the ledger. */
export const topic = "presidium"

/** What a new plan starts from. */
export interface Ground {
  readonly members: readonly Member[]
  /** Turns that stand, whatever is planned. */
  readonly kept: readonly Turn[]
  /** The first semester that can be planned. */
  readonly from: Semester
  /** In the chair of that semester already, by the roster. */
  readonly seated?: string
  /** So that everybody has one turn. */
  readonly semesters: number
}

/** Turns up to today stand while their holder is a member; what lies ahead can be planned anew. */
export async function groundOf(ctx: Ctx, union: string): Promise<Ground> {
  const now = semesterOf(ctx.today)
  const posts = (await presidiumsOn(ctx.tx, [union], ctx.today)).get(union) ?? []
  const members = membersIn(posts)
  const plan = (await plansOn(ctx.tx, [union], ctx.today)).get(union)
  const taken = chairInPlan(plan, members, ctx.today) !== null
  const from = taken ? nextOf(now) : now
  const kept = (plan?.turns ?? []).filter((t) => placeOf(t) < placeOf(from))
  const seated = plan ? undefined : chairOnRoster(posts)?.number
  return {
    members,
    kept,
    from,
    ...(seated ? { seated } : {}),
    semesters: waiting(kept, members).length,
  }
}

/** A proposal that would rewrite a turn which has begun since, or forgets who left or joined. */
export const isStale = (g: Ground, plan: PlanRow): boolean =>
  g.members.length !== plan.members.length ||
  g.members.some((m) => !plan.members.some((p) => p.number === m.number)) ||
  g.kept.some((t) => !plan.turns.some((p) => sameSemester(p, t) && p.number === t.number))

export const suggestion = (g: Ground, semesters = g.semesters): Turn[] =>
  propose(g.kept, g.members, g.from, semesters, g.seated)

/** In force once more than half of today's members agreed. Answers whether it is. */
export async function adoptWhenAgreed(ctx: Ctx, plan: PlanRow, members: readonly Member[]): Promise<boolean> {
  const agreed = (await consentsOf(ctx.tx, [plan.id])).filter((c) =>
    members.some((m) => m.number === c.number),
  )
  if (!isMajority(agreed.length, members.length)) return false
  await adoptPlan(ctx.tx, plan.id, ctx.today)
  await appendToLedger(ctx.tx, [
    {
      topic,
      subject: plan.unionId,
      at: ctx.now,
      body: {
        kind: "plan-adopted",
        plan: plan.id,
        turns: plan.turns,
        agreed: agreed.map(({ number, name }) => ({ number, name })),
        members: members.length,
        on: ctx.today,
      },
    },
  ])
  await seatTheChair(ctx, plan.unionId)
  await ctx.emit("records.changed", { unions: [plan.unionId] })
  return true
}
