import { and, desc, eq, inArray } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { file } from "#kit/server/schema.ts"
import { attestation, explanation, retraction } from "./schema.ts"

export type Attestation = typeof attestation.$inferSelect
export type ExplanationRow = typeof explanation.$inferSelect

export async function insertAttestation(
  tx: Tx,
  row: Omit<typeof attestation.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(attestation).values({ ...row, universityId: tx.university })
}

export async function insertRetraction(
  tx: Tx,
  row: Omit<typeof retraction.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(retraction).values({ ...row, universityId: tx.university })
}

export async function insertExplanation(
  tx: Tx,
  row: Omit<typeof explanation.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(explanation).values({ ...row, universityId: tx.university })
}

export async function attestationById(tx: Tx, id: string): Promise<Attestation | undefined> {
  const rows = await tx.sql
    .select()
    .from(attestation)
    .where(and(eq(attestation.universityId, tx.university), eq(attestation.id, id)))
  return rows[0]
}

export async function explanationById(tx: Tx, id: string): Promise<ExplanationRow | undefined> {
  const rows = await tx.sql
    .select()
    .from(explanation)
    .where(and(eq(explanation.universityId, tx.university), eq(explanation.id, id)))
    .for("update")
  return rows[0]
}

export async function decideExplanation(tx: Tx, id: string, values: Partial<ExplanationRow>): Promise<void> {
  await tx.sql
    .update(explanation)
    .set(values)
    .where(and(eq(explanation.universityId, tx.university), eq(explanation.id, id)))
}

/** Attestations of these unions, newest first, each with its document and its retraction. */
export async function attestationsOf(tx: Tx, unions: readonly string[]) {
  if (!unions.length) return []
  return tx.sql
    .select({ row: attestation, retraction, document: { id: file.id, name: file.name, sha256: file.sha256 } })
    .from(attestation)
    .leftJoin(
      retraction,
      and(
        eq(retraction.universityId, attestation.universityId),
        eq(retraction.attestationId, attestation.id),
      ),
    )
    .leftJoin(file, and(eq(file.universityId, attestation.universityId), eq(file.id, attestation.fileId)))
    .where(and(eq(attestation.universityId, tx.university), inArray(attestation.unionId, [...unions])))
    .orderBy(desc(attestation.onDay), desc(attestation.at))
}

export async function explanationsOf(tx: Tx, unions: readonly string[]) {
  if (!unions.length) return []
  return tx.sql
    .select({ row: explanation, document: { id: file.id, name: file.name, sha256: file.sha256 } })
    .from(explanation)
    .leftJoin(file, and(eq(file.universityId, explanation.universityId), eq(file.id, explanation.fileId)))
    .where(and(eq(explanation.universityId, tx.university), inArray(explanation.unionId, [...unions])))
    .orderBy(desc(explanation.at))
}

/** The unions whose attestations or explanations rest on a document. */
export async function unionsOfDocument(tx: Tx, fileId: string): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select union_id as id from attestation where university_id = $1 and file_id = $2
     union select union_id from explanation where university_id = $1 and file_id = $2`,
    [tx.university, fileId],
  )
  return rows.map((r) => r.id)
}
