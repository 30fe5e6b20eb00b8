import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { administrator } from "../abilities.ts"
import { evenNumber } from "../code.ts"
import { disable as contract } from "../contract.ts"
import { accountByNumber, changeAccount, endSessions } from "../store.ts"

export const disable = action(contract, {
  may: administrator,
  run: async (ctx, input) => {
    const account = await accountByNumber(ctx.tx, evenNumber(input.number))
    if (!account) return refuse("not-found", "没有这个账号")
    if (account.id === ctx.actor.account) return refuse("not-allowed", "不能停用自己的账号")
    const disabled = !input.enable
    await changeAccount(ctx.tx, account.id, {
      disabled,
      ...(disabled ? { codeHash: null, codeExpires: null } : {}),
    })
    const ended = disabled ? await endSessions(ctx.tx, account.id, { keep: "" }) : 0
    ctx.note({ of: account.id, disabled, ended })
    return ok({})
  },
})
