import { and, desc, eq } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { briefing, published } from "./schema.ts"

export type BriefingRow = Omit<typeof briefing.$inferSelect, "universityId">

/** The latest month first. */
export const briefingsOf = (tx: Tx): Promise<BriefingRow[]> =>
  tx.sql.select().from(briefing).where(eq(briefing.universityId, tx.university)).orderBy(desc(briefing.month))

export async function briefingById(tx: Tx, id: string, hold = false): Promise<BriefingRow | undefined> {
  const found = tx.sql
    .select()
    .from(briefing)
    .where(and(eq(briefing.universityId, tx.university), eq(briefing.id, id)))
  const [row] = await (hold ? found.for("update") : found)
  return row
}

/** Whether the month had none yet. */
export async function insertBriefing(tx: Tx, row: BriefingRow): Promise<boolean> {
  const rows = await tx.sql
    .insert(briefing)
    .values({ ...row, universityId: tx.university })
    .onConflictDoNothing()
    .returning({ id: briefing.id })
  return rows.length === 1
}

export async function changeBriefing(
  tx: Tx,
  id: string,
  change: Partial<Omit<BriefingRow, "id" | "unionId" | "month">>,
): Promise<void> {
  await tx.sql
    .update(briefing)
    .set(change)
    .where(and(eq(briefing.universityId, tx.university), eq(briefing.id, id)))
}

export async function deleteBriefing(tx: Tx, id: string): Promise<void> {
  await tx.sql.delete(briefing).where(and(eq(briefing.universityId, tx.university), eq(briefing.id, id)))
}

export type PublishedRow = Omit<typeof published.$inferSelect, "universityId">

export async function insertPublished(tx: Tx, row: PublishedRow): Promise<void> {
  await tx.sql.insert(published).values({ ...row, universityId: tx.university })
}

/** The latest month first. */
export const publishedOf = (tx: Tx): Promise<PublishedRow[]> =>
  tx.sql
    .select()
    .from(published)
    .where(eq(published.universityId, tx.university))
    .orderBy(desc(published.month))

export async function publishedById(tx: Tx, id: string): Promise<PublishedRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(published)
    .where(and(eq(published.universityId, tx.university), eq(published.id, id)))
  return row
}
