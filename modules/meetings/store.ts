import type { Day } from "@qiaoliang/basics"
import { and, asc, desc, eq, gte, inArray, isNull, max, ne } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { file } from "#kit/server/schema.ts"
import { type Rules, usualRules } from "./meeting.ts"
import { agendaItem, meeting, meetingRules, minutes, resolution, vote } from "./schema.ts"

export type MeetingRow = typeof meeting.$inferSelect
export type ItemRow = typeof agendaItem.$inferSelect
export type ResolutionRow = typeof resolution.$inferSelect
export type VoteRow = typeof vote.$inferSelect
export type MinutesRow = typeof minutes.$inferSelect
export type RulesRow = typeof meetingRules.$inferSelect

type New<T> = Omit<T, "universityId">

export const lockMeetings = async (tx: Tx, union: string): Promise<void> => {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('meetings'), hashtext($1))", [
    `${tx.university}/${union}`,
  ])
}

export const rulesHistory = (tx: Tx, union: string): Promise<RulesRow[]> =>
  tx.sql
    .select()
    .from(meetingRules)
    .where(and(eq(meetingRules.universityId, tx.university), eq(meetingRules.unionId, union)))
    .orderBy(desc(meetingRules.version))

export const rulesOf = async (tx: Tx, union: string): Promise<Rules> =>
  (await rulesHistory(tx, union))[0] ?? usualRules

export const insertRules = async (tx: Tx, row: New<RulesRow>): Promise<void> => {
  await tx.sql.insert(meetingRules).values({ ...row, universityId: tx.university })
}

export const meetingsOf = (tx: Tx, unions: readonly string[], from?: Day): Promise<MeetingRow[]> =>
  unions.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(meeting)
        .where(
          and(
            eq(meeting.universityId, tx.university),
            inArray(meeting.unionId, [...unions]),
            ...(from ? [gte(meeting.day, from)] : []),
          ),
        )
        .orderBy(desc(meeting.day), desc(meeting.ordinal))

export async function meetingById(tx: Tx, id: string, forChange = false): Promise<MeetingRow | undefined> {
  const query = tx.sql
    .select()
    .from(meeting)
    .where(and(eq(meeting.universityId, tx.university), eq(meeting.id, id)))
  const rows = await (forChange ? query.for("update") : query)
  return rows[0]
}

/** The ordinal the next meeting of a school year gets. */
export async function nextOrdinal(tx: Tx, union: string, schoolYear: number): Promise<number> {
  const [row] = await tx.sql
    .select({ last: max(meeting.ordinal) })
    .from(meeting)
    .where(
      and(
        eq(meeting.universityId, tx.university),
        eq(meeting.unionId, union),
        eq(meeting.schoolYear, schoolYear),
      ),
    )
  return (row?.last ?? 0) + 1
}

export const insertMeeting = async (
  tx: Tx,
  row: Omit<typeof meeting.$inferInsert, "universityId">,
): Promise<void> => {
  await tx.sql.insert(meeting).values({ ...row, universityId: tx.university })
}

export const changeMeeting = async (tx: Tx, id: string, set: Partial<MeetingRow>): Promise<void> => {
  await tx.sql
    .update(meeting)
    .set(set)
    .where(and(eq(meeting.universityId, tx.university), eq(meeting.id, id)))
}

/** Meetings held before this one whose minutes nobody has confirmed, oldest first. */
export const unconfirmedBefore = (tx: Tx, of: Pick<MeetingRow, "unionId" | "id">): Promise<MeetingRow[]> =>
  tx.sql
    .select()
    .from(meeting)
    .where(
      and(
        eq(meeting.universityId, tx.university),
        eq(meeting.unionId, of.unionId),
        eq(meeting.state, "closed"),
        isNull(meeting.confirmedIn),
        ne(meeting.id, of.id),
      ),
    )
    .orderBy(asc(meeting.day), asc(meeting.ordinal))

export const itemsOf = (tx: Tx, meetings: readonly string[]): Promise<ItemRow[]> =>
  meetings.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(agendaItem)
        .where(and(eq(agendaItem.universityId, tx.university), inArray(agendaItem.meetingId, [...meetings])))
        .orderBy(asc(agendaItem.position))

export async function itemById(tx: Tx, id: string): Promise<ItemRow | undefined> {
  const rows = await tx.sql
    .select()
    .from(agendaItem)
    .where(and(eq(agendaItem.universityId, tx.university), eq(agendaItem.id, id)))
  return rows[0]
}

export const insertItem = async (tx: Tx, row: New<ItemRow>): Promise<void> => {
  await tx.sql.insert(agendaItem).values({ ...row, universityId: tx.university })
}

export const changeItem = async (tx: Tx, id: string, set: Partial<ItemRow>): Promise<void> => {
  await tx.sql
    .update(agendaItem)
    .set(set)
    .where(and(eq(agendaItem.universityId, tx.university), eq(agendaItem.id, id)))
}

export const dropItem = async (tx: Tx, id: string): Promise<void> => {
  await tx.sql
    .delete(agendaItem)
    .where(and(eq(agendaItem.universityId, tx.university), eq(agendaItem.id, id)))
}

/** The files a person sent, in the order asked; fewer where one is not theirs. */
export async function papersSentBy(
  tx: Tx,
  account: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select({ id: file.id, name: file.name })
    .from(file)
    .where(
      and(eq(file.universityId, tx.university), inArray(file.id, [...ids]), eq(file.uploadedBy, account)),
    )
}

/** The union of the meeting a paper lies before. */
export async function unionOfPaper(tx: Tx, fileId: string): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select m.union_id as id from agenda_item i
     join presidium_meeting m on m.university_id = i.university_id and m.id = i.meeting_id
     where i.university_id = $1 and i.papers @> $2::jsonb limit 1`,
    [tx.university, JSON.stringify([{ id: fileId }])],
  )
  return rows[0]?.id
}

export const resolutionsOf = (tx: Tx, meetings: readonly string[]): Promise<ResolutionRow[]> =>
  meetings.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(resolution)
        .where(and(eq(resolution.universityId, tx.university), inArray(resolution.meetingId, [...meetings])))
        .orderBy(asc(resolution.id))

/** Passed resolutions of unions that are not reported done, oldest first. */
export const undoneResolutions = (tx: Tx, unions: readonly string[]): Promise<ResolutionRow[]> =>
  unions.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(resolution)
        .where(
          and(
            eq(resolution.universityId, tx.university),
            inArray(resolution.unionId, [...unions]),
            eq(resolution.state, "passed"),
            isNull(resolution.doneOn),
          ),
        )
        .orderBy(asc(resolution.decidedOn), asc(resolution.ordinal))

export async function resolutionById(
  tx: Tx,
  id: string,
  forChange = false,
): Promise<ResolutionRow | undefined> {
  const query = tx.sql
    .select()
    .from(resolution)
    .where(and(eq(resolution.universityId, tx.university), eq(resolution.id, id)))
  const rows = await (forChange ? query.for("update") : query)
  return rows[0]
}

export async function nextResolution(tx: Tx, union: string, year: number): Promise<number> {
  const [row] = await tx.sql
    .select({ last: max(resolution.ordinal) })
    .from(resolution)
    .where(
      and(
        eq(resolution.universityId, tx.university),
        eq(resolution.unionId, union),
        eq(resolution.year, year),
      ),
    )
  return (row?.last ?? 0) + 1
}

export const insertResolution = async (
  tx: Tx,
  row: Omit<typeof resolution.$inferInsert, "universityId">,
): Promise<void> => {
  await tx.sql.insert(resolution).values({ ...row, universityId: tx.university })
}

export const changeResolution = async (tx: Tx, id: string, set: Partial<ResolutionRow>): Promise<void> => {
  await tx.sql
    .update(resolution)
    .set(set)
    .where(and(eq(resolution.universityId, tx.university), eq(resolution.id, id)))
}

export const votesOf = (tx: Tx, resolutions: readonly string[]): Promise<VoteRow[]> =>
  resolutions.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(vote)
        .where(and(eq(vote.universityId, tx.university), inArray(vote.resolutionId, [...resolutions])))
        .orderBy(asc(vote.number))

export const insertVotes = async (tx: Tx, rows: readonly New<VoteRow>[]): Promise<void> => {
  if (rows.length > 0)
    await tx.sql.insert(vote).values(rows.map((r) => ({ ...r, universityId: tx.university })))
}

export const minutesOf = (tx: Tx, meetingId: string): Promise<MinutesRow[]> =>
  tx.sql
    .select()
    .from(minutes)
    .where(and(eq(minutes.universityId, tx.university), eq(minutes.meetingId, meetingId)))
    .orderBy(desc(minutes.version))

export const insertMinutes = async (tx: Tx, row: New<MinutesRow>): Promise<void> => {
  await tx.sql.insert(minutes).values({ ...row, universityId: tx.university })
}
