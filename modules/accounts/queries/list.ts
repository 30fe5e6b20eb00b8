import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { administrator } from "../abilities.ts"
import { list as contract } from "../contract.ts"
import { type Account, listAccounts } from "../store.ts"

export const list = query(contract, {
  may: administrator,
  run: async (ctx, input) => {
    const { items, total } = await listAccounts(ctx.tx, input)
    return ok({
      total,
      items: items.map((a) => ({
        id: a.id,
        number: a.number,
        name: a.name,
        admin: a.admin,
        state: stateOf(a, ctx.now),
        secondFactor: a.totpSecret !== null,
        ...(a.lastSignIn ? { lastSignInAt: a.lastSignIn.toISOString() } : {}),
        can: {
          "accounts.issue-code": !a.disabled,
          "accounts.disable": a.id !== ctx.actor.account,
        },
      })),
    })
  },
})

function stateOf(a: Account, now: Date): "none" | "waiting" | "active" | "disabled" {
  if (a.disabled) return "disabled"
  if (a.codeExpires && a.codeExpires > now) return "waiting"
  return a.passwordHash ? "active" : "none"
}
