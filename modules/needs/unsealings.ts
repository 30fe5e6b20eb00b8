import type { Day } from "@qiaoliang/basics"
import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { unsealing, unsealingView } from "./schema.ts"

type Row = typeof unsealing.$inferSelect
/** A seal asked to be opened, or opened. */
export type Unsealing = Omit<Row, "universityId">
export type View = Omit<typeof unsealingView.$inferSelect, "universityId">

const here = (tx: Tx) => eq(unsealing.universityId, tx.university)

export async function insertUnsealing(tx: Tx, row: Unsealing): Promise<void> {
  await tx.sql.insert(unsealing).values({ ...row, universityId: tx.university })
}

export async function unsealingById(tx: Tx, id: string): Promise<Unsealing | undefined> {
  const [row] = await tx.sql
    .select()
    .from(unsealing)
    .where(and(here(tx), eq(unsealing.id, id)))
    .for("update")
  return row
}

/** All there were, of these needs, in order. */
export async function unsealingsOf(tx: Tx, needs: readonly string[]): Promise<readonly Unsealing[]> {
  if (needs.length === 0) return []
  return tx.sql
    .select()
    .from(unsealing)
    .where(and(here(tx), inArray(unsealing.needId, [...needs])))
    .orderBy(asc(unsealing.id))
}

/** Opened in urgent danger, not yet noted by the other office. */
export const unnoted = (tx: Tx): Promise<Unsealing[]> =>
  tx.sql
    .select()
    .from(unsealing)
    .where(
      and(here(tx), isNull(unsealing.courseId), isNotNull(unsealing.openedOn), isNull(unsealing.notedOn)),
    )
    .orderBy(asc(unsealing.id))

export async function changeUnsealing(
  tx: Tx,
  id: string,
  change: {
    readonly courseId?: string
    readonly openedOn?: Day
    readonly notedBy?: string
    readonly notedOn?: Day
  },
): Promise<void> {
  await tx.sql
    .update(unsealing)
    .set(change)
    .where(and(here(tx), eq(unsealing.id, id)))
}

export async function viewsOf(tx: Tx, ids: readonly string[]): Promise<readonly View[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select()
    .from(unsealingView)
    .where(and(eq(unsealingView.universityId, tx.university), inArray(unsealingView.unsealingId, [...ids])))
    .orderBy(asc(unsealingView.at))
}

/** Whether it is this person's first look. */
export async function insertView(tx: Tx, row: View): Promise<boolean> {
  const rows = await tx.sql
    .insert(unsealingView)
    .values({ ...row, universityId: tx.university })
    .onConflictDoNothing()
    .returning({ number: unsealingView.number })
  return rows.length === 1
}
