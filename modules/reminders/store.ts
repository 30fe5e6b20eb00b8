import { newId } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"

export interface Reminder {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly href: string
  readonly clause: string | null
  readonly at: Date
  readonly readAt: Date | null
}

/** What is told, whoever is told it. `key` names it: nobody is told the same twice. */
export interface Told extends Pick<Reminder, "title" | "detail" | "href"> {
  readonly key: string
  readonly clause?: string
}

/** Tell people something, each once. */
export async function remind(tx: Tx, to: readonly string[], told: Told, at: Date): Promise<void> {
  const rows = [...new Set(to)].filter(Boolean).map((number) => ({ id: newId(at.getTime()), number }))
  if (rows.length === 0) return
  await tx.client.query(
    `insert into reminder (university_id, id, number, key, title, detail, href, clause, at)
     select $1, r.id, r.number, $3, $4, $5, $6, $7, $8 from jsonb_to_recordset($2::jsonb) as r(id text, number text)
     on conflict (university_id, number, key) do nothing`,
    [
      tx.university,
      JSON.stringify(rows),
      told.key,
      told.title,
      told.detail,
      told.href,
      told.clause ?? null,
      at,
    ],
  )
}

export async function remindersOf(
  tx: Tx,
  number: string,
  wanted: { readonly unread?: boolean | undefined; readonly page: number; readonly size: number },
): Promise<{ items: readonly Reminder[]; total: number }> {
  const where = `from reminder where university_id = $1 and number = $2 and (not $3::boolean or read_at is null)`
  const values = [tx.university, number, wanted.unread ?? false]
  const page = await tx.client.query<Reminder>(
    `select id, title, detail, href, clause, at, read_at as "readAt" ${where} order by at desc, id desc limit $4 offset $5`,
    [...values, wanted.size, (wanted.page - 1) * wanted.size],
  )
  const all = await tx.client.query<{ n: number }>(`select count(*)::int as n ${where}`, values)
  return { items: page.rows, total: all.rows[0]?.n ?? 0 }
}

export async function countUnread(tx: Tx, number: string): Promise<number> {
  const { rows } = await tx.client.query<{ n: number }>(
    "select count(*)::int as n from reminder where university_id = $1 and number = $2 and read_at is null",
    [tx.university, number],
  )
  return rows[0]?.n ?? 0
}

/** Mark one of a person's reminders as read, or all of them. Answers how many there were of that id. */
export async function markRead(tx: Tx, number: string, id: string | null, at: Date): Promise<number> {
  const { rowCount } = await tx.client.query(
    `update reminder set read_at = coalesce(read_at, $4) where university_id = $1 and number = $2
       and case when $3::text is null then read_at is null else id = $3 end`,
    [tx.university, number, id, at],
  )
  return rowCount ?? 0
}

const keptDays = 400

/** What was told more than a year ago is of no use to anybody; the record of decisions is kept elsewhere. */
export async function forgetOld(tx: Tx, now: Date): Promise<void> {
  await tx.client.query("delete from reminder where university_id = $1 and at < $2", [
    tx.university,
    new Date(now.getTime() - keptDays * 86_400_000),
  ])
}
