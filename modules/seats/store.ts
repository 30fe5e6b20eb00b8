import { and, desc, eq, sql } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { adoption, allocation } from "./schema.ts"

export type VersionRow = typeof allocation.$inferSelect
type AdoptionRow = typeof adoption.$inferSelect

/** One writer at a time, so that versions have no gaps. */
export async function lockSeats(tx: Tx, assemblyId: string): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('seats'), hashtext($1 || $2))", [
    tx.university,
    assemblyId,
  ])
}

export async function insertVersion(
  tx: Tx,
  row: Omit<VersionRow, "universityId" | "version">,
): Promise<number> {
  const [last] = await versionsOf(tx, row.assemblyId)
  const version = (last?.version ?? 0) + 1
  await tx.sql.insert(allocation).values({ ...row, version, universityId: tx.university })
  return version
}

/** The versions of an assembly without their tables, newest first. */
export const versionsOf = (tx: Tx, assemblyId: string) =>
  tx.sql
    .select({
      version: allocation.version,
      total: sql<number>`(${allocation.result}->>'total')::int`,
      method: sql<VersionRow["result"]["method"]>`${allocation.result}->>'method'`,
      because: allocation.because,
      byName: allocation.byName,
      at: allocation.at,
    })
    .from(allocation)
    .where(and(eq(allocation.universityId, tx.university), eq(allocation.assemblyId, assemblyId)))
    .orderBy(desc(allocation.version))

export async function versionOf(
  tx: Tx,
  assemblyId: string,
  version: number,
): Promise<VersionRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(allocation)
    .where(
      and(
        eq(allocation.universityId, tx.university),
        eq(allocation.assemblyId, assemblyId),
        eq(allocation.version, version),
      ),
    )
  return row
}

export async function insertAdoption(
  tx: Tx,
  row: Omit<AdoptionRow, "universityId" | "ordinal">,
): Promise<void> {
  const last = await adoptionOf(tx, row.assemblyId)
  await tx.sql
    .insert(adoption)
    .values({ ...row, ordinal: (last?.ordinal ?? 0) + 1, universityId: tx.university })
}

export async function adoptionOf(tx: Tx, assemblyId: string): Promise<AdoptionRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(adoption)
    .where(and(eq(adoption.universityId, tx.university), eq(adoption.assemblyId, assemblyId)))
    .orderBy(desc(adoption.ordinal))
    .limit(1)
  return row
}
