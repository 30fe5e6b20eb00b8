import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { theOwnSeat } from "#modules/delegates/index.ts"
import { mayCheckIn } from "../abilities.ts"
import { isCode } from "../code.ts"
import * as contract from "../contract.ts"
import { keptNow } from "../load.ts"
import { addLines, countOne, hold, lastLineOf, rollOf } from "../store.ts"

/** By the delegate's own phone. The code proves presence: it is shown in the hall and good for half a minute at most. */
export const check = action(contract.check, {
  // A hall of 3,000 stands behind one address, and a scan may fail once.
  perMinute: 9_000,
  load: theOwnSeat,
  may: mayCheckIn,
  run: async (ctx, { code, assembly: assemblyId }, { assembly, delegate }) => {
    const kept = keptNow(assembly)
    if (!kept.ok) return kept
    const { number, name, delegation, voting } = delegate!
    const answer = { name, delegation, voting }
    const known = await rollOf(ctx.tx, assemblyId)
    if (!known || !isCode(known, code, ctx.now))
      return refuse("invalid", "签到码不对或已过期", {
        at: "code",
        cure: "请扫会场屏幕上现在显示的码，或照着重新输入",
      })
    await hold(ctx.tx, assemblyId)
    const before = await lastLineOf(ctx.tx, assemblyId, number)
    if (before?.what === "in") return ok({ ...answer, already: true, at: before.at.toISOString() })
    await addLines(ctx.tx, [
      { id: ctx.change, assemblyId, number, what: "in", by: "code", recordedBy: null, at: ctx.now },
    ])
    await countOne(ctx.tx, assemblyId, voting, 1)
    ctx.note({ assembly: assemblyId })
    await ctx.emit("roll.changed", { assembly: assemblyId })
    return ok({ ...answer, already: false, at: ctx.now.toISOString() })
  },
})
