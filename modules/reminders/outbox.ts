import { newId } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"

export interface Delivery {
  readonly id: string
  readonly channel: "mail" | "robot"
  readonly kind: "code" | "digest" | "test"
  /** The person's number, or the robot's id. */
  readonly owner: string
  readonly address: string | null
  readonly subject: string
  readonly text: string | null
  readonly tries: number
  readonly createdAt: Date
}

/** Minutes to wait after each failed try; after the last one it is given up. */
const waits = [1, 5, 15, 60, 240, 720] as const
const minute = 60_000
/** A process that dies while sending leaves its deliveries to the next after this. */
const lease = 10 * minute

/** When to try again after so many failed tries; null: give up. */
export const nextTry = (tries: number, now: Date): Date | null => {
  const wait = waits[tries - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait * minute)
}

/** Put into the outbox, in the transaction that wants it sent. Nothing is sent before it commits. */
export async function enqueue(
  tx: Tx,
  d: Pick<Delivery, "channel" | "kind" | "owner" | "subject"> & { address?: string; text: string },
  now: Date,
): Promise<void> {
  await tx.client.query(
    `insert into delivery (university_id, id, channel, kind, owner, address, subject, text, next_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [
      tx.university,
      newId(now.getTime()),
      d.channel,
      d.kind,
      d.owner,
      d.address ?? null,
      d.subject,
      d.text,
      now,
    ],
  )
}

/** Take what has been due longest, for one sender only. The try counts from here, whatever becomes of it. */
export async function claim(tx: Tx, now: Date): Promise<Delivery | undefined> {
  const { rows } = await tx.client.query<Delivery>(
    `update delivery set tries = tries + 1, next_at = $3 where university_id = $1 and id = (
       select id from delivery where university_id = $1 and state = 'queued' and next_at <= $2
       order by next_at, id limit 1 for update skip locked)
     returning id, channel, kind, owner, address, subject, text, tries, created_at as "createdAt"`,
    [tx.university, now, new Date(now.getTime() + lease)],
  )
  return rows[0]
}

/** Sent: what was said is not kept. */
export async function settleSent(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.client.query(
    `update delivery set state = 'sent', sent_at = $3, text = null, error = null where university_id = $1 and id = $2`,
    [tx.university, id, now],
  )
}

/** Not sent: later again, or never; a code is worth nothing by then and goes. */
export async function settleFailed(tx: Tx, d: Delivery, error: string, next: Date | null): Promise<void> {
  await tx.client.query(
    `update delivery set error = $3, next_at = coalesce($4, next_at),
            state = case when $4::timestamptz is null then 'given-up' else state end,
            text = case when $4::timestamptz is null and kind = 'code' then null else text end
     where university_id = $1 and id = $2`,
    [tx.university, d.id, error.slice(0, 300), next],
  )
}

/** Whoever takes back an address or a robot takes back what waits for it. */
export async function callOff(tx: Tx, channel: Delivery["channel"], owner: string): Promise<void> {
  await tx.client.query(
    "delete from delivery where university_id = $1 and channel = $2 and owner = $3 and state <> 'sent'",
    [tx.university, channel, owner],
  )
}

/** How many codes a person has asked for since a moment. */
export async function codesSince(tx: Tx, number: string, since: Date): Promise<number> {
  const { rows } = await tx.client.query<{ n: number }>(
    `select count(*)::int as n from delivery where university_id = $1 and owner = $2 and kind = 'code' and created_at > $3`,
    [tx.university, number, since],
  )
  return rows[0]?.n ?? 0
}

export interface Unsent extends Delivery {
  readonly state: "queued" | "given-up"
  readonly nextAt: Date
  readonly error: string | null
  readonly robotOwner: string | null
}

/** What was tried and not sent, the given-up first; and how many were sent. */
export async function unsent(
  tx: Tx,
  wanted: { readonly page: number; readonly size: number },
): Promise<{ items: readonly Unsent[]; total: number; sent: number }> {
  const where = "d.university_id = $1 and d.state <> 'sent' and d.error is not null"
  const { rows } = await tx.client.query<Unsent>(
    `select d.id, d.channel, d.kind, d.owner, d.address, d.subject, d.text, d.tries, d.created_at as "createdAt",
            d.state, d.next_at as "nextAt", d.error, r.owner_name as "robotOwner"
     from delivery d left join robot r on r.university_id = d.university_id and d.channel = 'robot' and r.id = d.owner
     where ${where} order by (d.state = 'given-up') desc, d.id desc limit $2 offset $3`,
    [tx.university, wanted.size, (wanted.page - 1) * wanted.size],
  )
  const counted = await tx.client.query<{ total: number; sent: number }>(
    `select (count(*) filter (where ${where}))::int as total, (count(*) filter (where d.state = 'sent'))::int as sent
     from delivery d where d.university_id = $1`,
    [tx.university],
  )
  return { items: rows, total: counted.rows[0]?.total ?? 0, sent: counted.rows[0]?.sent ?? 0 }
}

/** Try a given-up delivery from the beginning; false where there is none with its words. */
export async function requeue(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `update delivery set state = 'queued', tries = 0, next_at = $3
     where university_id = $1 and id = $2 and state = 'given-up' and text is not null`,
    [tx.university, id, now],
  )
  return rowCount === 1
}

const keptDays = 30

export async function clearOutbox(tx: Tx, now: Date): Promise<void> {
  await tx.client.query(
    "delete from delivery where university_id = $1 and state <> 'queued' and created_at < $2",
    [tx.university, new Date(now.getTime() - keptDays * 86_400_000)],
  )
}
