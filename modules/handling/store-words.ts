import { and, asc, eq, inArray, max } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { Tx } from "#kit/server/db.ts"
import { message, note, template, view } from "./schema.ts"

const here = (tx: Tx, table: { universityId: PgColumn }) => eq(table.universityId, tx.university)

export type NoteRow = Omit<typeof note.$inferSelect, "universityId">
export type MessageRow = Omit<typeof message.$inferSelect, "universityId">
export type TemplateRow = Omit<typeof template.$inferSelect, "universityId">

/** Of one owner: the desk's, or an office's. */
export const notesOf = (tx: Tx, needId: string, owners: readonly string[]): Promise<NoteRow[]> =>
  owners.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(note)
        .where(and(here(tx, note), eq(note.needId, needId), inArray(note.owner, [...owners])))
        .orderBy(asc(note.nth))

export async function insertNote(tx: Tx, row: Omit<NoteRow, "nth">): Promise<void> {
  const [last] = await tx.sql
    .select({ nth: max(note.nth) })
    .from(note)
    .where(and(here(tx, note), eq(note.needId, row.needId)))
  await tx.sql.insert(note).values({ ...row, nth: (last?.nth ?? 0) + 1, universityId: tx.university })
}

export const messagesOf = (tx: Tx, needIds: readonly string[]): Promise<MessageRow[]> =>
  needIds.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(message)
        .where(and(here(tx, message), inArray(message.needId, [...needIds])))
        .orderBy(asc(message.needId), asc(message.nth))

export async function insertMessage(tx: Tx, row: Omit<MessageRow, "nth">): Promise<void> {
  const before = await messagesOf(tx, [row.needId])
  await tx.sql.insert(message).values({ ...row, nth: before.length + 1, universityId: tx.university })
}

export const templatesOf = (tx: Tx, owners: readonly string[]): Promise<TemplateRow[]> =>
  owners.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(template)
        .where(and(here(tx, template), inArray(template.owner, [...owners])))
        .orderBy(asc(template.name))

/** Whether nothing else of the owner has the name. */
export async function saveTemplate(tx: Tx, row: TemplateRow): Promise<boolean> {
  const same = (await templatesOf(tx, [row.owner])).find((t) => t.name === row.name)
  if (same && same.id !== row.id) return false
  const { name, text, by, byName, at } = row
  await tx.sql
    .insert(template)
    .values({ ...row, universityId: tx.university })
    .onConflictDoUpdate({ target: [template.universityId, template.id], set: { name, text, by, byName, at } })
  return true
}

export async function dropTemplate(tx: Tx, owner: string, id: string): Promise<void> {
  await tx.sql.delete(template).where(and(here(tx, template), eq(template.owner, owner), eq(template.id, id)))
}

export const viewsOf = (tx: Tx, number: string) =>
  tx.sql
    .select({ name: view.name, query: view.query })
    .from(view)
    .where(and(here(tx, view), eq(view.number, number)))
    .orderBy(asc(view.name))

export async function saveView(
  tx: Tx,
  number: string,
  name: string,
  query: Readonly<Record<string, string>>,
): Promise<void> {
  await tx.sql
    .insert(view)
    .values({ number, name, query, universityId: tx.university })
    .onConflictDoUpdate({ target: [view.universityId, view.number, view.name], set: { query } })
}

export async function dropView(tx: Tx, number: string, name: string): Promise<void> {
  await tx.sql.delete(view).where(and(here(tx, view), eq(view.number, number), eq(view.name, name)))
}
