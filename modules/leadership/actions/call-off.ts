import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayRecordHearing } from "../abilities.ts"
import { callOff as contract } from "../contract.ts"
import { callOffHearing } from "../hearings-store.ts"
import { theHearing } from "../load.ts"

export const callOff = action(contract, {
  load: (ctx, { hearing }) => theHearing(ctx, hearing, true),
  may: (actor, { hearing }) => mayRecordHearing(actor, hearing),
  run: async (ctx, { because }, { hearing }) => {
    if (hearing.heldOn) return refuse("conflict", "会议已经召开，不能取消")
    if (hearing.calledOffBecause !== null) return refuse("conflict", "这次会议已经取消")
    await callOffHearing(ctx.tx, hearing.id, because, ctx.actor.name)
    ctx.note({ hearing: hearing.id })
    return ok({})
  },
})
