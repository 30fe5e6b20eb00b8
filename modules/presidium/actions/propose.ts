import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayPropose } from "../abilities.ts"
import { propose as contract } from "../contract.ts"
import { rotationAdopted, theUnionHeld } from "../load.ts"
import { adoptWhenAgreed, type Ground, groundOf, suggestion } from "../planning.ts"
import { arranged, type Turn } from "../rotation.ts"
import { insertConsent, insertPlan, type PlanRow } from "../store.ts"

export const propose = action(contract, {
  load: theUnionHeld,
  may: mayPropose,
  run: async (ctx, { turns, because }, union) => {
    const adopted = await rotationAdopted(ctx, union.id)
    if (!adopted.ok) return adopted
    const ground = await groundOf(ctx, union.id)
    if (ground.members.length === 0)
      return refuse("conflict", "名册上没有带学号的主席团成员，无人可排", {
        clause: "2.2b",
        cure: "先导入或更正主席团名单",
      })
    const rest: Result<readonly Turn[], Refusal> = turns
      ? arranged(ground.kept, ground.members, ground.from, turns)
      : ok(suggestion(ground))
    if (!rest.ok) return rest
    const plan = await putForward(ctx, union.id, ground, rest.value, because)
    const mine = ground.members.find((m) => m.number === ctx.actor.number)
    if (mine) await insertConsent(ctx.tx, { planId: plan.id, ...mine, at: ctx.now })
    ctx.note({ union: union.id, plan: plan.id, semesters: rest.value.length })
    return ok({ id: plan.id, adopted: await adoptWhenAgreed(ctx, plan, ground.members) })
  },
})

/** Lay a plan before the members, in place of any other they have not adopted. */
export async function putForward(
  ctx: Ctx,
  unionId: string,
  ground: Ground,
  rest: readonly Turn[],
  because: string,
  by = ctx.actor.name,
): Promise<PlanRow> {
  return insertPlan(ctx.tx, {
    id: newId(ctx.now.getTime()),
    unionId,
    turns: [...ground.kept, ...rest],
    members: [...ground.members],
    because,
    byName: by,
    at: ctx.now,
  })
}
