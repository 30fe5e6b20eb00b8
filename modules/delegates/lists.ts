import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { assemblyById } from "#modules/assembly/index.ts"
import type { NomineeState } from "./list.ts"
import { handedIn, hold, list, meeting, nominee, plan, report, round } from "./schema.ts"

type Own<T> = Omit<T, "universityId">
export type ListRow = Own<typeof list.$inferSelect>
export type MeetingRow = Own<typeof meeting.$inferSelect>
export type NomineeRow = Own<typeof nominee.$inferSelect>
export type RoundRow = Own<typeof round.$inferSelect>
type ReportRow = Own<typeof report.$inferSelect>
type HandedRow = Own<typeof handedIn.$inferSelect>
export type PlanRow = Own<typeof plan.$inferSelect>

const of = (tx: Tx) => ({ universityId: tx.university })

export async function planOf(tx: Tx, assemblyId: string): Promise<PlanRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(plan)
    .where(and(eq(plan.universityId, tx.university), eq(plan.assemblyId, assemblyId)))
  return row
}

export async function keepPlan(tx: Tx, row: PlanRow): Promise<void> {
  await tx.sql
    .insert(plan)
    .values({ ...row, ...of(tx) })
    .onConflictDoUpdate({
      target: [plan.universityId, plan.assemblyId],
      set: { allocation: row.allocation, begunOn: row.begunOn },
    })
}

export const listsOfAssembly = (tx: Tx, assemblyId: string): Promise<ListRow[]> =>
  tx.sql
    .select()
    .from(list)
    .where(and(eq(list.universityId, tx.university), eq(list.assemblyId, assemblyId)))
    .orderBy(asc(list.unit), asc(list.key))

/** One list; held until the transaction ends where it is changed. */
export async function listById(tx: Tx, id: string, held = false): Promise<ListRow | undefined> {
  const found = tx.sql
    .select()
    .from(list)
    .where(and(eq(list.universityId, tx.university), eq(list.id, id)))
  const [row] = await (held ? found.for("update") : found)
  return row
}

export async function insertList(tx: Tx, row: ListRow): Promise<void> {
  await tx.sql.insert(list).values({ ...row, ...of(tx) })
}

export async function changeList(
  tx: Tx,
  id: string,
  change: Partial<Pick<ListRow, "seats" | "shares" | "courseId">>,
): Promise<void> {
  await tx.sql
    .update(list)
    .set(change)
    .where(and(eq(list.universityId, tx.university), eq(list.id, id)))
}

export const meetingsOf = (tx: Tx, lists: readonly string[]): Promise<MeetingRow[]> =>
  lists.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(meeting)
        .where(and(eq(meeting.universityId, tx.university), inArray(meeting.listId, [...lists])))
        .orderBy(asc(meeting.className))

export async function keepMeeting(tx: Tx, row: MeetingRow): Promise<void> {
  await tx.sql
    .insert(meeting)
    .values({ ...row, ...of(tx) })
    .onConflictDoUpdate({
      target: [meeting.universityId, meeting.listId, meeting.className],
      set: { heldOn: row.heldOn, people: row.people, present: row.present, byName: row.byName },
    })
}

export const nomineesOf = (tx: Tx, lists: readonly string[]): Promise<NomineeRow[]> =>
  lists.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(nominee)
        .where(and(eq(nominee.universityId, tx.university), inArray(nominee.listId, [...lists])))
        .orderBy(asc(nominee.listId), asc(nominee.className), desc(nominee.votes), asc(nominee.number))

export const nomineesByIds = (tx: Tx, ids: readonly string[]): Promise<NomineeRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(nominee)
        .where(and(eq(nominee.universityId, tx.university), inArray(nominee.id, [...ids])))

export async function insertNominees(tx: Tx, rows: readonly NomineeRow[]): Promise<void> {
  if (rows.length > 0) await tx.sql.insert(nominee).values(rows.map((r) => ({ ...r, ...of(tx) })))
}

/** What one class named before, where its meeting is recorded anew: only while nothing was decided on. */
export async function dropNominees(tx: Tx, listId: string, className: string | null): Promise<void> {
  await tx.sql
    .delete(nominee)
    .where(
      and(
        eq(nominee.universityId, tx.university),
        eq(nominee.listId, listId),
        className === null ? undefined : eq(nominee.className, className),
        eq(nominee.state, "nominated"),
      ),
    )
}

export async function changeNominees(
  tx: Tx,
  ids: readonly string[],
  change: Partial<Pick<NomineeRow, "state" | "reserve" | "because" | "decidedBy" | "decidedOn">>,
): Promise<void> {
  if (ids.length === 0) return
  await tx.sql
    .update(nominee)
    .set(change)
    .where(and(eq(nominee.universityId, tx.university), inArray(nominee.id, [...ids])))
}

/** How many nominees of each list stand in each state. */
export async function statesOf(
  tx: Tx,
  assemblyId: string,
): Promise<{ listId: string; state: NomineeState; n: number }[]> {
  return tx.sql
    .select({ listId: nominee.listId, state: nominee.state, n: sql<number>`count(*)::int` })
    .from(nominee)
    .where(and(eq(nominee.universityId, tx.university), eq(nominee.assemblyId, assemblyId)))
    .groupBy(nominee.listId, nominee.state)
}

export const roundsOf = (tx: Tx, listId: string): Promise<RoundRow[]> =>
  tx.sql
    .select()
    .from(round)
    .where(and(eq(round.universityId, tx.university), eq(round.listId, listId), eq(round.voided, false)))
    .orderBy(asc(round.round))

export async function insertRound(tx: Tx, row: RoundRow): Promise<void> {
  await tx.sql.insert(round).values({ ...row, ...of(tx) })
}

export async function voidRounds(tx: Tx, listId: string): Promise<void> {
  await tx.sql
    .update(round)
    .set({ voided: true })
    .where(and(eq(round.universityId, tx.university), eq(round.listId, listId)))
}

/**
 * From now on, until the same key lets go, no seat of the assembly is given or taken: a vote is open.
 * For the rooms above; holding twice under one key is holding once.
 */
export async function holdDelegates(tx: Tx, assemblyId: string, key: string): Promise<void> {
  // Whoever changes seats holds the assembly: after this line they are done, or find the hold.
  await assemblyById(tx, assemblyId, true)
  await tx.sql
    .insert(hold)
    .values({ ...of(tx), assemblyId, key })
    .onConflictDoNothing()
}

export async function letGoDelegates(tx: Tx, assemblyId: string, key: string): Promise<void> {
  await tx.sql
    .delete(hold)
    .where(and(eq(hold.universityId, tx.university), eq(hold.assemblyId, assemblyId), eq(hold.key, key)))
}

export async function isHeld(tx: Tx, assemblyId: string): Promise<boolean> {
  const rows = await tx.sql
    .select({ key: hold.key })
    .from(hold)
    .where(and(eq(hold.universityId, tx.university), eq(hold.assemblyId, assemblyId)))
    .limit(1)
  return rows.length > 0
}

/** Its versions, the latest first. */
export const reportsOf = (tx: Tx, assemblyId: string): Promise<ReportRow[]> =>
  tx.sql
    .select()
    .from(report)
    .where(and(eq(report.universityId, tx.university), eq(report.assemblyId, assemblyId)))
    .orderBy(desc(report.version))

export async function insertReport(tx: Tx, row: ReportRow): Promise<void> {
  await tx.sql.insert(report).values({ ...row, ...of(tx) })
}

/** Only a draft changes: what was adopted stays as it is. */
export async function changeReport(
  tx: Tx,
  assemblyId: string,
  version: number,
  change: Partial<ReportRow>,
): Promise<void> {
  await tx.sql
    .update(report)
    .set(change)
    .where(
      and(
        eq(report.universityId, tx.university),
        eq(report.assemblyId, assemblyId),
        eq(report.version, version),
        isNull(report.adoptedOn),
      ),
    )
}

export const handedOf = (tx: Tx, assemblyId: string): Promise<HandedRow[]> =>
  tx.sql
    .select()
    .from(handedIn)
    .where(and(eq(handedIn.universityId, tx.university), eq(handedIn.assemblyId, assemblyId)))
    .orderBy(desc(handedIn.at))

export async function insertHanded(tx: Tx, row: HandedRow): Promise<void> {
  await tx.sql.insert(handedIn).values({ ...row, ...of(tx) })
}

export async function changeHanded(
  tx: Tx,
  id: string,
  change: Partial<Pick<HandedRow, "state" | "change">>,
): Promise<void> {
  await tx.sql
    .update(handedIn)
    .set(change)
    .where(and(eq(handedIn.universityId, tx.university), eq(handedIn.id, id)))
}
