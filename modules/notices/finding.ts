import type { Tx } from "#kit/server/db.ts"
import type { NoticeKind } from "./kinds.ts"
import type { Status } from "./notice.ts"
import type { Notice } from "./store.ts"
import type { Standing } from "./targets.ts"

/** Lists of notices: for readers, and for desks. */

const columns = `id, office, place, sender, union_id as "unionId", faculty, author, author_name as "authorName", stage, kind,
  title, text, files, open, everybody, faculties, classes, grades, groups, level, confirm, pass_down as "passDown",
  due_on as "dueOn", publish_at as "publishAt", written, version, live, published_at as "publishedAt",
  published_on as "publishedOn", corrected_on as "correctedOn", refused, course, withdrawn_on as "withdrawnOn",
  withdrawn_because as "withdrawnBecause", changed_at as "changedAt"`

/** Whether the rule of a notice takes in a student: `reaches` of targets.ts, said in SQL. Arguments from `$n` on. */
const takesIn = (n: number): string => `(groups && $${n}::text[] or ((everybody or $${n + 1} = any(faculties)
    or $${n + 2} = any(classes)) and $${n + 3} <> '' and (cardinality(grades) = 0 or $${n + 4}::int = any(grades))
    and (level = 'all' or (level = 'undergraduate') = ($${n + 3} = 'undergraduate'))))`

const standingArgs = (s: Standing | undefined): unknown[] =>
  s
    ? [s.groups, s.faculty, s.className === null ? "" : `${s.faculty}/${s.className}`, s.level, s.grade]
    : [[], "", "", "", null]

/** A published notice with what the reader did with it. */
export interface ForReader extends Notice {
  readonly mine: boolean
  readonly openedAt: Date | null
  readonly seen: number | null
  readonly confirmed: number | null
  readonly confirmedOn: string | null
}

export interface Reading {
  /** Where the reader stands; undefined: not in the register. */
  readonly standing: Standing | undefined
  readonly number: string
  readonly text?: string | undefined
  readonly kind?: NoticeKind | undefined
  readonly only?: "mine" | "unread" | undefined
  readonly page: number
  readonly size: number
}

/** Published, withdrawn ones among them: open to everybody or meant for the reader, the newest first. */
export async function noticesFor(
  tx: Tx,
  r: Reading,
): Promise<{ items: ForReader[]; total: number; unread: number }> {
  const own = takesIn(2)
  const from = `(select n.*, ${own} as mine, o.at as "openedAt", o.seen, o.confirmed, o.confirmed_on as "confirmedOn"
     from notice n left join notice_opening o on o.university_id = n.university_id and o.notice_id = n.id and o.number = $7
     where n.university_id = $1 and n.live is not null) f`
  const args = [tx.university, ...standingArgs(r.standing), r.number]
  const where = `(open or mine) and ($8::text is null or title ilike $8 or text ilike $8) and ($9::text is null or kind = $9)
     and ($10::text is null or mine and ($10 = 'mine' or "openedAt" is null and withdrawn_on is null))`
  const values = [...args, r.text ? like(r.text) : null, r.kind ?? null, r.only ?? null]
  const { rows } = await tx.client.query<ForReader>(
    `select ${columns}, mine, "openedAt", seen, confirmed, "confirmedOn" from ${from} where ${where}
     order by published_at desc, id desc limit $11 offset $12`,
    [...values, r.size, (r.page - 1) * r.size],
  )
  const counts = await tx.client.query<{ total: number; unread: number }>(
    `select (count(*) filter (where ${where}))::int as total,
       (count(*) filter (where mine and "openedAt" is null and withdrawn_on is null))::int as unread from ${from}`,
    values,
  )
  return { items: rows, ...counts.rows[0]! }
}

const like = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`

/** Which notices a desk sees. */
export interface Sight {
  /** Every notice that was published. */
  readonly wide: boolean
  /** Published ones that reach these faculties, classes (`学院/班级`) or groups. */
  readonly faculties: readonly string[]
  readonly classes: readonly string[]
  readonly groups: readonly string[]
  /** All of these senders, `office/place`, drafts as well. */
  readonly senders: readonly string[]
  /** Posts held, `office/place`: those in whose review the person takes part. */
  readonly posts: readonly string[]
  readonly number: string
}

export interface Wanted {
  readonly text?: string | undefined
  readonly kind?: NoticeKind | undefined
  readonly status?: Status | undefined
  readonly page: number
  readonly size: number
}

const status = `case when withdrawn_on is not null then 'withdrawn' when live is not null then 'published' else stage end`

export async function noticesSeen(tx: Tx, s: Sight, w: Wanted): Promise<{ items: Notice[]; total: number }> {
  const where = `university_id = $1 and (office || '/' || place = any($2) or exists (
        select from course c where c.university_id = notice.university_id and c.id = notice.course and (c.applicant = $11
          or exists (select from jsonb_each_text(c.places) p where p.key || '/' || p.value = any($3))))
      or live is not null and ($4 or groups && $7::text[] or (everybody and cardinality($5::text[]) + cardinality($6::text[]) > 0)
        or faculties && $5::text[] or classes && $6::text[]
        or exists (select from unnest(classes) c where split_part(c, '/', 1) = any($5))
        or exists (select from unnest($6::text[]) c where split_part(c, '/', 1) = any(faculties))))
    and ($8::text is null or title ilike $8) and ($9::text is null or kind = $9) and ($10::text is null or ${status} = $10)`
  const values = [
    tx.university,
    s.senders,
    s.posts,
    s.wide,
    s.faculties,
    s.classes,
    s.groups,
    w.text ? like(w.text) : null,
    w.kind ?? null,
    w.status ?? null,
    s.number,
  ]
  const { rows } = await tx.client.query<Notice>(
    `select ${columns} from notice where ${where} order by coalesce(published_at, changed_at) desc, id desc limit $12 offset $13`,
    [...values, w.size, (w.page - 1) * w.size],
  )
  const all = await tx.client.query<{ n: number }>(
    `select count(*)::int as n from notice where ${where}`,
    values,
  )
  return { items: rows, total: all.rows[0]?.n ?? 0 }
}

/** Passed down and published between two days, not withdrawn. */
export async function passedDownBetween(
  tx: Tx,
  from: string,
  to: string,
  kind: NoticeKind | null,
): Promise<Notice[]> {
  const { rows } = await tx.client.query<Notice>(
    `select ${columns} from notice where university_id = $1 and live is not null and withdrawn_on is null and pass_down
       and published_on between $2 and $3 and ($4::text is null or kind = $4) order by published_at`,
    [tx.university, from, to, kind],
  )
  return rows
}

/** How many are open to everybody: a number on the front page. */
export async function countOpen(tx: Tx): Promise<number> {
  const { rows } = await tx.client.query<{ n: number }>(
    "select count(*)::int as n from notice where university_id = $1 and live is not null and withdrawn_on is null and open",
    [tx.university],
  )
  return rows[0]?.n ?? 0
}
