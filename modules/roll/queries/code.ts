import { ok } from "@qiaoliang/basics"
import { qrOf } from "#kit/server/qr.ts"
import { query } from "#kit/server/verbs.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { mayKeep } from "../abilities.ts"
import { codeOf, leftOf, slotOf } from "../code.ts"
import * as contract from "../contract.ts"
import { keptNow } from "../load.ts"
import { presentHead } from "../present.ts"
import { quorumFrom } from "../quorum.ts"
import { openRoll } from "../store.ts"

/** What the hall's screen shows now. The assembly's key is drawn when it is first asked for. */
export const code = query(contract.code, {
  load: theAssembly,
  may: mayKeep,
  run: async (ctx, { site }, { assembly, union }) => {
    const kept = keptNow(assembly)
    if (!kept.ok) return kept
    const roll = await openRoll(ctx.tx, assembly.id)
    const shown = codeOf(roll, slotOf(ctx.now))
    return ok({
      ...presentHead(assembly, union),
      quorum: { ...quorumFrom(roll.due, roll.present), others: roll.others },
      code: shown,
      qr: await qrOf(site, `/congress/${assembly.id}/check-in?code=${shown}`),
      left: leftOf(ctx.now),
    })
  },
})
