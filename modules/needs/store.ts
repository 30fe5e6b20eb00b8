import type { Day } from "@qiaoliang/basics"
import { and, asc, desc, eq, inArray } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { Tx } from "#kit/server/db.ts"
import { insertAll } from "#kit/server/insert-all.ts"
import { type NeedCategory, usualNeedCategories } from "#policy/practice/needs.ts"
import type { Need, Voices } from "./need.ts"
import { category, merge, need, photo, raiser, seal, shelf, voice } from "./schema.ts"

export type CategoryRow = typeof category.$inferSelect
export type NeedRow = typeof need.$inferSelect

const here = (tx: Tx, table: { universityId: PgColumn }) => eq(table.universityId, tx.university)

/** The university's categories in their order; the usual ones until it has set its own. */
export async function categoriesOf(tx: Tx): Promise<readonly Omit<CategoryRow, "universityId">[]> {
  const rows = await tx.sql.select().from(category).where(here(tx, category)).orderBy(asc(category.position))
  return rows.length > 0 ? rows : usualNeedCategories.map(usual)
}

const usual = (c: NeedCategory, position: number) => ({ id: `usual-${position}`, ...c, position, open: true })

export async function needById(tx: Tx, id: string, hold = false): Promise<Need | undefined> {
  const found = tx.sql
    .select()
    .from(need)
    .where(and(here(tx, need), eq(need.id, id)))
  const [row] = await (hold ? found.for("update") : found)
  return row
}

export async function needsByIds(tx: Tx, ids: readonly string[]): Promise<readonly Need[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select()
    .from(need)
    .where(and(here(tx, need), inArray(need.id, [...ids])))
}

/** Of these needs, those whose raiser wishes them kept off the public board. */
export async function discreetOf(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = ids.length === 0 ? [] : await needsByIds(tx, ids)
  return new Set(rows.filter((n) => n.discreet).map((n) => n.id))
}

/** Those merged into any of these, the first raised first. */
export async function mergedInto(tx: Tx, ids: readonly string[]): Promise<readonly Need[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select()
    .from(need)
    .where(and(here(tx, need), inArray(need.mergedInto, [...ids])))
    .orderBy(asc(need.nth))
}

/** The next number of the university; held until the transaction ends. */
export async function nextNth(tx: Tx): Promise<number> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('need.nth'), hashtext($1))", [tx.university])
  const { rows } = await tx.client.query<{ nth: number }>(
    "select coalesce(max(nth), 0) + 1 as nth from need where university_id = $1",
    [tx.university],
  )
  return rows[0]!.nth
}

export const insertNeeds = (tx: Tx, rows: readonly Omit<NeedRow, "universityId">[]): Promise<void> =>
  insertAll(tx, need, rows)

export async function changeNeed(
  tx: Tx,
  id: string,
  change: Partial<Omit<NeedRow, "id" | "universityId">>,
): Promise<void> {
  await tx.sql
    .update(need)
    .set(change)
    .where(and(here(tx, need), eq(need.id, id)))
}

export interface VoiceRow {
  readonly needId: string
  readonly tag: string
  readonly faculty: string
  readonly className: string
  readonly via: string | null
  readonly onDay: Day
}

/** Whether it was not there before. */
export async function insertVoice(tx: Tx, row: VoiceRow): Promise<boolean> {
  const rows = await tx.sql
    .insert(voice)
    .values({ ...row, universityId: tx.university })
    .onConflictDoNothing()
    .returning({ tag: voice.tag })
  return rows.length === 1
}

/** First voices of new needs. */
export const insertVoices = (tx: Tx, rows: readonly VoiceRow[]): Promise<void> => insertAll(tx, voice, rows)

/** Whether there was one to take back. */
export async function deleteVoice(tx: Tx, needId: string, tag: string): Promise<boolean> {
  const rows = await tx.sql
    .delete(voice)
    .where(and(here(tx, voice), eq(voice.needId, needId), eq(voice.tag, tag)))
    .returning({ tag: voice.tag })
  return rows.length === 1
}

export async function voicesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Voices>> {
  const { rows } = await tx.client.query<{ id: string; faculty: string; count: number; classes: number }>(
    `select need_id as id, faculty, count(*)::int as count,
            (count(distinct class_name) filter (where class_name <> ''))::int as classes
     from need_voice where university_id = $1 and need_id = any($2) group by need_id, faculty
     order by count(*) desc, faculty`,
    [tx.university, ids],
  )
  const byNeed = Map.groupBy(rows, (r) => r.id)
  return new Map(
    ids.map((id) => {
      const of = byNeed.get(id) ?? []
      return [
        id,
        {
          total: of.reduce((sum, r) => sum + r.count, 0),
          faculties: of.filter((r) => r.faculty !== "").map((r) => ({ name: r.faculty, count: r.count })),
          classes: of.reduce((sum, r) => sum + r.classes, 0),
        },
      ]
    }),
  )
}

export interface RaiserRow {
  readonly needId: string
  readonly number: string
  readonly name: string
}

export async function insertRaiser(tx: Tx, row: RaiserRow): Promise<void> {
  await tx.sql.insert(raiser).values({ ...row, universityId: tx.university })
}

export const insertRaisers = (tx: Tx, rows: readonly RaiserRow[]): Promise<void> =>
  insertAll(tx, raiser, rows)

/** Of those that are not anonymous; number is empty where only a name was written down. */
export async function raisersOf(tx: Tx, ids: readonly string[]): Promise<readonly RaiserRow[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select()
    .from(raiser)
    .where(and(here(tx, raiser), inArray(raiser.needId, [...ids])))
}

export async function insertSeal(tx: Tx, needId: string, sealed: string): Promise<void> {
  await tx.sql.insert(seal).values({ needId, sealed, universityId: tx.university })
}

export async function sealOf(tx: Tx, needId: string): Promise<string | undefined> {
  const [row] = await tx.sql
    .select()
    .from(seal)
    .where(and(here(tx, seal), eq(seal.needId, needId)))
  return row?.sealed
}

/** Until the transaction ends, also where there is no shelf yet: of two sendings at once one waits. */
export async function holdShelf(tx: Tx, owner: string): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('need.shelf'), hashtext($1))", [owner])
}

export async function shelfOf(tx: Tx, owner: string): Promise<string | undefined> {
  const [row] = await tx.sql
    .select()
    .from(shelf)
    .where(and(here(tx, shelf), eq(shelf.owner, owner)))
  return row?.sealed
}

export async function keepShelf(tx: Tx, owner: string, sealed: string): Promise<void> {
  await tx.sql
    .insert(shelf)
    .values({ owner, sealed, universityId: tx.university })
    .onConflictDoUpdate({ target: [shelf.universityId, shelf.owner], set: { sealed } })
}

export async function insertPhotos(tx: Tx, needId: string, files: readonly string[]): Promise<void> {
  if (files.length > 0)
    await tx.sql
      .insert(photo)
      .values(files.map((fileId, position) => ({ needId, fileId, position, universityId: tx.university })))
}

/** Ids of the files, in the order they were given. */
export async function photosOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.sql
    .select()
    .from(photo)
    .where(and(here(tx, photo), inArray(photo.needId, [...ids])))
    .orderBy(asc(photo.position))
  return new Map([...Map.groupBy(rows, (r) => r.needId)].map(([id, of]) => [id, of.map((r) => r.fileId)]))
}

/** The need that names a file as its photo. */
export async function needOfPhoto(tx: Tx, fileId: string): Promise<string | undefined> {
  const [row] = await tx.sql
    .select({ id: photo.needId })
    .from(photo)
    .where(and(here(tx, photo), eq(photo.fileId, fileId)))
  return row?.id
}

export interface MergeRow {
  readonly needId: string
  readonly nth: number
  readonly into: string
  readonly undone: boolean
  readonly because: string
  readonly by: string
  readonly byName: string
  readonly at: Date
}

export async function insertMerge(tx: Tx, row: Omit<MergeRow, "nth">): Promise<void> {
  const [last] = await mergesOf(tx, row.needId)
  await tx.sql.insert(merge).values({ ...row, nth: (last?.nth ?? 0) + 1, universityId: tx.university })
}

/** The last first. */
const mergesOf = (tx: Tx, needId: string): Promise<MergeRow[]> =>
  tx.sql
    .select()
    .from(merge)
    .where(and(here(tx, merge), eq(merge.needId, needId)))
    .orderBy(desc(merge.nth))
