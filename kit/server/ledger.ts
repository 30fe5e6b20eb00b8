import { type Broken, Chain, type Entry, link } from "@qiaoliang/ledger"
import type { Tx } from "./db.ts"

/** One record of the ledger as a module reads it back. */
export interface Recorded<T> {
  readonly seq: number
  readonly at: Date
  readonly body: T
}

export interface Written {
  readonly topic: string
  readonly subject: string
  readonly body: Record<string, unknown>
  readonly at: Date
}

/**
 * Add to the university's ledger, in the transaction of the decision. One writer at a time: whoever
 * appends waits for the transaction before, so there are no gaps.
 */
export async function appendToLedger(tx: Tx, entries: readonly Written[]): Promise<void> {
  if (entries.length === 0) return
  await tx.client.query("select pg_advisory_xact_lock(hashtext('ledger'), hashtext($1))", [tx.university])
  let last = await lastOf(tx)
  const rows = entries.map(({ topic, subject, body, at }) => {
    const entry = link(last, { topic, subject, at: at.toISOString(), body })
    last = entry
    return { seq: entry.seq, at: at.toISOString(), topic, subject, body, prev: entry.prev, hash: entry.hash }
  })
  await tx.client.query(
    `insert into ledger_entry (university_id, seq, at, topic, subject, body, prev, hash)
     select $1, seq, at, topic, subject, body, prev, hash from jsonb_to_recordset($2::jsonb)
       as r(seq int, at timestamptz, topic text, subject text, body jsonb, prev text, hash text)`,
    [tx.university, JSON.stringify(rows)],
  )
}

/** The end of the chain: what is printed and compared. */
export async function lastOf(tx: Tx): Promise<{ seq: number; hash: string } | null> {
  const { rows } = await tx.client.query<{ seq: number; hash: string }>(
    "select seq, hash from ledger_entry where university_id = $1 order by seq desc limit 1",
    [tx.university],
  )
  return rows[0] ?? null
}

/** Everything recorded about one subject, in order. */
export async function recordsOf<T>(tx: Tx, topic: string, subject: string): Promise<readonly Recorded<T>[]> {
  const { rows } = await tx.client.query<Recorded<T>>(
    `select seq, at, body from ledger_entry
     where university_id = $1 and topic = $2 and subject = $3 order by seq`,
    [tx.university, topic, subject],
  )
  return rows
}

const page = 2000

/** The ledger from its beginning, page by page, as entries of packages/ledger. */
export async function* ledgerEntries(tx: Tx): AsyncGenerator<Entry> {
  let after = 0
  while (true) {
    const { rows } = await tx.client.query<
      { seq: number; at: Date; prev: string; hash: string } & Omit<Written, "at">
    >(
      `select seq, at, topic, subject, body, prev, hash from ledger_entry
       where university_id = $1 and seq > $2 order by seq limit ${page}`,
      [tx.university, after],
    )
    for (const { seq, prev, hash, at, topic, subject, body } of rows)
      yield { seq, prev, hash, body: { topic, subject, at: at.toISOString(), body } }
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}

export type LedgerVerdict =
  | { readonly ok: true; readonly entries: number; readonly last: string | null }
  | { readonly ok: false; readonly entries: number; readonly broken: Broken }

/** Check a ledger from the database or a file: the first broken link, or how long it is and its last hash. */
export async function checkLedger(entries: AsyncIterable<Entry> | Iterable<Entry>): Promise<LedgerVerdict> {
  const chain = new Chain()
  let count = 0
  for await (const entry of entries) {
    const broken = chain.check(entry)
    if (broken) return { ok: false, entries: count, broken }
    count++
  }
  return { ok: true, entries: count, last: chain.last?.hash ?? null }
}
