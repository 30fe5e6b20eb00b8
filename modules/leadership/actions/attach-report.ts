import { newId, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayAttachReport } from "../abilities.ts"
import { attachReport as contract } from "../contract.ts"
import { ownFile } from "../files.ts"
import { insertReport } from "../hearings-store.ts"
import { theHearing } from "../load.ts"
import { recordedBy } from "../signing.ts"

export const attachReport = action(contract, {
  load: (ctx, { hearing }) => theHearing(ctx, hearing),
  may: (actor, { hearing }) => mayAttachReport(actor, hearing),
  run: async (ctx, { union, file }, { hearing }) => {
    if (!hearing.unions.includes(union))
      return refuse("invalid", "这个学生会不在本次汇报之列", { at: "union", clause: "9.3" })
    if (hearing.calledOffBecause !== null) return refuse("conflict", "这次会议已经取消")
    const sent = await ownFile(ctx, file)
    if (!sent.ok) return sent
    await insertReport(ctx.tx, {
      hearingId: hearing.id,
      id: newId(ctx.now.getTime()),
      unionId: union,
      fileId: sent.value.id,
      ...recordedBy(ctx, mayAttachReport(ctx.actor, hearing)),
    })
    ctx.note({ hearing: hearing.id, union, file: sent.value.id })
    return ok({})
  },
})
