import { and, count, desc, eq, inArray } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { ServedUnion } from "./abilities.ts"
import { importRun, rememberedColumn } from "./schema.ts"

export type Run = typeof importRun.$inferSelect

const mine = (tx: Tx, id: string) => and(eq(importRun.universityId, tx.university), eq(importRun.id, id))

export async function insertRun(
  tx: Tx,
  run: Omit<typeof importRun.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(importRun).values({ ...run, universityId: tx.university })
}

export async function runById(tx: Tx, id: string): Promise<Run | undefined> {
  const rows = await tx.sql.select().from(importRun).where(mine(tx, id))
  return rows[0]
}

/** The run, locked until the transaction ends: two confirmations of one import cannot both go through. */
export async function lockRun(tx: Tx, id: string): Promise<Run | undefined> {
  const rows = await tx.sql.select().from(importRun).where(mine(tx, id)).for("update")
  return rows[0]
}

export async function updateRun(tx: Tx, id: string, values: Partial<Run>): Promise<void> {
  await tx.sql.update(importRun).set(values).where(mine(tx, id))
}

/** Whether any workbook was ever brought in and not undone. */
export async function anyDone(tx: Tx): Promise<boolean> {
  const where = and(eq(importRun.universityId, tx.university), eq(importRun.status, "done"))
  return (await tx.sql.select({ id: importRun.id }).from(importRun).where(where).limit(1)).length > 0
}

/** Runs, the newest first: all of them, or those of one faculty. */
export async function listRuns(
  tx: Tx,
  only: string | null,
  page: number,
  size: number,
): Promise<{ items: Run[]; total: number }> {
  const where = and(
    eq(importRun.universityId, tx.university),
    only === null ? undefined : eq(importRun.faculty, only),
  )
  const items = await tx.sql
    .select()
    .from(importRun)
    .where(where)
    .orderBy(desc(importRun.createdAt))
    .limit(size)
    .offset((page - 1) * size)
  const [total] = await tx.sql.select({ n: count() }).from(importRun).where(where)
  return { items, total: total?.n ?? 0 }
}

/** Where the unions are that a person is secretary-general of. */
export async function placesOf(tx: Tx, unions: readonly string[]): Promise<ServedUnion[]> {
  if (!unions.length) return []
  const { rows } = await tx.client.query<ServedUnion>(
    "select id, level, faculty from student_union where university_id = $1 and id = any($2)",
    [tx.university, unions],
  )
  return rows
}

/** Runs a stopped process left in the middle. Nothing of them was saved. */
export async function failUnfinished(tx: Tx, because: string): Promise<void> {
  await tx.sql
    .update(importRun)
    .set({ status: "failed", failure: because })
    .where(
      and(
        eq(importRun.universityId, tx.university),
        inArray(importRun.status, ["reading", "checking", "running"]),
      ),
    )
}

export async function rememberColumns(
  tx: Tx,
  kind: string,
  columns: readonly { header: string; key: string | null }[],
): Promise<void> {
  for (const { header, key } of columns)
    if (header)
      await tx.sql
        .insert(rememberedColumn)
        .values({ universityId: tx.university, kind, header, key })
        .onConflictDoUpdate({
          target: [rememberedColumn.universityId, rememberedColumn.kind, rememberedColumn.header],
          set: { key },
        })
}
