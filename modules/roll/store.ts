import type { Tx } from "#kit/server/db.ts"
import { attendance } from "./schema.ts"

export type Attendance = Omit<typeof attendance.$inferSelect, "universityId">

export async function insertAttendance(tx: Tx, rows: readonly Attendance[]): Promise<void> {
  if (rows.length === 0) return
  await tx.sql.insert(attendance).values(rows.map((r) => ({ ...r, universityId: tx.university })))
}

/** Numbers of those in the hall now: whose last line says in. */
export async function presentIn(tx: Tx, assemblyId: string): Promise<ReadonlySet<string>> {
  const { rows } = await tx.client.query<{ number: string }>(
    `select number from (
       select distinct on (number) number, what from assembly_attendance
       where university_id = $1 and assembly_id = $2 order by number, id desc) last
     where what = 'in'`,
    [tx.university, assemblyId],
  )
  return new Set(rows.map((r) => r.number))
}
