import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { oneself } from "../abilities.ts"
import {
  address as addressContract,
  confirm as confirmContract,
  forget as forgetContract,
  frequency as frequencyContract,
} from "../contract.ts"
import { codeMinutes, hashOfCode, keepMailing, mailingOf, newCode, sameCode, spendGuess } from "../mailing.ts"
import { callOff, codesSince, enqueue } from "../outbox.ts"
import { mailReady, type Outward } from "../outward.ts"

/** Codes one person may ask for in a day: nobody fills a stranger's mailbox with them. */
const codesADay = 5

const noCode = { codeHash: null, codeExpires: null, codeTries: 0 }

export const address = (outward: Outward) =>
  action(addressContract, {
    perMinute: 30,
    may: oneself,
    run: async (ctx, { address }) => {
      if (!mailReady(outward))
        return refuse("conflict", "本系统还没有设置发信服务器", {
          cure: "请系统管理员设置 QIAOLIANG_SMTP_URL、QIAOLIANG_MAIL_FROM 和 QIAOLIANG_PUBLIC_URL",
        })
      const { number } = ctx.actor
      const known = await mailingOf(ctx.tx, number)
      if ((await codesSince(ctx.tx, number, new Date(ctx.now.getTime() - 86_400_000))) >= codesADay)
        return refuse("too-many", "一天之内索取验证码的次数过多", { cure: "请明天再试" })
      const code = newCode()
      await keepMailing(ctx.tx, {
        ...known,
        pending: address,
        codeHash: hashOfCode(code, address),
        codeExpires: new Date(ctx.now.getTime() + codeMinutes * 60_000),
        codeTries: 0,
      })
      await enqueue(
        ctx.tx,
        {
          channel: "mail",
          kind: "code",
          owner: number,
          address,
          subject: `${ctx.university.name}学生会工作：邮箱验证码`,
          text: [
            `验证码：${code}`,
            "",
            `${codeMinutes} 分钟内在“提醒设置”中填写，以后的待办汇总就发到这个邮箱。`,
            "如果不是您本人索取，请不必理会：不填写验证码，就不会再有邮件。",
            "",
          ].join("\n"),
        },
        ctx.now,
      )
      return ok({})
    },
  })

export const confirm = action(confirmContract, {
  perMinute: 30,
  may: oneself,
  run: async (ctx, { code }) => {
    // In a transaction of its own: a refusal takes back everything else.
    const known = await ctx.world.db.scoped(ctx.tx.university, (tx) =>
      spendGuess(tx, ctx.actor.number, ctx.now),
    )
    if (!known) return refuse("conflict", "验证码已失效", { cure: "请重新索取", at: "code" })
    if (sameCode(known, code)) {
      await keepMailing(ctx.tx, { ...known, ...noCode, address: known.pending, pending: null })
      return ok({})
    }
    return refuse("invalid", "验证码不正确", { at: "code", cure: "请核对邮件中的 6 位数字" })
  },
})

export const frequency = action(frequencyContract, {
  may: oneself,
  run: async (ctx, { frequency }) => {
    const known = await mailingOf(ctx.tx, ctx.actor.number)
    if (frequency !== "off" && !known.address)
      return refuse("conflict", "还没有确认过的邮箱", { cure: "请先填写邮箱并用验证码确认" })
    await keepMailing(ctx.tx, { ...known, frequency })
    return ok({})
  },
})

export const forget = action(forgetContract, {
  may: oneself,
  run: async (ctx) => {
    const { number } = ctx.actor
    await keepMailing(ctx.tx, {
      ...(await mailingOf(ctx.tx, number)),
      ...noCode,
      address: null,
      pending: null,
      frequency: "off",
    })
    await callOff(ctx.tx, "mail", number)
    return ok({})
  },
})
