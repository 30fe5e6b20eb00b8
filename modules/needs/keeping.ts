import { and, asc, eq, inArray, lt } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { file } from "#kit/server/schema.ts"
import { type HelpLine, usualHelpLines } from "#policy/practice/needs.ts"
import { category, helpLine, upload } from "./schema.ts"
import type { CategoryRow } from "./store.ts"

/** The university's categories anew, all of them. */
export async function keepCategories(
  tx: Tx,
  rows: readonly Omit<CategoryRow, "universityId">[],
): Promise<void> {
  await tx.sql.delete(category).where(eq(category.universityId, tx.university))
  await tx.sql.insert(category).values(rows.map((r) => ({ ...r, universityId: tx.university })))
}

/** The university's own lines; until it has set them, those open to everybody in the country. */
export async function helpLinesOf(tx: Tx): Promise<readonly HelpLine[]> {
  const rows = await tx.sql
    .select()
    .from(helpLine)
    .where(eq(helpLine.universityId, tx.university))
    .orderBy(asc(helpLine.position))
  return rows.length > 0
    ? rows.map(({ kind, name, phone, note }) => ({ kind, name, phone, note }))
    : usualHelpLines
}

export async function keepHelpLines(tx: Tx, lines: readonly HelpLine[]): Promise<void> {
  await tx.sql.delete(helpLine).where(eq(helpLine.universityId, tx.university))
  await tx.sql
    .insert(helpLine)
    .values(lines.map((l, position) => ({ ...l, position, universityId: tx.university })))
}

export async function insertUpload(tx: Tx, fileId: string, at: Date): Promise<void> {
  await tx.sql.insert(upload).values({ fileId, at, universityId: tx.university })
}

/** Takes these photos for a need; false where one of them was not sent, or is taken. */
export async function takeUploads(tx: Tx, files: readonly string[]): Promise<boolean> {
  if (files.length === 0) return true
  const rows = await tx.sql
    .delete(upload)
    .where(and(eq(upload.universityId, tx.university), inArray(upload.fileId, [...files])))
    .returning({ id: upload.fileId })
  return rows.length === new Set(files).size && rows.length === files.length
}

/** Photos no need has named since before this moment go for good. Answers how many. */
export async function dropUploads(tx: Tx, before: Date): Promise<number> {
  const rows = await tx.sql
    .delete(upload)
    .where(and(eq(upload.universityId, tx.university), lt(upload.at, before)))
    .returning({ id: upload.fileId })
  const ids = rows.map((r) => r.id)
  if (ids.length > 0)
    await tx.sql.delete(file).where(and(eq(file.universityId, tx.university), inArray(file.id, ids)))
  return ids.length
}
