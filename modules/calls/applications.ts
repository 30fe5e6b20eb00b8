import { newId } from "@qiaoliang/basics"
import { and, asc, desc, eq } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { type Application, type ApplicationStatus, contentOf } from "./application.ts"
import { application, applicationVersion } from "./schema.ts"

/** The SQL of applications; that of calls is in store.ts. */

type Row = typeof application.$inferSelect

const from = ({ universityId: _, ...row }: Row): Application => row

const at = (tx: Tx, id: string) => and(eq(application.universityId, tx.university), eq(application.id, id))

export async function applicationOf(tx: Tx, id: string): Promise<Application | undefined> {
  const rows = await tx.sql.select().from(application).where(at(tx, id))
  return rows[0] && from(rows[0])
}

/** As `applicationOf`, held against other changes until the transaction ends. */
export async function applicationForChange(tx: Tx, id: string): Promise<Application | undefined> {
  const rows = await tx.sql.select().from(application).where(at(tx, id)).for("update")
  return rows[0] && from(rows[0])
}

/** Everything handed in for a call, withdrawn ones too, in the order they came. */
export async function applicationsOf(tx: Tx, callId: string): Promise<readonly Application[]> {
  const rows = await tx.sql
    .select()
    .from(application)
    .where(and(eq(application.universityId, tx.university), eq(application.callId, callId)))
    .orderBy(asc(application.submittedOn), asc(application.id))
  return rows.map(from)
}

/** One person's own, newest first. */
export async function applicationsBy(tx: Tx, number: string): Promise<readonly Application[]> {
  const rows = await tx.sql
    .select()
    .from(application)
    .where(and(eq(application.universityId, tx.university), eq(application.number, number)))
    .orderBy(desc(application.submittedOn), desc(application.id))
  return rows.map(from)
}

/** False where the person's application for this post is already there. */
export async function insertApplication(tx: Tx, a: Application, now: Date): Promise<boolean> {
  const rows = await tx.sql
    .insert(application)
    .values({ ...a, universityId: tx.university })
    .onConflictDoNothing()
    .returning({ id: application.id })
  if (rows.length === 0) return false
  await keepVersion(tx, a, 1, now)
  return true
}

export async function changeApplication(tx: Tx, a: Application, now: Date): Promise<void> {
  await tx.sql.update(application).set(a).where(at(tx, a.id))
  const before = await tx.sql
    .select({ seq: applicationVersion.seq })
    .from(applicationVersion)
    .where(
      and(eq(applicationVersion.universityId, tx.university), eq(applicationVersion.applicationId, a.id)),
    )
  await keepVersion(tx, a, before.length + 1, now)
}

async function keepVersion(tx: Tx, a: Application, seq: number, now: Date): Promise<void> {
  await tx.sql.insert(applicationVersion).values({
    universityId: tx.university,
    applicationId: a.id,
    seq,
    version: a.version,
    content: contentOf(a),
    at: now,
  })
}

export async function setStatus(tx: Tx, id: string, status: ApplicationStatus): Promise<void> {
  await tx.sql.update(application).set({ status }).where(at(tx, id))
}

/** The latest post of a person on a roster of a union of this level, as a person would say it; null where there is none. */
export async function postOnRecord(
  tx: Tx,
  number: string,
  level: "school" | "faculty",
): Promise<string | null> {
  const { rows } = await tx.client.query<{ union: string; department: string | null; title: string }>(
    `select u.name as union, p.department, p.title from post p
     join student_union u on u.university_id = p.university_id and u.id = p.union_id
     where p.university_id = $1 and p.number = $2 and p.kind <> 'listed' and u.level = $3
       and (p.valid_to is null or p.valid_to > p.valid_from)
     order by p.valid_to is null desc, p.valid_from desc, p.id limit 1`,
    [tx.university, number, level],
  )
  const row = rows[0]
  return row ? `${row.union}${row.department ?? ""}${row.title}` : null
}

export const newApplicationId = (now: Date): string => newId(now.getTime())
