import { isDay, newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayRecordHearing } from "../abilities.ts"
import { recordHearing as contract, decide as decideContract } from "../contract.ts"
import { ownFile } from "../files.ts"
import { dutyOffices, type Hearing } from "../hearing.ts"
import { closeHearing, insertDecision } from "../hearings-store.ts"
import { recordsChanged, theHearing } from "../load.ts"
import { recordedBy } from "../signing.ts"

/** 9.3: the session was held; its minutes and what it decided. */
export const recordHearing = action(contract, {
  load: (ctx, { hearing }) => theHearing(ctx, hearing, true),
  may: (actor, { hearing }) => mayRecordHearing(actor, hearing),
  run: async (ctx, { heldOn, minutes, summary, decisions }, { hearing }) => {
    if (hearing.heldOn) return refuse("conflict", "这次会议已经登记")
    if (hearing.calledOffBecause !== null) return refuse("conflict", "这次会议已经取消")
    if (!isDay(heldOn) || heldOn > ctx.today)
      return refuse("invalid", "召开日期有误，或在今天之后", { at: "heldOn", cure: "会议召开后再登记" })
    const sent = await ownFile(ctx, minutes)
    if (!sent.ok) return sent
    await closeHearing(ctx.tx, hearing.id, {
      heldOn,
      minutesId: sent.value.id,
      summary,
      heldBy: ctx.actor.name,
    })
    for (const decision of decisions) {
      const decided = await addDecision(ctx, { ...hearing, heldOn }, decision)
      if (!decided.ok) return decided
    }
    ctx.note({ hearing: hearing.id, heldOn, decisions: decisions.length })
    await recordsChanged(ctx, hearing.unions)
    return ok({})
  },
})

export const decide = action(decideContract, {
  load: (ctx, { hearing }) => theHearing(ctx, hearing, true),
  may: (actor, { hearing }) => mayRecordHearing(actor, hearing),
  run: async (ctx, { hearing: _, ...decision }, { hearing }) => {
    if (!hearing.heldOn)
      return refuse("conflict", "会议还没有登记为已召开", { clause: "9.3", cure: "先登记会议情况" })
    return addDecision(ctx, hearing, decision)
  },
})

async function addDecision(
  ctx: Ctx,
  hearing: Hearing,
  given: { words: string; office: string; unionId: string | null; due: string },
): Promise<Result<{ id: string }, Refusal>> {
  const known = given.unionId
    ? given.office === "union" && hearing.unions.includes(given.unionId)
    : dutyOffices(hearing).some((office) => office === given.office)
  if (!known)
    return refuse("invalid", "承办单位须是本级的组织，或汇报的学生会", { at: "office", clause: "9.3" })
  if (!isDay(given.due) || (hearing.heldOn && given.due < hearing.heldOn))
    return refuse("invalid", "完成期限有误，或早于会议日期", { at: "due" })
  const id = newId(ctx.now.getTime())
  await insertDecision(ctx.tx, {
    id,
    hearingId: hearing.id,
    ...given,
    ...recordedBy(ctx, mayRecordHearing(ctx.actor, hearing)),
  })
  return ok({ id })
}
