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

/** First and only the first time, with the version seen last. */
export async function open(tx: Tx, row: Pick<Opening, "noticeId" | "number" | "at" | "seen">): Promise<void> {
  await tx.client.query(
    `insert into notice_opening (university_id, notice_id, number, at, seen) values ($1, $2, $3, $4, $5)
     on conflict (university_id, notice_id, number) do update set seen = excluded.seen where notice_opening.seen < excluded.seen`,
    [tx.university, row.noticeId, row.number, row.at, row.seen],
  )
}

export async function confirm(
  tx: Tx,
  row: { noticeId: string; number: string; version: number; onDay: Day; at: Date },
): Promise<void> {
  await tx.client.query(
    `insert into notice_opening (university_id, notice_id, number, at, seen, confirmed, confirmed_on)
     values ($1, $2, $3, $4, $5, $5, $6)
     on conflict (university_id, notice_id, number) do update set seen = excluded.seen, confirmed = excluded.confirmed,
       confirmed_on = excluded.confirmed_on where notice_opening.confirmed is distinct from excluded.confirmed`,
    [tx.university, row.noticeId, row.number, row.at, row.version, row.onDay],
  )
}

export async function openingOf(tx: Tx, noticeId: string, number: string): Promise<Opening | undefined> {
  const { rows } = await tx.client.query<Opening>(
    `select notice_id as "noticeId", number, at, seen, confirmed, confirmed_on as "confirmedOn" from notice_opening
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

/** By faculty and by class, and altogether; `numbers` are the people of its groups. */
export async function reachOf(
  tx: Tx,
  n: Notice,
  on: { readonly day: Day; readonly numbers: readonly string[]; readonly within?: Within },
): Promise<Count[]> {
  const { rows } = await tx.client.query<Count>(
    `select s.faculty, s.class_name as "className",
       grouping(s.class_name) = 0 and s.class_name is null as classless,
       count(*)::int as delivered, count(o.number)::int as opened,
       (count(*) filter (where o.confirmed = $10))::int as confirmed,
       percentile_cont(0.5) within group (order by extract(epoch from o.at - $9::timestamptz) / 60)
         filter (where o.number is not null) as median
     from student s left join notice_opening o on o.university_id = s.university_id and o.notice_id = $11 and o.number = s.number
     where ${taken} and ($12::text is null or s.faculty = $12) and ($13::text is null or s.class_name = $13)
     group by grouping sets ((), (s.faculty), (s.faculty, s.class_name))
     order by s.faculty nulls first, s.class_name nulls first`,
    [
      ...ruleArgs(tx, on.day, n, on.numbers),
      n.publishedAt,
      n.live,
      n.id,
      on.within?.faculty ?? null,
      on.within?.className ?? null,
    ],
  )
  return rows
}

/** Who has not confirmed the version published, in a faculty or a class of it; one page. */
export async function unconfirmedOf(
  tx: Tx,
  n: Notice,
  on: {
    readonly day: Day
    readonly numbers: readonly string[]
    readonly faculty: string
    readonly className?: string | undefined
    readonly page: number
    readonly size: number
  },
): Promise<{ items: { number: string; name: string; className: string | null }[]; total: number }> {
  const where = `${taken} and s.faculty = $9 and ($10::text is null or s.class_name = $10) and not exists (
      select from notice_opening o where o.university_id = s.university_id and o.notice_id = $11 and o.number = s.number
        and o.confirmed = $12)`
  const values = [...ruleArgs(tx, on.day, n, on.numbers), on.faculty, on.className ?? null, n.id, n.live]
  const { rows } = await tx.client.query<{ number: string; name: string; className: string | null }>(
    `select s.number, s.name, s.class_name as "className" from student s where ${where}
     order by s.class_name nulls last, s.number limit $13 offset $14`,
    [...values, on.size, (on.page - 1) * on.size],
  )
  const all = await tx.client.query<{ n: number }>(
    `select count(*)::int as n from student s where ${where}`,
    values,
  )
  return { items: rows, total: all.rows[0]?.n ?? 0 }
}
