import type { Finding } from "@qiaoliang/clause"
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { finding } from "./schema.ts"

export type FindingRow = typeof finding.$inferSelect

const here = (tx: Tx) => eq(finding.universityId, tx.university)

export async function openFindings(tx: Tx, unions: readonly string[] | null): Promise<FindingRow[]> {
  if (unions && !unions.length) return []
  return tx.sql
    .select()
    .from(finding)
    .where(
      and(here(tx), isNull(finding.closedAt), unions ? inArray(finding.unionId, [...unions]) : undefined),
    )
    .orderBy(asc(finding.openedAt), asc(finding.id))
}

export async function closeFindings(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length)
    await tx.sql
      .update(finding)
      .set({ closedAt: at })
      .where(and(here(tx), inArray(finding.id, [...ids])))
}

export async function insertFindings(
  tx: Tx,
  rows: readonly Omit<typeof finding.$inferInsert, "universityId">[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += 500)
    await tx.sql
      .insert(finding)
      .values(rows.slice(i, i + 500).map((r) => ({ ...r, universityId: tx.university })))
}

/** How a clause stood for a union over time, newest first. */
export async function historyOf(tx: Tx, unionId: string, clause: string): Promise<FindingRow[]> {
  return tx.sql
    .select()
    .from(finding)
    .where(and(here(tx), eq(finding.unionId, unionId), eq(finding.clause, clause)))
    .orderBy(desc(finding.openedAt))
    .limit(100)
}

export const asFinding = (row: FindingRow): Finding => ({
  clause: row.clause,
  unit: row.unionId,
  ...(row.subject ? { subject: row.subject } : {}),
  verdict: row.verdict,
  value: row.value ?? null,
  limit: row.limit,
  ...(row.reading ? { reading: row.reading } : {}),
  because: row.because,
  ...(row.cure ? { cure: row.cure } : {}),
  rows: row.rows,
  ...(row.at ? { at: row.at } : {}),
  asOf: row.asOf,
  ...(row.attested ? { attested: row.attested } : {}),
  ...(row.explanation ? { explanation: row.explanation } : {}),
  ...(row.local ? { local: true } : {}),
})
