import { createHash } from "node:crypto"
import { newId } from "@qiaoliang/basics"
import { and, eq } from "drizzle-orm"
import type { Tx } from "./db.ts"
import { file } from "./schema.ts"

export type StoredFile = typeof file.$inferSelect
export type FileLabel = Pick<StoredFile, "id" | "name" | "type" | "size" | "sha256">

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

/** Keep a file; its SHA-256 is taken here and never again trusted from outside. */
export async function keepFile(
  tx: Tx,
  given: { name: string; type: string; bytes: Uint8Array; by: string | null; at: Date },
): Promise<FileLabel> {
  const label = {
    id: newId(given.at.getTime()),
    name: given.name,
    type: given.type,
    size: given.bytes.byteLength,
    sha256: sha256(given.bytes),
  }
  await tx.sql.insert(file).values({
    ...label,
    universityId: tx.university,
    bytes: given.bytes,
    uploadedBy: given.by,
    uploadedAt: given.at,
  })
  return label
}

export async function fetchFile(tx: Tx, id: string): Promise<StoredFile | undefined> {
  const rows = await tx.sql
    .select()
    .from(file)
    .where(and(eq(file.universityId, tx.university), eq(file.id, id)))
  return rows[0]
}
