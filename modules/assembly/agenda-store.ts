import { and, asc, eq } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { AgendaItem, AgendaPaper } from "./agenda.ts"
import { agendaItem } from "./schema.ts"

const of = (tx: Tx, assemblyId: string) =>
  and(eq(agendaItem.universityId, tx.university), eq(agendaItem.assemblyId, assemblyId))

/** The agenda of an assembly, in its order. */
export async function agendaOf(tx: Tx, assemblyId: string): Promise<AgendaItem[]> {
  const rows = await tx.sql
    .select()
    .from(agendaItem)
    .where(of(tx, assemblyId))
    .orderBy(asc(agendaItem.position))
  return rows.map(({ universityId: _, assemblyId: __, ...item }) => item)
}

/** The whole agenda anew; items keep their ids. */
export async function replaceAgenda(
  tx: Tx,
  assemblyId: string,
  items: readonly Omit<AgendaItem, "position">[],
): Promise<void> {
  await tx.sql.delete(agendaItem).where(of(tx, assemblyId))
  if (items.length > 0)
    await tx.sql
      .insert(agendaItem)
      .values(items.map((item, position) => ({ ...item, position, assemblyId, universityId: tx.university })))
}

/** Of these files, those a person sent: what may be attached. */
export async function papersSentBy(tx: Tx, account: string, ids: readonly string[]): Promise<AgendaPaper[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.client.query<AgendaPaper>(
    "select id, name from file where university_id = $1 and uploaded_by = $2 and id = any($3)",
    [tx.university, account, ids],
  )
  return rows
}

/** The assembly whose agenda a file is attached to. */
export async function assemblyOfPaper(tx: Tx, file: string): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select assembly_id as id from assembly_agenda
     where university_id = $1 and papers @> jsonb_build_array(jsonb_build_object('id', $2::text)) limit 1`,
    [tx.university, file],
  )
  return rows[0]?.id
}
