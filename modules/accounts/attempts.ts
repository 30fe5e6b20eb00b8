import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"

/** How many guesses are free within the window, and how long the door then stays shut. */
const free = { number: 8, address: 80 } as const
const minutes = 15

const keys = (number: string, address: string) => [
  { key: `number:${number}`, limit: free.number },
  { key: `address:${address}`, limit: free.address },
]

/**
 * Count a guess before it is checked, so that guesses made at once are all counted; refused while shut,
 * with the time to try again. Counts numbers that do not exist alike.
 */
export async function reserve(
  tx: Tx,
  number: string,
  address: string,
  now: Date,
): Promise<Result<void, Refusal>> {
  let until: Date | null = null
  for (const { key, limit } of keys(number, address)) {
    const { rows } = await tx.client.query<{ locked_until: Date | null }>(
      `insert into sign_in_attempt as a (university_id, key, count, since) values ($1, $2, 1, $3)
       on conflict (university_id, key) do update set
         count = case when a.locked_until > $3 then a.count
                      when a.locked_until is not null or a.since <= $4 then 1 else a.count + 1 end,
         since = case when a.locked_until > $3 then a.since
                      when a.locked_until is not null or a.since <= $4 then $3 else a.since end,
         locked_until = case when a.locked_until > $3 then a.locked_until
                             when a.locked_until is null and a.since > $4 and a.count >= $5 then $6::timestamptz
                             else null end
       returning locked_until`,
      [tx.university, key, now, shift(now, -minutes), limit, shift(now, minutes)],
    )
    const locked = rows[0]?.locked_until ?? null
    if (locked && (!until || locked > until)) until = locked
  }
  return until ? shut(until) : ok(undefined)
}

/** The guess was right: the number starts afresh, the address gets its guess back. */
export async function release(tx: Tx, number: string, address: string): Promise<void> {
  const [mine, theirs] = keys(number, address)
  await tx.client.query("delete from sign_in_attempt where university_id = $1 and key = $2", [
    tx.university,
    mine!.key,
  ])
  await tx.client.query(
    "update sign_in_attempt set count = greatest(count - 1, 0) where university_id = $1 and key = $2",
    [tx.university, theirs!.key],
  )
}

const shift = (from: Date, by: number) => new Date(from.getTime() + by * 60_000)

function shut(until: Date): Result<never, Refusal> {
  const time = new Date(until.getTime() + 8 * 3_600_000 + 59_999).toISOString().slice(11, 16)
  return refuse("too-many", "尝试次数过多，已暂停登录", {
    cure: `请在 ${time} 之后再试`,
    at: until.toISOString(),
  })
}
