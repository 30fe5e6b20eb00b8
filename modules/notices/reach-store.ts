import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { opening } from "./schema.ts"
import type { Within } from "./sight.ts"
import type { Notice } from "./store.ts"
import type { ClassGroup } from "./targets.ts"

/** Openings and the register they are counted against. One row is written for an opening, none for a delivery. */

export type Opening = Omit<typeof opening.$inferSelect, "universityId">

const onDay = "s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2)"

/** Classes of the register on a day, by grade and level. */
export async function classGroups(tx: Tx, day: Day, faculty: string | null = null): Promise<ClassGroup[]> {
  const { rows } = await tx.client.query<ClassGroup>(
    `select distinct faculty, class_name as "className", grade, level from student s
     where university_id = $1 and ${onDay} and class_name is not null and ($3::text is null or faculty = $3)
     order by 1, 2`,
    [tx.university, day, faculty],
  )
  return rows
}

export interface Reader {
  readonly noticeId: string
  readonly number: string
  readonly faculty: string
  readonly className: string | null
  readonly at: Date
  readonly version: number
}

/** First and only the first time, with the version seen last. */
export async function open(tx: Tx, r: Reader): Promise<void> {
  await tx.client.query(
    `insert into notice_opening (university_id, notice_id, number, faculty, class_name, at, seen)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (university_id, notice_id, number) do update set seen = excluded.seen where notice_opening.seen < excluded.seen`,
    [tx.university, r.noticeId, r.number, r.faculty, r.className, r.at, r.version],
  )
}

export async function confirm(tx: Tx, r: Reader & { readonly onDay: Day }): Promise<void> {
  await tx.client.query(
    `insert into notice_opening (university_id, notice_id, number, faculty, class_name, at, seen, confirmed, confirmed_on)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8)
     on conflict (university_id, notice_id, number) do update set seen = excluded.seen, confirmed = excluded.confirmed,
       confirmed_on = excluded.confirmed_on where notice_opening.confirmed is distinct from excluded.confirmed`,
    [tx.university, r.noticeId, r.number, r.faculty, r.className, r.at, r.version, r.onDay],
  )
}

export async function openingOf(tx: Tx, noticeId: string, number: string): Promise<Opening | undefined> {
  const { rows } = await tx.client.query<Opening>(
    `select notice_id as "noticeId", number, faculty, class_name as "className", at, seen, confirmed, confirmed_on as "confirmedOn" from notice_opening
     where university_id = $1 and notice_id = $2 and number = $3`,
    [tx.university, noticeId, number],
  )
  return rows[0]
}

/** How far a notice came among some students. `median`: minutes from publishing to the first opening. */
export interface Count {
  /** Null: all of them together. */
  readonly faculty: string | null
  /** Null within a faculty: all of it, or with `classless` those without a class. */
  readonly className: string | null
  readonly classless: boolean
  readonly delivered: number
  readonly opened: number
  readonly confirmed: number
  readonly median: number | null
}

/** Those of the register on a day whom the rule takes in. `$3` on: everybody, faculties, classes, grades, level, numbers. */
const taken = `s.university_id = $1 and ${onDay} and (s.number = any($8) or (($3 or s.faculty = any($4)
    or s.faculty || '/' || s.class_name = any($5)) and (cardinality($6::int[]) = 0 or s.grade = any($6))
    and ($7 = 'all' or (s.level = 'undergraduate') = ($7 = 'undergraduate'))))`

const ruleArgs = (tx: Tx, day: Day, n: Notice, numbers: readonly string[]): unknown[] => [
  tx.university,
  day,
  n.everybody,
  n.faculties,
  n.classes,
  n.grades,
  n.level,
  numbers,
]

const sets = (t: string) => `group by grouping sets ((), (${t}.faculty), (${t}.faculty, ${t}.class_name))`
const place = (t: string) => `${t}.faculty, ${t}.class_name as "className",
       grouping(${t}.class_name) = 0 and ${t}.class_name is null as classless`

/**
 * By faculty and by class, and altogether; `numbers` are the people of its groups. Delivered is counted in the register
 * and openings among themselves, so that neither is joined with the other, 40,000 with 40,000.
 */
export async function reachOf(
  tx: Tx,
  n: Notice,
  on: { readonly day: Day; readonly numbers: readonly string[]; readonly within?: Within },
): Promise<Count[]> {
  const within = [on.within?.faculty ?? null, on.within?.className ?? null]
  const delivered = await tx.client.query<Pick<Count, "faculty" | "className" | "classless" | "delivered">>(
    `select ${place("s")}, count(*)::int as delivered from student s
     where ${taken} and ($9::text is null or s.faculty = $9) and ($10::text is null or s.class_name = $10)
     ${sets("s")} order by s.faculty nulls first, s.class_name nulls first`,
    [...ruleArgs(tx, on.day, n, on.numbers), ...within],
  )
  const opened = await tx.client.query<Omit<Count, "delivered">>(
    `select ${place("o")}, count(*)::int as opened, (count(*) filter (where o.confirmed = $4))::int as confirmed,
       percentile_cont(0.5) within group (order by extract(epoch from o.at - $3::timestamptz) / 60) as median
     from notice_opening o where o.university_id = $1 and o.notice_id = $2
       and ($5::text is null or o.faculty = $5) and ($6::text is null or o.class_name = $6) ${sets("o")}`,
    [tx.university, n.id, n.publishedAt, n.live, ...within],
  )
  const key = (c: Pick<Count, "faculty" | "className" | "classless">) =>
    JSON.stringify([c.faculty, c.className, c.classless])
  const known = new Map(opened.rows.map((o) => [key(o), o]))
  return delivered.rows.map((d) => {
    const o = known.get(key(d))
    // Who has left since is no longer among those it was delivered to.
    const most = (count: number | undefined) => Math.min(count ?? 0, d.delivered)
    return { ...d, opened: most(o?.opened), confirmed: most(o?.confirmed), median: o?.median ?? null }
  })
}

interface Named {
  readonly number: string
  readonly name: string
  readonly className: string | null
}

/** Who has not confirmed the version published, in a faculty or a class of it. */
export async function unconfirmedOf(
  tx: Tx,
  n: Notice,
  on: {
    readonly day: Day
    readonly numbers: readonly string[]
    readonly faculty: string
    readonly className?: string | undefined
  },
): Promise<Named[]> {
  const { rows } = await tx.client.query<Named>(
    `select s.number, s.name, s.class_name as "className" from student s
     where ${taken} and s.faculty = $9 and ($10::text is null or s.class_name = $10)
     order by s.class_name nulls last, s.number`,
    [...ruleArgs(tx, on.day, n, on.numbers), on.faculty, on.className ?? null],
  )
  const done = await tx.client.query<{ number: string }>(
    `select number from notice_opening where university_id = $1 and notice_id = $2 and confirmed = $3 and number = any($4)`,
    [tx.university, n.id, n.live, rows.map((r) => r.number)],
  )
  const confirmed = new Set(done.rows.map((r) => r.number))
  return rows.filter((r) => !confirmed.has(r.number))
}
