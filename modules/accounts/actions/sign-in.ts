import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import type { University, World } from "#kit/server/world.ts"
import { release, reserve } from "../attempts.ts"
import type { Caller } from "../caller.ts"
import { evenNumber } from "../code.ts"
import { isPassword } from "../password.ts"
import { stepOf } from "../second-factor.ts"
import { type Account, accountByNumber, openSession, spendStep } from "../store.ts"

export interface Opened {
  readonly token: string
  readonly expires: Date
}

/** Not a verb of the usual kind: a wrong guess is refused and yet must be remembered. */
export async function signIn(
  world: World,
  university: University,
  caller: Caller,
  input: { number: string; password: string; code?: string | undefined },
): Promise<Result<{ next: "done" | "second-factor"; opened?: Opened }, Refusal>> {
  const number = evenNumber(input.number)
  const now = world.clock()
  const begun = await begin(world, university, number, caller, now)
  if (!begun.ok) return begun
  const found = begun.value
  const right = await isPassword(found?.disabled ? null : found?.passwordHash, input.password)
  if (!found || !right)
    return refuse("invalid", "学号（工号）或密码不正确", {
      at: "password",
      cure: "首次使用请先用激活码激活账号",
    })
  if (found.totpSecret && !input.code) {
    await world.db.scoped(university.id, (tx) => release(tx, number, caller.address))
    return ok({ next: "second-factor" })
  }
  return world.within(university, actorOf(found), async (ctx) => {
    if (found.totpSecret) {
      const step = stepOf(found.totpSecret, input.code ?? "", now)
      if (step === null || !(await spendStep(ctx.tx, found.id, step)))
        return refuse("invalid", "验证码不正确或已用过", { at: "code", cure: "等验证器显示下一个验证码再试" })
    }
    await release(ctx.tx, number, caller.address)
    const opened = await openSession(ctx.tx, found, caller, now)
    await world.log(ctx, "accounts.sign-in", null, { session: opened.id })
    return ok({ next: "done" as const, opened })
  })
}

/** Count the guess and look the number up; the transaction ends before the slow hash is reckoned. */
export const begin = (
  world: World,
  university: University,
  number: string,
  caller: Caller,
  now: Date,
): Promise<Result<Account | undefined, Refusal>> =>
  world.db.scoped(university.id, async (tx) => {
    const free = await reserve(tx, number, caller.address, now)
    return free.ok ? ok(await accountByNumber(tx, number)) : free
  })

export const actorOf = (a: Account): Actor => ({
  account: a.id,
  number: a.number,
  name: a.name,
  admin: a.admin,
  capacities: [],
})
