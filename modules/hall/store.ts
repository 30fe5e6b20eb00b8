import { and, asc, desc, eq, inArray } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { Done } from "./deeds.ts"
import { deed, minutes, speaker } from "./schema.ts"

export type SpeakerRow = Omit<typeof speaker.$inferSelect, "universityId">
export type MinutesRow = Omit<typeof minutes.$inferSelect, "universityId">

/** The hall has changed: its revision goes up by one. Answers it. */
export async function bump(tx: Tx, assemblyId: string, at: Date): Promise<number> {
  const { rows } = await tx.client.query<{ revision: number }>(
    `insert into hall (university_id, assembly_id, revision, changed_at) values ($1, $2, 1, $3)
     on conflict (university_id, assembly_id)
     do update set revision = hall.revision + 1, changed_at = excluded.changed_at
     returning revision`,
    [tx.university, assemblyId, at],
  )
  return rows[0]!.revision
}

/** As `bump`, at most once in so many milliseconds: for what comes in by the hundred. */
export async function bumpRarely(tx: Tx, assemblyId: string, at: Date, every: number): Promise<void> {
  await tx.client.query(
    `insert into hall (university_id, assembly_id, revision, changed_at) values ($1, $2, 1, $3)
     on conflict (university_id, assembly_id)
     do update set revision = hall.revision + 1, changed_at = excluded.changed_at
     where hall.changed_at <= $4`,
    [tx.university, assemblyId, at, new Date(at.getTime() - every)],
  )
}

/** One indexed read. 0 before anything happened. */
export async function revisionOf(tx: Tx, assemblyId: string): Promise<number> {
  const { rows } = await tx.client.query<{ revision: number }>(
    "select revision from hall where university_id = $1 and assembly_id = $2",
    [tx.university, assemblyId],
  )
  return rows[0]?.revision ?? 0
}

export async function insertDeed(
  tx: Tx,
  assemblyId: string,
  done: Done & { readonly byNumber: string },
): Promise<void> {
  await tx.sql.insert(deed).values({ ...done, assemblyId, universityId: tx.university })
}

export const recordOf = (tx: Tx, assemblyId: string): Promise<Done[]> =>
  tx.sql
    .select({ seq: deed.seq, at: deed.at, byName: deed.byName, deed: deed.deed })
    .from(deed)
    .where(and(eq(deed.universityId, tx.university), eq(deed.assemblyId, assemblyId)))
    .orderBy(asc(deed.seq))

/** Points of order first, each list in its order. */
export const speakersOf = (tx: Tx, assemblyId: string, item?: string): Promise<SpeakerRow[]> =>
  tx.sql
    .select()
    .from(speaker)
    .where(
      and(
        eq(speaker.universityId, tx.university),
        eq(speaker.assemblyId, assemblyId),
        item ? eq(speaker.itemId, item) : undefined,
      ),
    )
    .orderBy(desc(speaker.point), asc(speaker.position))

export async function speakerById(tx: Tx, id: string): Promise<SpeakerRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(speaker)
    .where(and(eq(speaker.universityId, tx.university), eq(speaker.id, id)))
  return row
}

export async function insertSpeaker(tx: Tx, row: SpeakerRow): Promise<void> {
  await tx.sql.insert(speaker).values({ ...row, universityId: tx.university })
}

export async function changeSpeakers(
  tx: Tx,
  ids: readonly string[],
  set: Partial<Omit<SpeakerRow, "id">>,
): Promise<void> {
  if (ids.length === 0) return
  await tx.sql
    .update(speaker)
    .set(set)
    .where(and(eq(speaker.universityId, tx.university), inArray(speaker.id, [...ids])))
}

/** Newest first. */
export const minutesOf = (tx: Tx, assemblyId: string): Promise<MinutesRow[]> =>
  tx.sql
    .select()
    .from(minutes)
    .where(and(eq(minutes.universityId, tx.university), eq(minutes.assemblyId, assemblyId)))
    .orderBy(desc(minutes.version))

export async function insertMinutes(tx: Tx, row: MinutesRow): Promise<void> {
  await tx.sql.insert(minutes).values({ ...row, universityId: tx.university })
}
