import type { Day } from "@qiaoliang/basics"
import { and, asc, count, desc, eq, inArray, ne } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { type Call, type Content, statusOn } from "./call.ts"
import { application, callVersion, openCall } from "./schema.ts"

type Row = typeof openCall.$inferSelect
export type Version = typeof callVersion.$inferSelect

const callFrom = (row: Row, union: UnionRow, day: Day): Call => ({
  ...row.content,
  id: row.id,
  unionId: row.unionId,
  unionName: union.name,
  level: union.level,
  kind: union.kind,
  faculty: union.faculty,
  status: statusOn(row, day),
  publishedOn: row.publishedOn,
  closedOn: row.closedOn,
  endedBecause: row.endedBecause,
})

async function withUnions(tx: Tx, rows: readonly Row[], day: Day): Promise<Call[]> {
  const unions = new Map((await unionsOf(tx, [...new Set(rows.map((r) => r.unionId))])).map((u) => [u.id, u]))
  return rows.flatMap((row) => {
    const union = unions.get(row.unionId)
    return union ? [callFrom(row, union, day)] : []
  })
}

/** One call as it stands on a day; `lock` holds it against changes until the transaction ends. */
export async function callById(
  tx: Tx,
  id: string,
  day: Day,
  lock?: "share" | "update",
): Promise<Call | undefined> {
  const asked = tx.sql
    .select()
    .from(openCall)
    .where(and(eq(openCall.universityId, tx.university), eq(openCall.id, id)))
  const rows = lock ? await asked.for(lock) : await asked
  return (await withUnions(tx, rows, day))[0]
}

/** Calls of some unions, or of all; the latest to open first. */
export async function callsOf(tx: Tx, day: Day, unions?: readonly string[]): Promise<Call[]> {
  if (unions && unions.length === 0) return []
  const rows = await tx.sql
    .select()
    .from(openCall)
    .where(
      and(
        eq(openCall.universityId, tx.university),
        unions ? inArray(openCall.unionId, [...unions]) : undefined,
      ),
    )
    .orderBy(desc(openCall.opensOn), desc(openCall.id))
  return withUnions(tx, rows, day)
}

/** What everybody may know of: published, and what was published and then called off. */
export const publicCalls = async (tx: Tx, day: Day): Promise<Call[]> =>
  (await callsOf(tx, day)).filter((c) => c.publishedOn !== null)

export async function insertCall(
  tx: Tx,
  row: Omit<Row, "universityId" | "opensOn" | "closesOn" | "publishedOn" | "closedOn" | "endedBecause">,
): Promise<void> {
  const { opensOn, closesOn } = row.content
  await tx.sql.insert(openCall).values({ ...row, universityId: tx.university, opensOn, closesOn })
}

export async function changeCall(
  tx: Tx,
  id: string,
  change: Partial<Pick<Row, "state" | "content" | "publishedOn" | "closedOn" | "endedBecause">>,
): Promise<void> {
  const days = change.content && { opensOn: change.content.opensOn, closesOn: change.content.closesOn }
  await tx.sql
    .update(openCall)
    .set({ ...change, ...days })
    .where(and(eq(openCall.universityId, tx.university), eq(openCall.id, id)))
}

/** A draft nobody outside has seen. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.sql
    .delete(openCall)
    .where(and(eq(openCall.universityId, tx.university), eq(openCall.id, id), eq(openCall.state, "draft")))
}

export async function versionsOf(tx: Tx, callId: string): Promise<Version[]> {
  return tx.sql
    .select()
    .from(callVersion)
    .where(and(eq(callVersion.universityId, tx.university), eq(callVersion.callId, callId)))
    .orderBy(asc(callVersion.version))
}

export async function addVersion(
  tx: Tx,
  v: Omit<Version, "universityId" | "version"> & { content: Content },
): Promise<void> {
  const before = await versionsOf(tx, v.callId)
  await tx.sql
    .insert(callVersion)
    .values({ ...v, universityId: tx.university, version: (before.at(-1)?.version ?? 0) + 1 })
}

/** How many have applied and not withdrawn, by call. */
export async function applicantsOf(tx: Tx, calls: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (calls.length === 0) return new Map()
  const rows = await tx.sql
    .select({ call: application.callId, n: count() })
    .from(application)
    .where(
      and(
        eq(application.universityId, tx.university),
        inArray(application.callId, [...calls]),
        ne(application.status, "withdrawn"),
      ),
    )
    .groupBy(application.callId)
  return new Map(rows.map((r) => [r.call, r.n]))
}
