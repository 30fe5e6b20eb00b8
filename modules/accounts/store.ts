import { randomBytes } from "node:crypto"
import { newId } from "@qiaoliang/basics"
import { and, count, desc, eq, gt, ilike, lt, ne, or, type SQL } from "drizzle-orm"
import type { Capacity } from "#kit/server/actor.ts"
import type { Tx } from "#kit/server/db.ts"
import { capacitiesSql } from "#modules/offices/index.ts"
import type { Caller } from "./caller.ts"
import { sha256 } from "./code.ts"
import { account, session } from "./schema.ts"

export type Account = typeof account.$inferSelect
export type Session = typeof session.$inferSelect

const days = 30

const mine = (tx: Tx, more: SQL | undefined) => and(eq(account.universityId, tx.university), more)

export async function accountByNumber(tx: Tx, number: string): Promise<Account | undefined> {
  const rows = await tx.sql
    .select()
    .from(account)
    .where(mine(tx, eq(account.number, number)))
  return rows[0]
}

export async function accountById(tx: Tx, id: string): Promise<Account | undefined> {
  const rows = await tx.sql
    .select()
    .from(account)
    .where(mine(tx, eq(account.id, id)))
  return rows[0]
}

export async function addAccount(
  tx: Tx,
  given: Pick<Account, "number" | "name"> & Partial<Account> & { createdAt: Date },
): Promise<Account> {
  const rows = await tx.sql
    .insert(account)
    .values({ id: newId(given.createdAt.getTime()), ...given, universityId: tx.university })
    .returning()
  return rows[0]!
}

export const changeAccount = async (tx: Tx, id: string, change: Partial<Account>): Promise<void> => {
  await tx.sql
    .update(account)
    .set(change)
    .where(mine(tx, eq(account.id, id)))
}

/** Use up a time step; false when it, or a later one, was used before. */
export async function spendStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const rows = await tx.sql
    .update(account)
    .set({ totpLast: step })
    .where(mine(tx, and(eq(account.id, id), lt(account.totpLast, step))))
    .returning({ id: account.id })
  return rows.length === 1
}

export async function listAccounts(
  tx: Tx,
  wanted: { search?: string | undefined; page: number; size: number },
): Promise<{ items: Account[]; total: number }> {
  const like = wanted.search ? `%${wanted.search.replaceAll(/[\\%_]/g, "\\$&")}%` : undefined
  const where = mine(tx, like ? or(ilike(account.number, like), ilike(account.name, like)) : undefined)
  const items = await tx.sql
    .select()
    .from(account)
    .where(where)
    .orderBy(account.number)
    .limit(wanted.size)
    .offset((wanted.page - 1) * wanted.size)
  const total = await tx.sql.select({ n: count() }).from(account).where(where)
  return { items, total: total[0]?.n ?? 0 }
}

/** Name of a number the register or an office knows on a day: accounts are for people on record. */
export async function nameOnRecord(tx: Tx, number: string, day: string): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ name: string }>(
    `select name from student where university_id = $1 and number = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)
     union all
     select name from office_holder where university_id = $1 and number = $2 and (valid_to is null or valid_to > $3)
     limit 1`,
    [tx.university, number, day],
  )
  return rows[0]?.name
}

/** A new session; the token is handed out here once and kept only as a hash. */
export async function openSession(
  tx: Tx,
  of: Pick<Account, "id">,
  caller: Omit<Caller, "address">,
  now: Date,
): Promise<{ id: string; token: string; expires: Date }> {
  const token = randomBytes(24).toString("base64url")
  const expires = new Date(now.getTime() + days * 86_400_000)
  const id = newId(now.getTime())
  await tx.sql.delete(session).where(lt(session.expiresAt, now))
  await changeAccount(tx, of.id, { lastSignIn: now })
  await tx.sql.insert(session).values({
    id,
    tokenHash: sha256(token),
    university: tx.university,
    accountId: of.id,
    createdAt: now,
    lastSeen: now,
    expiresAt: expires,
    device: caller.device,
    place: caller.place,
  })
  return { id, token, expires }
}

const sessionsOf = (tx: Tx, accountId: string) =>
  and(eq(session.university, tx.university), eq(session.accountId, accountId))

export const listSessions = (tx: Tx, accountId: string, now: Date): Promise<Session[]> =>
  tx.sql
    .select()
    .from(session)
    .where(and(sessionsOf(tx, accountId), gt(session.expiresAt, now)))
    .orderBy(desc(session.lastSeen))

/** Ends one session of the account, or all but `keep`; answers how many. */
export async function endSessions(
  tx: Tx,
  accountId: string,
  which: { id: string } | { keep: string },
): Promise<number> {
  const one = "id" in which ? eq(session.id, which.id) : ne(session.id, which.keep)
  const rows = await tx.sql
    .delete(session)
    .where(and(sessionsOf(tx, accountId), one))
    .returning({ id: session.id })
  return rows.length
}

export const touchSession = async (tx: Tx, id: string, now: Date): Promise<void> => {
  await tx.sql.update(session).set({ lastSeen: now }).where(eq(session.id, id))
}

export interface Known {
  readonly session: string
  readonly lastSeen: Date
  readonly account: string
  readonly number: string
  readonly name: string
  readonly admin: boolean
  readonly capacities: readonly Capacity[]
}

/** Who a token belongs to, with every post held on the day: one joined query. */
export async function findSession(tx: Tx, token: string, now: Date, day: string): Promise<Known | undefined> {
  const { rows } = await tx.client.query<Known>(
    `select s.id as session, s.last_seen as "lastSeen", a.id as account, a.number, a.name, a.admin,
            (select coalesce(json_agg(c), '[]') from (${capacitiesSql("a.university_id", "a.number", "coalesce(home.reference_day, $4)")}) c) as capacities
     from session s
     join university home on home.id = s.university
     join account a on a.university_id = s.university and a.id = s.account_id
     where s.token_hash = $1 and s.university = $2 and s.expires_at > $3 and not a.disabled`,
    [sha256(token), tx.university, now, day],
  )
  return rows[0]
}
