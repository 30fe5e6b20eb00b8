import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { administrator } from "../abilities.ts"
import { codeExpiry, evenNumber, hashCode, newCode } from "../code.ts"
import { issueCode as contract } from "../contract.ts"
import { accountByNumber, addAccount, changeAccount, endSessions, nameOnRecord } from "../store.ts"

/**
 * Opens the account of a person on record, or the way back into one. Password and second factor cease at
 * once and every session ends: a restoration nobody asked for does not go unnoticed.
 */
export const issueCode = action(contract, {
  may: administrator,
  run: async (ctx, input) => {
    const number = evenNumber(input.number)
    const code = newCode()
    const codeExpires = codeExpiry(ctx.now)
    const known = await accountByNumber(ctx.tx, number)
    if (known?.disabled) return refuse("conflict", "该账号已停用", { cure: "先恢复账号，再发激活码" })
    const name = known?.name ?? (await nameOnRecord(ctx.tx, number, ctx.today)) ?? input.name
    if (!name)
      return refuse("not-found", `学籍和任职记录中都没有 ${number}`, {
        at: "name",
        cure: "核对号码，或填写姓名",
      })
    const account = known ?? (await addAccount(ctx.tx, { number, name, createdAt: ctx.now }))
    await changeAccount(ctx.tx, account.id, {
      codeHash: hashCode(code),
      codeExpires,
      passwordHash: null,
      totpSecret: null,
      totpPending: null,
    })
    await endSessions(ctx.tx, account.id, { keep: "" })
    ctx.note({ for: account.id, restored: Boolean(known?.passwordHash) })
    return ok({ code, expires: codeExpires.toISOString() })
  },
})
