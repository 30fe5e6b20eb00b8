import type { Day } from "@qiaoliang/basics"
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, type SQL, sql } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { Activity, Phase } from "./activity.ts"
import { activity } from "./schema.ts"

const own = (tx: Tx, more?: SQL) => and(eq(activity.universityId, tx.university), more)

/** `forChange` locks it: places are given out one person at a time. */
export async function activityById(tx: Tx, id: string, forChange = false): Promise<Activity | undefined> {
  const asked = tx.sql
    .select()
    .from(activity)
    .where(own(tx, eq(activity.id, id)))
  const [row] = await (forChange ? asked.for("update") : asked)
  return row
}

export async function insertActivity(tx: Tx, row: Omit<Activity, "universityId">): Promise<void> {
  await tx.sql.insert(activity).values({ ...row, universityId: tx.university })
}

export async function changeActivity(tx: Tx, id: string, change: Partial<Activity>): Promise<void> {
  await tx.sql
    .update(activity)
    .set(change)
    .where(own(tx, eq(activity.id, id)))
}

const inPhase = (phase: Phase, now: Date): SQL | undefined => {
  if (phase === "draft" || phase === "cancelled") return eq(activity.status, phase)
  const open = eq(activity.status, "open")
  if (phase === "coming") return and(open, gt(activity.startsAt, now))
  if (phase === "running") return and(open, lte(activity.startsAt, now), gte(activity.endsAt, now))
  return and(open, lt(activity.endsAt, now))
}

const named = (text: string): SQL =>
  sql`(strpos(${activity.title}, ${text}) > 0 or strpos(${activity.place}, ${text}) > 0)`

interface Page {
  readonly page: number
  readonly size: number
}

async function paged(tx: Tx, where: SQL | undefined, order: SQL[], { page, size }: Page) {
  const rows = await tx.sql
    .select()
    .from(activity)
    .where(where)
    .orderBy(...order)
    .limit(size)
    .offset((page - 1) * size)
  const [counted] = await tx.sql.select({ n: sql<string>`count(*)` }).from(activity).where(where)
  return { rows, total: Number(counted?.n ?? 0) }
}

export interface Wanted extends Page {
  readonly unions: readonly string[]
  readonly text?: string | undefined
  readonly phase?: Phase | undefined
}

/** One page of these unions' activities, the latest first. */
export async function pageOfActivities(tx: Tx, of: Wanted, now: Date) {
  if (of.unions.length === 0) return { rows: [], total: 0 }
  const where = own(
    tx,
    and(
      inArray(activity.unionId, [...of.unions]),
      of.text ? named(of.text) : undefined,
      of.phase ? inPhase(of.phase, now) : undefined,
    ),
  )
  return paged(tx, where, [desc(activity.startsAt), desc(activity.id)], of)
}

export interface Shown extends Page {
  readonly when: "coming" | "past"
  readonly text?: string | undefined
  /** Those open to students of this faculty. */
  readonly faculty?: string | undefined
}

/** What everybody may see: announced, and what was cancelled before it took place. */
export async function pageOfShown(tx: Tx, of: Shown, now: Date) {
  const faculty = of.faculty
    ? sql`((jsonb_array_length(${activity.audience} -> 'faculties') = 0 or ${activity.audience} -> 'faculties' ? ${of.faculty})
        and (${activity.audience} ->> 'who' = 'everyone' or exists (select from student_union u
          where u.university_id = ${activity.universityId} and u.id = ${activity.unionId}
            and (u.faculty is null or u.faculty = ${of.faculty}))))`
    : undefined
  const coming = of.when === "coming"
  const where = own(
    tx,
    and(
      coming ? inArray(activity.status, ["open", "cancelled"]) : eq(activity.status, "open"),
      coming ? gte(activity.endsAt, now) : lt(activity.endsAt, now),
      of.text ? named(of.text) : undefined,
      faculty,
    ),
  )
  const order = coming
    ? [asc(activity.startsAt), asc(activity.id)]
    : [desc(activity.startsAt), desc(activity.id)]
  return paged(tx, where, order, of)
}

/** These unions' announced activities with a day in the period, the first one first. */
export const activitiesBetween = (
  tx: Tx,
  unions: readonly string[],
  from: Day,
  to: Day,
): Promise<Activity[]> =>
  unions.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(activity)
        .where(
          own(
            tx,
            and(
              inArray(activity.unionId, [...unions]),
              eq(activity.status, "open"),
              gte(activity.onDay, from),
              lte(activity.onDay, to),
            ),
          ),
        )
        .orderBy(asc(activity.onDay), asc(activity.id))

export const draftsOf = (tx: Tx, unions: readonly string[]): Promise<Activity[]> =>
  unions.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(activity)
        .where(own(tx, and(inArray(activity.unionId, [...unions]), eq(activity.status, "draft"))))
        .orderBy(asc(activity.startsAt))

/** Announced and not yet over, with those that ended since; the first one first. */
export const openSince = (tx: Tx, since: Date): Promise<Activity[]> =>
  tx.sql
    .select()
    .from(activity)
    .where(own(tx, and(eq(activity.status, "open"), gte(activity.endsAt, since))))
    .orderBy(asc(activity.startsAt), asc(activity.id))
    .limit(200)
