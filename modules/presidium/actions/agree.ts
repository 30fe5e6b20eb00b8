import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayAgree } from "../abilities.ts"
import { agree as contract } from "../contract.ts"
import { rotationAdopted } from "../load.ts"
import { adoptWhenAgreed, groundOf, isStale } from "../planning.ts"
import { insertConsent, lockRotation, planById } from "../store.ts"

export const agree = action(contract, {
  load: async (ctx, { id }) => {
    const plan = await planById(ctx.tx, id)
    const [union] = plan ? await unionsOf(ctx.tx, [plan.unionId]) : []
    return plan && union ? ok({ plan, union }) : refuse("not-found", "没有这份轮值计划")
  },
  may: (actor, { union }) => mayAgree(actor, union),
  run: async (ctx, _, { plan, union }) => {
    await lockRotation(ctx.tx, union.id)
    if (plan.adoptedOn || plan.replacedBy)
      return refuse("conflict", plan.adoptedOn ? "这份轮值计划已经通过" : "这份轮值计划已被新的方案取代", {
        cure: "刷新页面，查看现行的方案",
      })
    const adopted = await rotationAdopted(ctx, union.id)
    if (!adopted.ok) return adopted
    const ground = await groundOf(ctx, union.id)
    if (isStale(ground, plan))
      return refuse("conflict", "主席团成员已有变动，或方案所排的学期已经开始，这份方案不再适用", {
        clause: "2.2b",
        cure: "按现在的情况重新拟定轮值计划",
      })
    const { members } = ground
    await insertConsent(ctx.tx, {
      planId: plan.id,
      number: ctx.actor.number,
      name: members.find((m) => m.number === ctx.actor.number)?.name ?? ctx.actor.name,
      at: ctx.now,
    })
    ctx.note({ union: union.id, plan: plan.id })
    return ok({ adopted: await adoptWhenAgreed(ctx, plan, members) })
  },
})
