import { and, asc, desc, eq, sql } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { newSecret } from "#kit/server/rotating-code.ts"
import { attendance, roll } from "./schema.ts"

type AttendanceRow = Omit<typeof attendance.$inferSelect, "universityId">
/** One coming or going. */
export type Attendance = Omit<AttendanceRow, "undoes" | "nth"> & { readonly undoes?: string | null }
export type RollRow = Omit<typeof roll.$inferSelect, "universityId">

const of = (tx: Tx, assemblyId: string) =>
  and(eq(attendance.universityId, tx.university), eq(attendance.assemblyId, assemblyId))

/** Lines as they are; the counts of the assemblies they belong to are made anew. */
export async function insertAttendance(tx: Tx, rows: readonly Attendance[]): Promise<void> {
  const assemblies = new Set(rows.map((r) => r.assemblyId))
  for (const assemblyId of assemblies) await hold(tx, assemblyId)
  await addLines(tx, rows)
  for (const assemblyId of assemblies) await recount(tx, assemblyId)
}

/** Lines alone: whoever adds them holds the assembly's line and keeps the counts. */
export async function addLines(tx: Tx, rows: readonly Attendance[]): Promise<void> {
  if (rows.length === 0) return
  await tx.client.query(
    `insert into assembly_attendance
       (university_id, id, assembly_id, number, nth, what, by, recorded_by, at, undoes)
     select $1, r.id, r."assemblyId", r.number,
       row_number() over (partition by r."assemblyId", r.number order by r.line) + coalesce((
         select max(nth) from assembly_attendance a
         where a.university_id = $1 and a.assembly_id = r."assemblyId" and a.number = r.number), 0),
       r.what, r.by, r."recordedBy", r.at, r.undoes
     from jsonb_to_recordset($2::jsonb) as r(line int, id text, "assemblyId" text, number text, what text, by text,
       "recordedBy" text, at timestamptz, undoes text)`,
    [tx.university, JSON.stringify(rows.map((r, line) => ({ ...r, line })))],
  )
}

/** Every line of an assembly in order, or of one person in it. */
export const linesOf = (tx: Tx, assemblyId: string, number?: string): Promise<AttendanceRow[]> =>
  tx.sql
    .select()
    .from(attendance)
    .where(and(of(tx, assemblyId), number === undefined ? undefined : eq(attendance.number, number)))
    .orderBy(asc(attendance.number), asc(attendance.nth))

export async function lastLineOf(
  tx: Tx,
  assemblyId: string,
  number: string,
): Promise<AttendanceRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(attendance)
    .where(and(of(tx, assemblyId), eq(attendance.number, number)))
    .orderBy(desc(attendance.nth))
    .limit(1)
  return row
}

/** Numbers of those in the hall now: whose last line says in. */
export const presentIn = (tx: Tx, assemblyId: string): Promise<ReadonlySet<string>> =>
  presentAt(tx, assemblyId, null)

/** Numbers of those who were in the hall at a moment: on whom a vote taken then is counted. */
export async function presentAt(
  tx: Tx,
  assemblyId: string,
  moment: Date | null,
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.client.query<{ number: string }>(
    `select number from (
       select distinct on (number) number, what from assembly_attendance
       where university_id = $1 and assembly_id = $2 and ($3::timestamptz is null or at <= $3)
       order by number, nth desc) last
     where what = 'in'`,
    [tx.university, assemblyId, moment],
  )
  return new Set(rows.map((r) => r.number))
}

export async function rollOf(tx: Tx, assemblyId: string): Promise<RollRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(roll)
    .where(and(eq(roll.universityId, tx.university), eq(roll.assemblyId, assemblyId)))
  return row
}

/** The assembly's line, with its key; made where there is none, counted anew where the delegates have changed. */
export async function openRoll(tx: Tx, assemblyId: string): Promise<RollRow> {
  const known = await rollOf(tx, assemblyId)
  if (known && known.due === (await dueIn(tx, assemblyId))) return known
  await recount(tx, assemblyId)
  return (await rollOf(tx, assemblyId))!
}

async function dueIn(tx: Tx, assemblyId: string): Promise<number> {
  const { rows } = await tx.client.query<{ due: string }>(
    `select count(*) as due from assembly_delegate
     where university_id = $1 and assembly_id = $2 and voting and to_day is null`,
    [tx.university, assemblyId],
  )
  return Number(rows[0]?.due ?? 0)
}

/** Count anew who is due and who is there. */
export async function recount(tx: Tx, assemblyId: string): Promise<void> {
  await hold(tx, assemblyId)
  await tx.client.query(
    `with last as (
       select distinct on (number) number, what from assembly_attendance
       where university_id = $1 and assembly_id = $2 order by number, nth desc),
     counted as (
       select count(*) filter (where d.voting) as due,
         count(*) filter (where d.voting and l.what = 'in') as present,
         count(*) filter (where not d.voting and l.what = 'in') as others
       from assembly_delegate d left join last l on l.number = d.number
       where d.university_id = $1 and d.assembly_id = $2 and d.to_day is null)
     update assembly_roll r set due = c.due, present = c.present, others = c.others, seq = seq + 1
     from counted c where r.university_id = $1 and r.assembly_id = $2`,
    [tx.university, assemblyId],
  )
}

/** Hold the assembly's line until the transaction ends: comings and goings are counted one after another. */
export async function hold(tx: Tx, assemblyId: string): Promise<void> {
  await tx.client.query(
    `insert into assembly_roll (university_id, assembly_id, secret, due, present, others, seq)
     values ($1, $2, $3, 0, 0, 0, 0) on conflict do nothing`,
    [tx.university, assemblyId, newSecret()],
  )
  await tx.client.query(
    "select from assembly_roll where university_id = $1 and assembly_id = $2 for update",
    [tx.university, assemblyId],
  )
}

/** One more or one fewer. */
export async function countOne(tx: Tx, assemblyId: string, voting: boolean, by: 1 | -1): Promise<RollRow> {
  const column = voting ? roll.present : roll.others
  const [row] = await tx.sql
    .update(roll)
    .set({ [voting ? "present" : "others"]: sql`${column} + ${by}`, seq: sql`${roll.seq} + 1` })
    .where(and(eq(roll.universityId, tx.university), eq(roll.assemblyId, assemblyId)))
    .returning()
  return row!
}
