import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { oneself } from "../abilities.ts"
import { secondFactorConfirm as contract } from "../contract.ts"
import { stepOf } from "../second-factor.ts"
import { accountById, changeAccount } from "../store.ts"

export const secondFactorConfirm = action(contract, {
  may: oneself,
  run: async (ctx, { code }) => {
    const secret = (await accountById(ctx.tx, ctx.actor.account))?.totpPending
    if (!secret) return refuse("conflict", "尚未开始设置两步验证", { cure: "请先取得二维码" })
    const step = stepOf(secret, code, ctx.now)
    if (step === null) return refuse("invalid", "验证码不正确", { at: "code", cure: "核对手机时间后再试" })
    await changeAccount(ctx.tx, ctx.actor.account, { totpSecret: secret, totpPending: null, totpLast: step })
    return ok({})
  },
})
