import { and, asc, eq, inArray, lte } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { Content } from "./notice.ts"
import { notice, passing, publication, reminding, version } from "./schema.ts"

export type Notice = Omit<typeof notice.$inferSelect, "universityId">
export type Version = Omit<typeof version.$inferSelect, "universityId">
export type Publication = Omit<typeof publication.$inferSelect, "universityId">
export type Passing = Omit<typeof passing.$inferSelect, "universityId">
export type Reminding = Omit<typeof reminding.$inferSelect, "universityId">

const here = (tx: Tx) => eq(notice.universityId, tx.university)

export async function noticeById(tx: Tx, id: string, hold = false): Promise<Notice | undefined> {
  const found = tx.sql
    .select()
    .from(notice)
    .where(and(here(tx), eq(notice.id, id)))
  const [row] = await (hold ? found.for("update") : found)
  return row
}

export async function insertNotice(tx: Tx, row: Notice): Promise<void> {
  await tx.sql.insert(notice).values({ ...row, universityId: tx.university })
}

export async function changeNotice(tx: Tx, id: string, change: Partial<Omit<Notice, "id">>): Promise<void> {
  await tx.sql
    .update(notice)
    .set(change)
    .where(and(here(tx), eq(notice.id, id)))
}

export async function dropNotice(tx: Tx, id: string): Promise<void> {
  await tx.sql.delete(notice).where(and(here(tx), eq(notice.id, id), eq(notice.stage, "draft")))
}

/** The columns that say what a notice is, of its content. */
export const columnsOf = (c: Content) => ({
  kind: c.kind,
  title: c.title,
  text: c.text,
  files: c.files,
  open: c.open,
  everybody: c.targets.everybody,
  faculties: [...c.targets.faculties],
  classes: [...c.targets.classes],
  grades: [...c.targets.grades],
  groups: [...c.targets.groups],
  level: c.targets.level,
  confirm: c.confirm,
  passDown: c.passDown,
  dueOn: c.dueOn,
  publishAt: c.publishAt ? new Date(c.publishAt) : null,
})

/** Approved, and its moment has come. */
export const dueToPublish = (tx: Tx, now: Date): Promise<Notice[]> =>
  tx.sql
    .select()
    .from(notice)
    .where(and(here(tx), eq(notice.stage, "scheduled"), lte(notice.publishAt, now)))
    .orderBy(asc(notice.publishAt))
    .for("update")

export const versionsOf = (tx: Tx, id: string): Promise<Version[]> =>
  tx.sql
    .select()
    .from(version)
    .where(and(eq(version.universityId, tx.university), eq(version.noticeId, id)))
    .orderBy(asc(version.number))

export async function insertVersion(tx: Tx, row: Version): Promise<void> {
  await tx.sql.insert(version).values({ ...row, universityId: tx.university })
}

export const publicationsOf = (tx: Tx, id: string): Promise<Publication[]> =>
  tx.sql
    .select()
    .from(publication)
    .where(and(eq(publication.universityId, tx.university), eq(publication.noticeId, id)))
    .orderBy(asc(publication.number))

export async function insertPublication(tx: Tx, row: Publication): Promise<void> {
  await tx.sql.insert(publication).values({ ...row, universityId: tx.university })
}

/** Passings of some notices, the earliest first. */
export const passingsOf = (tx: Tx, ids: readonly string[]): Promise<Passing[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(passing)
        .where(and(eq(passing.universityId, tx.university), inArray(passing.noticeId, [...ids])))
        .orderBy(asc(passing.version))

/** Answers how many were new. */
export async function insertPassings(tx: Tx, rows: readonly Passing[]): Promise<number> {
  const done = await tx.sql
    .insert(passing)
    .values(rows.map((r) => ({ ...r, universityId: tx.university })))
    .onConflictDoNothing()
    .returning({ className: passing.className })
  return done.length
}

export const remindingsOf = (tx: Tx, ids: readonly string[]): Promise<Reminding[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(reminding)
        .where(and(eq(reminding.universityId, tx.university), inArray(reminding.noticeId, [...ids])))
        .orderBy(asc(reminding.onDay))

/** False where that scope was already reminded on the day. */
export async function insertReminding(tx: Tx, row: Reminding): Promise<boolean> {
  const done = await tx.sql
    .insert(reminding)
    .values({ ...row, universityId: tx.university })
    .onConflictDoNothing()
    .returning({ onDay: reminding.onDay })
  return done.length > 0
}

/** The notices a file is part of, in whatever version. */
export async function noticesOfFile(tx: Tx, file: string): Promise<{ id: string; live: boolean }[]> {
  const { rows } = await tx.client.query<{ id: string; live: boolean }>(
    `select id, live is not null and files @> $2::jsonb as live from notice
     where university_id = $1 and (files @> $2::jsonb or written -> 'files' @> $2::jsonb
       or exists (select from notice_version v where v.university_id = notice.university_id and v.notice_id = notice.id
                  and v.content -> 'files' @> $2::jsonb))`,
    [tx.university, JSON.stringify([{ id: file }])],
  )
  return rows
}
