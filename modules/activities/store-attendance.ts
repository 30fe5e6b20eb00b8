import type { Day } from "@qiaoliang/basics"
import { and, desc, eq } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { There } from "./reach.ts"
import { activityAttendance, activityImport } from "./schema.ts"

export type Attendance = typeof activityAttendance.$inferSelect
export type Handed = typeof activityImport.$inferSelect

/** Who a line is about, as the register has them. */
export interface Present {
  readonly number: string
  readonly name: string
  readonly faculty: string
  readonly grade: number
  readonly kind: "undergraduate" | "graduate"
}

type Recorded = Pick<Attendance, "activityId" | "what" | "by" | "because" | "importId" | "byName" | "at">

/** A further line for each of these people. Two at the same moment are one. Answers how many were added. */
export async function addLines(tx: Tx, people: readonly Present[], of: Recorded): Promise<number> {
  if (people.length === 0) return 0
  const { rowCount } = await tx.client.query(
    `insert into activity_attendance (university_id, activity_id, number, seq, name, faculty, grade, kind, what, by,
       because, import_id, by_name, at)
     select $1, $2, p.number, coalesce((select max(seq) from activity_attendance a
         where a.university_id = $1 and a.activity_id = $2 and a.number = p.number), 0) + 1,
       p.name, p.faculty, p.grade, p.kind, $4, $5, $6, $7, $8, $9
     from jsonb_to_recordset($3::jsonb) as p(number text, name text, faculty text, grade int, kind text)
     on conflict do nothing`,
    [
      tx.university,
      of.activityId,
      JSON.stringify(people),
      of.what,
      of.by,
      of.because,
      of.importId,
      of.byName,
      of.at,
    ],
  )
  return rowCount ?? 0
}

export async function lastLineOf(
  tx: Tx,
  activityId: string,
  number: string,
): Promise<Attendance | undefined> {
  const [row] = await tx.sql
    .select()
    .from(activityAttendance)
    .where(
      and(
        eq(activityAttendance.universityId, tx.university),
        eq(activityAttendance.activityId, activityId),
        eq(activityAttendance.number, number),
      ),
    )
    .orderBy(desc(activityAttendance.seq))
    .limit(1)
  return row
}

export interface LastLine extends Present {
  readonly what: "in" | "out"
  readonly importId: string | null
}

/** The last line of everybody on record. */
export async function lastLinesIn(tx: Tx, activityId: string): Promise<LastLine[]> {
  const { rows } = await tx.client.query<LastLine>(
    `select distinct on (number) number, name, faculty, grade, kind, what, import_id as "importId"
     from activity_attendance where university_id = $1 and activity_id = $2 order by number, seq desc`,
    [tx.university, activityId],
  )
  return rows
}

/** Of these activities, those this student was at, with when. */
export async function attendedBy(
  tx: Tx,
  number: string,
  activities: readonly string[],
): Promise<Map<string, Date>> {
  if (activities.length === 0 || number === "") return new Map()
  const { rows } = await tx.client.query<{ id: string; at: Date }>(
    `select id, at from (select distinct on (activity_id) activity_id as id, what, at from activity_attendance
       where university_id = $1 and number = $2 and activity_id = any($3) order by activity_id, seq desc) l
     where what = 'in'`,
    [tx.university, number, activities],
  )
  return new Map(rows.map((r) => [r.id, r.at]))
}

/** How many were there, by activity. */
export async function thereIn(tx: Tx, activities: readonly string[]): Promise<Map<string, number>> {
  const groups = await groupsIn(tx, activities)
  return new Map([...groups].map(([id, of]) => [id, of.reduce((n, g) => n + g.people, 0)]))
}

/** Who was there, by faculty and grade, by activity. */
export async function groupsIn(tx: Tx, activities: readonly string[]): Promise<Map<string, There[]>> {
  if (activities.length === 0) return new Map()
  const { rows } = await tx.client.query<There & { id: string }>(
    `with last as (select distinct on (activity_id, number) activity_id, faculty, grade, kind, what
       from activity_attendance where university_id = $1 and activity_id = any($2)
       order by activity_id, number, seq desc)
     select activity_id as id, faculty, grade, kind, count(*)::int as people from last where what = 'in'
     group by 1, 2, 3, 4`,
    [tx.university, activities],
  )
  return Map.groupBy(rows, (r) => r.id)
}

/** Everybody who was at an activity of these unions in a period, each once a union, by faculty and grade. */
export async function reachedBy(
  tx: Tx,
  unions: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, There[]>> {
  const { rows } = await tx.client.query<There & { union: string }>(
    `with last as (
       select distinct on (t.activity_id, t.number) a.union_id, t.activity_id, t.number, t.faculty, t.grade, t.kind, t.what
       from activity a join activity_attendance t on t.university_id = a.university_id and t.activity_id = a.id
       where a.university_id = $1 and a.union_id = any($2) and a.status = 'open' and a.on_day between $3 and $4
       order by t.activity_id, t.number, t.seq desc),
     people as (
       select distinct on (union_id, number) union_id, number, faculty, grade, kind from last where what = 'in'
       order by union_id, number, activity_id desc)
     select union_id as "union", faculty, grade, kind, count(*)::int as people from people group by 1, 2, 3, 4`,
    [tx.university, unions, from, to],
  )
  return Map.groupBy(rows, (r) => r.union)
}

export async function insertHanded(tx: Tx, row: Omit<Handed, "universityId">): Promise<void> {
  await tx.sql.insert(activityImport).values({ ...row, universityId: tx.university })
}

export const handedIn = (tx: Tx, activityId: string): Promise<Handed[]> =>
  tx.sql
    .select()
    .from(activityImport)
    .where(and(eq(activityImport.universityId, tx.university), eq(activityImport.activityId, activityId)))
    .orderBy(desc(activityImport.at), desc(activityImport.id))

export async function changeHanded(tx: Tx, id: string, state: Handed["state"]): Promise<void> {
  await tx.sql
    .update(activityImport)
    .set({ state })
    .where(and(eq(activityImport.universityId, tx.university), eq(activityImport.id, id)))
}
