import type { Day } from "@qiaoliang/basics"
import { and, desc, eq, inArray, max } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { Tx } from "#kit/server/db.ts"
import { insertAll } from "#kit/server/insert-all.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { HandlingRow } from "./handling.ts"
import { answer, deed, desk, draft, handling, rating } from "./schema.ts"

const here = (tx: Tx, table: { universityId: PgColumn }) => eq(table.universityId, tx.university)

export async function rowOf(tx: Tx, needId: string, hold = false): Promise<HandlingRow | undefined> {
  const found = tx.sql
    .select()
    .from(handling)
    .where(and(here(tx, handling), eq(handling.needId, needId)))
  const [row] = await (hold ? found.for("update") : found)
  return row
}

export async function rowsOf(tx: Tx, needIds: readonly string[]): Promise<readonly HandlingRow[]> {
  if (needIds.length === 0) return []
  return tx.sql
    .select()
    .from(handling)
    .where(and(here(tx, handling), inArray(handling.needId, [...needIds])))
}

export const insertRows = (tx: Tx, rows: readonly HandlingRow[]): Promise<void> =>
  insertAll(tx, handling, rows)

export async function changeRow(
  tx: Tx,
  needId: string,
  change: Partial<Omit<HandlingRow, "needId">>,
): Promise<void> {
  await tx.sql
    .update(handling)
    .set(change)
    .where(and(here(tx, handling), eq(handling.needId, needId)))
}

/** Of these needs, those that never went to an office leave, all at once and each with its deed; gives back which. */
export async function leaveDesk(
  { tx, actor, now, today }: Pick<Ctx, "tx" | "actor" | "now" | "today">,
  needIds: readonly string[],
  as: "merged" | "withdrawn",
): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `with held as (
       select need_id from handling where university_id = $1 and need_id = any($2) and left_as is null and course is null
       order by need_id for update)
     update handling h set left_as = $3, step = null, due = null, changed_at = $4 from held
     where h.university_id = $1 and h.need_id = held.need_id returning h.need_id as id`,
    [tx.university, needIds, as, now],
  )
  const ids = rows.map((r) => r.id)
  await tx.client.query(
    `insert into handling_deed (university_id, need_id, nth, what, by, by_name, because, on_day, at)
     select $1, n.id, 1 + coalesce((select max(nth) from handling_deed d where d.university_id = $1 and d.need_id = n.id), 0),
            $3, $4, $5, '', $6, $7 from unnest($2::text[]) as n(id)`,
    [tx.university, ids, as, actor.number, actor.name, today, now],
  )
  return ids
}

export interface Ratings {
  readonly count: number
  readonly solved: number
  readonly stars: number
}

/** Sums of the ratings of each need's round under way. */
export async function ratingsOf(tx: Tx, needIds: readonly string[]): Promise<ReadonlyMap<string, Ratings>> {
  const { rows } = await tx.client.query<Ratings & { id: string }>(
    `select r.need_id as id, count(*)::int as count, (count(*) filter (where r.solved))::int as solved,
            sum(r.stars)::int as stars
     from handling_rating r
     join handling h on h.university_id = r.university_id and h.need_id = r.need_id and h.round = r.round
     where r.university_id = $1 and r.need_id = any($2) group by r.need_id`,
    [tx.university, needIds],
  )
  return new Map(rows.map(({ id, ...sums }) => [id, sums]))
}

export async function insertRating(
  tx: Tx,
  row: Omit<typeof rating.$inferSelect, "universityId">,
): Promise<boolean> {
  const rows = await tx.sql
    .insert(rating)
    .values({ ...row, universityId: tx.university })
    .onConflictDoNothing()
    .returning({ tag: rating.tag })
  return rows.length === 1
}

export const allRatingsOf = (tx: Tx, needId: string) =>
  tx.sql
    .select()
    .from(rating)
    .where(and(here(tx, rating), eq(rating.needId, needId)))
    .orderBy(rating.round, rating.onDay)

export type DeedRow = Omit<typeof deed.$inferSelect, "universityId">

export const deedsOf = (tx: Tx, needId: string): Promise<DeedRow[]> =>
  tx.sql
    .select()
    .from(deed)
    .where(and(here(tx, deed), eq(deed.needId, needId)))
    .orderBy(deed.nth)

/** One more deed of a need, whose row is held meanwhile. */
export async function insertDeed(tx: Tx, row: Omit<DeedRow, "nth">): Promise<void> {
  const [last] = await tx.sql
    .select({ nth: max(deed.nth) })
    .from(deed)
    .where(and(here(tx, deed), eq(deed.needId, row.needId)))
  await tx.sql.insert(deed).values({ ...row, nth: (last?.nth ?? 0) + 1, universityId: tx.university })
}

/** The first deeds of many needs. */
export const insertDeeds = (tx: Tx, rows: readonly DeedRow[]): Promise<void> => insertAll(tx, deed, rows)

export type DraftRow = Omit<typeof draft.$inferSelect, "universityId">

/** The last first. */
export const draftsOf = (tx: Tx, needId: string): Promise<DraftRow[]> =>
  tx.sql
    .select()
    .from(draft)
    .where(and(here(tx, draft), eq(draft.needId, needId)))
    .orderBy(desc(draft.version))

export async function insertDraft(tx: Tx, row: DraftRow): Promise<void> {
  await tx.sql.insert(draft).values({ ...row, universityId: tx.university })
}

export type AnswerRow = Omit<typeof answer.$inferSelect, "universityId">

/** The first given first. */
export const answersOf = (tx: Tx, needId: string): Promise<AnswerRow[]> =>
  tx.sql
    .select()
    .from(answer)
    .where(and(here(tx, answer), eq(answer.needId, needId)))
    .orderBy(answer.nth)

export async function insertAnswer(tx: Tx, row: Omit<AnswerRow, "nth">): Promise<void> {
  const before = await answersOf(tx, row.needId)
  await tx.sql.insert(answer).values({ ...row, nth: before.length + 1, universityId: tx.university })
}

/** The department named as each union's desk; none where none was named. */
export async function desksOf(tx: Tx, unions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (unions.length === 0) return new Map()
  const rows = await tx.sql
    .select()
    .from(desk)
    .where(and(here(tx, desk), inArray(desk.unionId, [...unions])))
  return new Map(rows.map((r) => [r.unionId, r.department]))
}

export async function nameDesk(tx: Tx, unionId: string, department: string): Promise<void> {
  await tx.sql
    .insert(desk)
    .values({ unionId, department, universityId: tx.university })
    .onConflictDoUpdate({ target: [desk.universityId, desk.unionId], set: { department } })
}

/** Done and not closed, whose days to rate are over. */
export async function rateableUntil(tx: Tx, before: Day): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select need_id as id from handling where university_id = $1 and state = 'done' and closed_on is null
       and left_as is null and due < $2 order by need_id for update`,
    [tx.university, before],
  )
  return rows.map((r) => r.id)
}

/** How many needs each desk has not sorted by a day. */
export async function unsortedOn(
  tx: Tx,
  today: Day,
): Promise<readonly { unionId: string; desk: "union" | "league"; count: number }[]> {
  const { rows } = await tx.client.query(
    `select union_id as "unionId", desk, count(*)::int as count from handling
     where university_id = $1 and state = 'sorting' and left_as is null and due < $2 group by union_id, desk`,
    [tx.university, today],
  )
  return rows
}
