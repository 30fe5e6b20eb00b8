import { ok } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { oneself } from "../abilities.ts"
import { secondFactorBegin as contract } from "../contract.ts"
import { enrolment, newSecret } from "../second-factor.ts"
import { changeAccount } from "../store.ts"

/** A secret to scan; it counts from the first code confirmed, and until then the old one does. */
export const secondFactorBegin = action(contract, {
  may: oneself,
  run: async (ctx) => {
    const secret = newSecret()
    await changeAccount(ctx.tx, ctx.actor.account, { totpPending: secret })
    return ok({ secret, ...(await enrolment(secret, `${ctx.university.shortName} ${ctx.actor.number}`)) })
  },
})
