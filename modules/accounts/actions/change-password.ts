import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import type { University, World } from "#kit/server/world.ts"
import { release } from "../attempts.ts"
import type { Caller } from "../caller.ts"
import { acceptable, hashPassword, isPassword } from "../password.ts"
import { type Account, changeAccount, endSessions } from "../store.ts"
import { begin } from "./sign-in.ts"

export interface Asking {
  readonly world: World
  readonly university: University
  readonly actor: Actor
  readonly session: string
  readonly caller: Caller
}

/** The other sessions end: whoever knew the old password is out. */
export async function changePassword(
  asking: Asking,
  input: { current: string; password: string },
): Promise<Result<Record<string, never>, Refusal>> {
  const { world, university, actor, session } = asking
  const proven = await prove(asking, input.current, "current")
  if (!proven.ok) return proven
  const fit = acceptable(input.password, proven.value)
  if (!fit.ok) return fit
  const passwordHash = await hashPassword(input.password)
  return world.within(university, actor, async (ctx) => {
    await changeAccount(ctx.tx, actor.account, { passwordHash })
    const ended = await endSessions(ctx.tx, actor.account, { keep: session })
    await world.log(ctx, "accounts.change-password", null, { ended })
    return ok({})
  })
}

export async function removeSecondFactor(
  asking: Asking,
  input: { password: string },
): Promise<Result<Record<string, never>, Refusal>> {
  const { world, university, actor } = asking
  const proven = await prove(asking, input.password, "password")
  if (!proven.ok) return proven
  return world.within(university, actor, async (ctx) => {
    await changeAccount(ctx.tx, actor.account, { totpSecret: null, totpPending: null })
    await world.log(ctx, "accounts.second-factor-remove", null, {})
    return ok({})
  })
}

/** The password once more, counted like any other guess: an unattended session must not be enough. */
async function prove(asking: Asking, password: string, at: string): Promise<Result<Account, Refusal>> {
  const { world, university, actor, caller } = asking
  const begun = await begin(world, university, actor.number, caller, world.clock())
  if (!begun.ok) return begun
  if (!(await isPassword(begun.value?.passwordHash, password)) || !begun.value)
    return refuse("invalid", "当前密码不正确", { at })
  await world.db.scoped(university.id, (tx) => release(tx, actor.number, caller.address))
  return ok(begun.value)
}
