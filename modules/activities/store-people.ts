import { and, asc, eq, inArray } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { activitySignUp } from "./schema.ts"

export type SignUp = typeof activitySignUp.$inferSelect

const at = (tx: Tx, activityId: string) =>
  and(eq(activitySignUp.universityId, tx.university), eq(activitySignUp.activityId, activityId))

export async function signUpOf(tx: Tx, activityId: string, number: string): Promise<SignUp | undefined> {
  const [row] = await tx.sql
    .select()
    .from(activitySignUp)
    .where(and(at(tx, activityId), eq(activitySignUp.number, number)))
  return row
}

/** Everybody with a place, by faculty, class and number: the order of a sheet to sign. */
export const acceptedIn = (tx: Tx, activityId: string): Promise<SignUp[]> =>
  tx.sql
    .select()
    .from(activitySignUp)
    .where(and(at(tx, activityId), eq(activitySignUp.state, "accepted")))
    .orderBy(asc(activitySignUp.faculty), asc(activitySignUp.className), asc(activitySignUp.number))

/** The numbers of those with a place and of those who wait. */
export async function signedUpIn(tx: Tx, activityId: string): Promise<string[]> {
  const rows = await tx.sql
    .select({ number: activitySignUp.number })
    .from(activitySignUp)
    .where(and(at(tx, activityId), inArray(activitySignUp.state, ["accepted", "waiting"])))
    .orderBy(asc(activitySignUp.number))
  return rows.map((r) => r.number)
}

/** A student's own in these activities. */
export async function ownIn(
  tx: Tx,
  number: string,
  activities: readonly string[],
): Promise<Map<string, SignUp>> {
  if (activities.length === 0 || number === "") return new Map()
  const rows = await tx.sql
    .select()
    .from(activitySignUp)
    .where(
      and(
        eq(activitySignUp.universityId, tx.university),
        eq(activitySignUp.number, number),
        inArray(activitySignUp.activityId, [...activities]),
      ),
    )
  return new Map(rows.map((r) => [r.activityId, r]))
}

/** Signed up, again or for the first time, at the end of the queue. */
export async function putDown(
  tx: Tx,
  row: Omit<SignUp, "universityId" | "turn" | "movedUpAt">,
): Promise<void> {
  await tx.client.query(
    `insert into activity_sign_up
       (university_id, activity_id, number, name, faculty, grade, class_name, state, at, turn)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9,
       coalesce((select max(turn) from activity_sign_up where university_id = $1 and activity_id = $2), 0) + 1
     on conflict (university_id, activity_id, number) do update set
       name = excluded.name, faculty = excluded.faculty, grade = excluded.grade, class_name = excluded.class_name,
       state = excluded.state, at = excluded.at, turn = excluded.turn, moved_up_at = null`,
    [
      tx.university,
      row.activityId,
      row.number,
      row.name,
      row.faculty,
      row.grade,
      row.className,
      row.state,
      row.at,
    ],
  )
}

export async function withdrawFrom(tx: Tx, activityId: string, number: string): Promise<void> {
  await tx.sql
    .update(activitySignUp)
    .set({ state: "withdrawn", movedUpAt: null })
    .where(and(at(tx, activityId), eq(activitySignUp.number, number)))
}

export interface Counts {
  readonly accepted: number
  readonly waiting: number
}

export async function countsIn(tx: Tx, activities: readonly string[]): Promise<Map<string, Counts>> {
  const { rows } = await tx.client.query<{ id: string } & Counts>(
    `select activity_id as id, (count(*) filter (where state = 'accepted'))::int as accepted,
       (count(*) filter (where state = 'waiting'))::int as waiting
     from activity_sign_up where university_id = $1 and activity_id = any($2) group by 1`,
    [tx.university, activities],
  )
  return new Map(rows.map((r) => [r.id, r]))
}

/** How many wait up to and with this turn. */
export async function placeInQueue(tx: Tx, activityId: string, turn: number): Promise<number> {
  const { rows } = await tx.client.query<{ n: number }>(
    `select count(*)::int as n from activity_sign_up
     where university_id = $1 and activity_id = $2 and state = 'waiting' and turn <= $3`,
    [tx.university, activityId, turn],
  )
  return rows[0]!.n
}

/** Whoever waits longest takes the places that are free; answers who. */
export async function moveUp(tx: Tx, activityId: string, free: number, now: Date): Promise<string[]> {
  if (free <= 0) return []
  const { rows } = await tx.client.query<{ number: string }>(
    `update activity_sign_up set state = 'accepted', moved_up_at = $4
     where university_id = $1 and activity_id = $2 and number in (
       select number from activity_sign_up where university_id = $1 and activity_id = $2 and state = 'waiting'
       order by turn limit $3)
     returning number`,
    [tx.university, activityId, Number.isFinite(free) ? free : null, now],
  )
  return rows.map((r) => r.number)
}

export interface Found {
  readonly number: string
  readonly name: string
  readonly faculty: string
  readonly grade: number
  readonly signedUp: SignUp["state"] | null
  readonly nth: number | null
  readonly there: Date | null
  readonly by: "code" | "list" | "sheet" | null
  readonly because: string | null
  readonly byName: string | null
}

export type Standing = "accepted" | "waiting" | "withdrawn" | "there" | "absent" | "walk-in"

const stands: Readonly<Record<Standing, string>> = {
  accepted: "state = 'accepted'",
  waiting: "state = 'waiting'",
  withdrawn: "state = 'withdrawn' and there is null",
  there: "there is not null",
  absent: "state = 'accepted' and there is null",
  "walk-in": "there is not null and state is distinct from 'accepted'",
}

/** Signed up or there, one line a person: with a place, then those who wait in their order. */
export async function peopleIn(
  tx: Tx,
  activityId: string,
  of: { text?: string | undefined; standing?: Standing | undefined; page: number; size: number },
): Promise<{ rows: Found[]; total: number }> {
  const { rows } = await tx.client.query<Found & { total: number }>(
    `with last as (
       select distinct on (number) number, name, faculty, grade, what, by, because, by_name, at
       from activity_attendance where university_id = $1 and activity_id = $2 order by number, seq desc),
     queue as (
       select number, row_number() over (order by turn)::int as nth from activity_sign_up
       where university_id = $1 and activity_id = $2 and state = 'waiting'),
     signed as (select * from activity_sign_up where university_id = $1 and activity_id = $2),
     everyone as (
       select coalesce(s.number, l.number) as number, coalesce(s.name, l.name) as name,
         coalesce(s.faculty, l.faculty) as faculty, coalesce(s.grade, l.grade) as grade, s.state, q.nth,
         case when l.what = 'in' then l.at end as there, case when l.what = 'in' then l.by end as by,
         l.because, l.by_name
       from signed s full join last l on l.number = s.number left join queue q on q.number = s.number)
     select number, name, faculty, grade, state as "signedUp", nth, there, by, because, by_name as "byName",
       count(*) over ()::int as total
     from everyone
     where ($3::text is null or number like $3 || '%' or strpos(name, $3) > 0 or faculty = $3)
       and ${of.standing ? stands[of.standing] : "true"}
     order by case state when 'accepted' then 0 when 'waiting' then 1 when 'withdrawn' then 3 else 2 end,
       nth, faculty, number
     limit $4 offset $5`,
    [tx.university, activityId, of.text || null, of.size, (of.page - 1) * of.size],
  )
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Signed up with a place and did not come; came without one. */
export async function missedIn(tx: Tx, activityId: string): Promise<{ absent: number; walkedIn: number }> {
  const { rows } = await tx.client.query<{ absent: number; walkedIn: number }>(
    `with there as (
       select number from (
         select distinct on (number) number, what from activity_attendance
         where university_id = $1 and activity_id = $2 order by number, seq desc) l where what = 'in')
     select (select count(*) from activity_sign_up s where university_id = $1 and activity_id = $2
         and state = 'accepted' and not exists (select from there t where t.number = s.number))::int as absent,
       (select count(*) from there t where not exists (select from activity_sign_up s
         where university_id = $1 and activity_id = $2 and state = 'accepted' and s.number = t.number))::int
         as "walkedIn"`,
    [tx.university, activityId],
  )
  return rows[0]!
}

export const acceptedCount = async (tx: Tx, activityId: string): Promise<number> =>
  (await countsIn(tx, [activityId])).get(activityId)?.accepted ?? 0
