import { and, asc, desc, eq, isNull } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { delegate } from "./schema.ts"

/** Somebody who attends an assembly; with a vote unless `voting` says no. */
export type Delegate = Omit<typeof delegate.$inferSelect, "universityId" | "openedBy" | "closedBy">

const current = (tx: Tx) => and(eq(delegate.universityId, tx.university), isNull(delegate.to))

/** Everybody who attends now, delegation by delegation, its head first. */
export const delegatesOf = (tx: Tx, assemblyId: string): Promise<Delegate[]> =>
  tx.sql
    .select()
    .from(delegate)
    .where(and(current(tx), eq(delegate.assemblyId, assemblyId)))
    .orderBy(asc(delegate.delegation), desc(delegate.head), asc(delegate.number))

export async function delegateOf(tx: Tx, assemblyId: string, number: string): Promise<Delegate | undefined> {
  const [row] = await tx.sql
    .select()
    .from(delegate)
    .where(and(current(tx), eq(delegate.assemblyId, assemblyId), eq(delegate.number, number)))
  return row
}

/** Where a student is a delegate now. */
export const delegationsOf = (tx: Tx, number: string): Promise<Delegate[]> =>
  tx.sql
    .select()
    .from(delegate)
    .where(and(current(tx), eq(delegate.number, number)))

export async function insertDelegates(tx: Tx, rows: readonly Delegate[], change: string): Promise<void> {
  for (let i = 0; i < rows.length; i += 500)
    await tx.sql
      .insert(delegate)
      .values(rows.slice(i, i + 500).map((r) => ({ ...r, universityId: tx.university, openedBy: change })))
}
