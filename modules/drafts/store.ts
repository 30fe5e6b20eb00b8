import { and, count, desc, eq, inArray, or } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { draft } from "./schema.ts"

export type Draft = typeof draft.$inferSelect

export async function insertDraft(
  tx: Tx,
  row: Omit<typeof draft.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(draft).values({ ...row, universityId: tx.university })
}

export async function draftById(tx: Tx, id: string, lock = false): Promise<Draft | undefined> {
  const asked = tx.sql
    .select()
    .from(draft)
    .where(and(eq(draft.universityId, tx.university), eq(draft.id, id)))
  const rows = await (lock ? asked.for("update") : asked)
  return rows[0]
}

export async function updateDraft(tx: Tx, id: string, values: Partial<Draft>): Promise<void> {
  await tx.sql
    .update(draft)
    .set(values)
    .where(and(eq(draft.universityId, tx.university), eq(draft.id, id)))
}

/** Drafts over these unions that are the asker's own or shared, newest first. */
export async function listDrafts(
  tx: Tx,
  unions: readonly string[],
  account: string,
  page: number,
  size: number,
): Promise<{ items: Draft[]; total: number }> {
  if (!unions.length) return { items: [], total: 0 }
  const where = and(
    eq(draft.universityId, tx.university),
    inArray(draft.unionId, [...unions]),
    or(eq(draft.createdBy, account), eq(draft.shared, true)),
  )
  const items = await tx.sql
    .select()
    .from(draft)
    .where(where)
    .orderBy(desc(draft.createdAt), desc(draft.id))
    .limit(size)
    .offset((page - 1) * size)
  const [all] = await tx.sql.select({ n: count() }).from(draft).where(where)
  return { items, total: all?.n ?? 0 }
}
