import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { University, World } from "#kit/server/world.ts"
import { release } from "../attempts.ts"
import type { Caller } from "../caller.ts"
import { evenNumber, hashCode, sameHash } from "../code.ts"
import { acceptable, hashPassword } from "../password.ts"
import { changeAccount, endSessions, openSession } from "../store.ts"
import { actorOf, begin, type Opened } from "./sign-in.ts"

/** Set a first (or a new) password with the code an administrator handed out; it serves once. */
export async function activate(
  world: World,
  university: University,
  caller: Caller,
  input: { number: string; activationCode: string; password: string },
): Promise<Result<Opened, Refusal>> {
  const number = evenNumber(input.number)
  const now = world.clock()
  const begun = await begin(world, university, number, caller, now)
  if (!begun.ok) return begun
  const found = begun.value
  const right = sameHash(found?.codeHash, hashCode(input.activationCode))
  if (!found || !right || found.disabled || !found.codeExpires || found.codeExpires <= now)
    return refuse("invalid", "学号（工号）或激活码不正确，或激活码已过期", {
      at: "activationCode",
      cure: "请向系统管理员索取新的激活码",
    })
  const fit = acceptable(input.password, found)
  if (!fit.ok) {
    await world.db.scoped(university.id, (tx) => release(tx, number, caller.address))
    return fit
  }
  const passwordHash = await hashPassword(input.password)
  return world.within(university, actorOf(found), async (ctx) => {
    await release(ctx.tx, number, caller.address)
    await changeAccount(ctx.tx, found.id, { passwordHash, codeHash: null, codeExpires: null })
    await endSessions(ctx.tx, found.id, { keep: "" })
    const opened = await openSession(ctx.tx, found, caller, now)
    await world.log(ctx, "accounts.activate", null, { session: opened.id })
    return ok(opened)
  })
}
