import { createHash, randomInt, timingSafeEqual } from "node:crypto"
import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"

export type Frequency = "off" | "daily" | "weekly"

export interface Mailing {
  readonly number: string
  readonly frequency: Frequency
  readonly address: string | null
  readonly pending: string | null
  readonly codeHash: string | null
  readonly codeExpires: Date | null
  readonly codeTries: number
  readonly lastDigest: Day | null
}

const columns = `number, frequency, address, pending, code_hash as "codeHash", code_expires as "codeExpires",
  code_tries as "codeTries", last_digest as "lastDigest"`

/** What a person has set; quiet where nothing is. */
export async function mailingOf(tx: Tx, number: string): Promise<Mailing> {
  const { rows } = await tx.client.query<Mailing>(
    `select ${columns} from mailing where university_id = $1 and number = $2`,
    [tx.university, number],
  )
  const none = { address: null, pending: null, codeHash: null, codeExpires: null, lastDigest: null }
  return rows[0] ?? { number, frequency: "off", codeTries: 0, ...none }
}

/** Everybody who wants digests at a confirmed address. */
export async function mailings(tx: Tx): Promise<readonly Mailing[]> {
  const { rows } = await tx.client.query<Mailing>(
    `select ${columns} from mailing
     where university_id = $1 and frequency <> 'off' and address is not null order by number`,
    [tx.university],
  )
  return rows
}

export async function keepMailing(tx: Tx, m: Mailing): Promise<void> {
  await tx.client.query(
    `insert into mailing (university_id, number, frequency, address, pending, code_hash, code_expires, code_tries, last_digest)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (university_id, number) do update set frequency = excluded.frequency, address = excluded.address,
       pending = excluded.pending, code_hash = excluded.code_hash, code_expires = excluded.code_expires,
       code_tries = excluded.code_tries, last_digest = excluded.last_digest`,
    [
      tx.university,
      m.number,
      m.frequency,
      m.address,
      m.pending,
      m.codeHash,
      m.codeExpires,
      m.codeTries,
      m.lastDigest,
    ],
  )
}

/** Six digits, good for half an hour and five guesses. */
export const codeMinutes = 30
const codeGuesses = 5

export const newCode = (): string => `${randomInt(1_000_000)}`.padStart(6, "0")

/** Count a guess before it is looked at; undefined where none is free any more. */
export async function spendGuess(tx: Tx, number: string, now: Date): Promise<Mailing | undefined> {
  const { rows } = await tx.client.query<Mailing>(
    `update mailing set code_tries = code_tries + 1
     where university_id = $1 and number = $2 and pending is not null and code_expires > $3 and code_tries < $4
     returning ${columns}`,
    [tx.university, number, now, codeGuesses],
  )
  return rows[0]
}

export async function mailingDigested(tx: Tx, number: string, on: Day): Promise<void> {
  await tx.client.query("update mailing set last_digest = $3 where university_id = $1 and number = $2", [
    tx.university,
    number,
    on,
  ])
}

/** Bound to the address, so that a code for one confirms no other. */
export const hashOfCode = (code: string, address: string): string =>
  createHash("sha256")
    .update(`${address}\n${code.replaceAll(/\D/g, "")}`)
    .digest("hex")

export const sameCode = (m: Mailing, code: string): boolean =>
  m.codeHash !== null &&
  m.pending !== null &&
  timingSafeEqual(Buffer.from(m.codeHash, "hex"), Buffer.from(hashOfCode(code, m.pending), "hex"))
