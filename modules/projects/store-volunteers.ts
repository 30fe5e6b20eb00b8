import type { Day } from "@qiaoliang/basics"
import { and, asc, desc, eq, inArray, isNull, type SQL } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { Attendance, Shift } from "./attendance.ts"
import {
  projectAttendance,
  projectCertificate,
  projectRota,
  projectShift,
  projectVolunteer,
} from "./schema.ts"

export type Volunteer = typeof projectVolunteer.$inferSelect
export type Certificate = typeof projectCertificate.$inferSelect
export type OnRota = typeof projectRota.$inferSelect

const own = (tx: Tx, more?: SQL) => and(eq(projectVolunteer.universityId, tx.university), more)

export const volunteersOf = (tx: Tx, projects: readonly string[]): Promise<Volunteer[]> =>
  projects.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(projectVolunteer)
        .where(own(tx, inArray(projectVolunteer.projectId, [...projects])))
        .orderBy(asc(projectVolunteer.signedUpAt), asc(projectVolunteer.id))

export const volunteeringOf = (tx: Tx, number: string): Promise<Volunteer[]> =>
  tx.sql
    .select()
    .from(projectVolunteer)
    .where(own(tx, eq(projectVolunteer.number, number)))
    .orderBy(desc(projectVolunteer.signedUpAt))

export async function volunteerOf(
  tx: Tx,
  projectId: string,
  by: { id: string } | { number: string },
): Promise<Volunteer | undefined> {
  const rows = await tx.sql
    .select()
    .from(projectVolunteer)
    .where(
      own(
        tx,
        and(
          eq(projectVolunteer.projectId, projectId),
          "id" in by ? eq(projectVolunteer.id, by.id) : eq(projectVolunteer.number, by.number),
        ),
      ),
    )
  return rows[0]
}

export async function insertVolunteer(
  tx: Tx,
  row: Omit<typeof projectVolunteer.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(projectVolunteer).values({ ...row, universityId: tx.university })
}

export async function changeVolunteers(
  tx: Tx,
  ids: readonly string[],
  values: Partial<Volunteer>,
): Promise<void> {
  if (ids.length)
    await tx.sql
      .update(projectVolunteer)
      .set(values)
      .where(own(tx, inArray(projectVolunteer.id, [...ids])))
}

/** 人散: every post of the project that still lasts ends on this day. Answers how many did. */
export async function endPosts(tx: Tx, projectId: string, day: Day): Promise<number> {
  const rows = await tx.sql
    .update(projectVolunteer)
    .set({ until: day })
    .where(
      own(
        tx,
        and(
          eq(projectVolunteer.projectId, projectId),
          eq(projectVolunteer.state, "accepted"),
          isNull(projectVolunteer.until),
        ),
      ),
    )
    .returning({ id: projectVolunteer.id })
  return rows.length
}

/** Those who held a post in these projects on a day. */
export async function inPost(tx: Tx, projects: readonly string[], day: Day): Promise<Volunteer[]> {
  const all = await volunteersOf(tx, projects)
  return all.filter((v) => v.fromDay !== null && v.fromDay <= day && (v.until === null || v.until > day))
}

export async function shiftById(tx: Tx, id: string): Promise<Shift | undefined> {
  const rows = await tx.sql
    .select()
    .from(projectShift)
    .where(and(eq(projectShift.universityId, tx.university), eq(projectShift.id, id)))
  return rows[0]
}

export const shiftsOf = (tx: Tx, projects: readonly string[]): Promise<Shift[]> =>
  projects.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(projectShift)
        .where(
          and(eq(projectShift.universityId, tx.university), inArray(projectShift.projectId, [...projects])),
        )
        .orderBy(asc(projectShift.startsAt), asc(projectShift.id))

export async function insertShift(tx: Tx, row: Omit<Shift, "universityId">): Promise<void> {
  await tx.sql.insert(projectShift).values({ ...row, universityId: tx.university })
}

export async function deleteShift(tx: Tx, id: string): Promise<void> {
  await tx.sql
    .delete(projectRota)
    .where(and(eq(projectRota.universityId, tx.university), eq(projectRota.shiftId, id)))
  await tx.sql
    .delete(projectShift)
    .where(and(eq(projectShift.universityId, tx.university), eq(projectShift.id, id)))
}

export const rotaOf = (tx: Tx, shifts: readonly string[]): Promise<OnRota[]> =>
  shifts.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(projectRota)
        .where(and(eq(projectRota.universityId, tx.university), inArray(projectRota.shiftId, [...shifts])))
        .orderBy(asc(projectRota.at), asc(projectRota.volunteerId))

export async function putOnRota(tx: Tx, shiftId: string, volunteerId: string, at: Date): Promise<void> {
  await tx.sql.insert(projectRota).values({ universityId: tx.university, shiftId, volunteerId, at })
}

export async function takeOffRota(tx: Tx, volunteerId: string, shifts: readonly string[]): Promise<void> {
  if (shifts.length)
    await tx.sql
      .delete(projectRota)
      .where(
        and(
          eq(projectRota.universityId, tx.university),
          eq(projectRota.volunteerId, volunteerId),
          inArray(projectRota.shiftId, [...shifts]),
        ),
      )
}

export const attendanceOf = (tx: Tx, shifts: readonly string[]): Promise<Attendance[]> =>
  shifts.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(projectAttendance)
        .where(
          and(
            eq(projectAttendance.universityId, tx.university),
            inArray(projectAttendance.shiftId, [...shifts]),
          ),
        )
        .orderBy(asc(projectAttendance.at), asc(projectAttendance.id))

export async function insertAttendance(tx: Tx, row: Omit<Attendance, "universityId">): Promise<void> {
  await tx.sql.insert(projectAttendance).values({ ...row, universityId: tx.university })
}

export async function insertCertificate(tx: Tx, row: Omit<Certificate, "universityId">): Promise<void> {
  await tx.sql.insert(projectCertificate).values({ ...row, universityId: tx.university })
}

/** The certificate in force of each of these volunteers: the one no other has replaced. */
export async function certificatesOf(
  tx: Tx,
  volunteers: readonly string[],
): Promise<Map<string, Certificate>> {
  if (volunteers.length === 0) return new Map()
  const rows = await tx.sql
    .select()
    .from(projectCertificate)
    .where(
      and(
        eq(projectCertificate.universityId, tx.university),
        inArray(projectCertificate.volunteerId, [...volunteers]),
      ),
    )
    .orderBy(asc(projectCertificate.at), asc(projectCertificate.number))
  const replaced = new Set(rows.map((r) => r.replaces))
  return new Map(rows.filter((r) => !replaced.has(r.number)).map((r) => [r.volunteerId, r]))
}

export async function certificateByNumber(tx: Tx, number: string): Promise<Certificate | undefined> {
  const rows = await tx.sql
    .select()
    .from(projectCertificate)
    .where(and(eq(projectCertificate.universityId, tx.university), eq(projectCertificate.number, number)))
  return rows[0]
}
