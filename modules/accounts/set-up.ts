import { randomBytes } from "node:crypto"
import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { nobody } from "#kit/server/actor.ts"
import { university } from "#kit/server/tenancy.ts"
import type { University, World } from "#kit/server/world.ts"
import { codeExpiry, evenNumber, hashCode, newCode, sameHash, sha256 } from "./code.ts"
import { addAccount } from "./store.ts"

export interface SetUp {
  readonly university: {
    readonly id?: string
    readonly name: string
    readonly shortName: string
    /** A fixed day standing for today, and the sample's name: for the sample university only. */
    readonly referenceDay?: string
    readonly sample?: string
  }
  readonly adminNumber: string
  readonly adminName: string
}

/** A university and its first administrator, whose activation code is told here once. */
export async function setUp(
  world: World,
  given: SetUp,
): Promise<Result<{ university: University; code: string; expires: Date }, Refusal>> {
  const now = world.clock()
  const code = newCode()
  const expires = codeExpiry(now)
  const made = await world.db.transaction(async (sql) => {
    const rows = await sql
      .insert(university)
      .values({ id: newId(now.getTime()), createdAt: now, ...given.university })
      .onConflictDoNothing()
      .returning()
    return rows[0]
  })
  if (!made) return refuse("conflict", "这所学校已经设立")
  await world.within(made, nobody, async (ctx) => {
    await addAccount(ctx.tx, {
      number: evenNumber(given.adminNumber),
      name: given.adminName,
      admin: true,
      codeHash: hashCode(code),
      codeExpires: expires,
      createdAt: now,
    })
    await world.log(ctx, "accounts.set-up", null, { university: made.id })
  })
  return ok({ university: made, code, expires })
}

const tokens = new WeakMap<World, string>()

/** The one-time token of the first-run page; apps/server prints it while there is no university. */
export function newSetUpToken(world: World): string {
  const token = randomBytes(18).toString("base64url")
  tokens.set(world, sha256(token))
  return token
}

/** As `setUp`, from the first-run page: only with the token, only before the first university, only once. */
export async function setUpFirst(
  world: World,
  token: string,
  given: SetUp,
): Promise<Result<{ activationCode: string; expires: string }, Refusal>> {
  if (!sameHash(tokens.get(world), sha256(token)))
    return refuse("not-allowed", "设立口令不正确", { at: "token", cure: "口令印在启动程序的窗口里" })
  tokens.delete(world)
  const made = (await world.firstUniversity())
    ? refuse("conflict", "学校已经设立", { cure: "请直接登录" })
    : await setUp(world, given)
  return made.ok ? ok({ activationCode: made.value.code, expires: made.value.expires.toISOString() }) : made
}
