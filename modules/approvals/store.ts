import type { Day } from "@qiaoliang/basics"
import { and, asc, between, eq, inArray } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { leadTimes, type RequestKind, type Term } from "#policy/practice/requests.ts"
import { request, requestApproval, requestLead, requestVersion } from "./schema.ts"

export type RequestRow = typeof request.$inferSelect
export type VersionRow = typeof requestVersion.$inferSelect
export type ApprovalRow = typeof requestApproval.$inferSelect

const here = (tx: Tx) => eq(request.universityId, tx.university)

export async function insertRequest(tx: Tx, row: Omit<RequestRow, "universityId">): Promise<void> {
  await tx.sql.insert(request).values({ ...row, universityId: tx.university })
}

/** A request; `forChange` locks it until the transaction ends: two people do not spend the same money. */
export async function requestById(tx: Tx, id: string, forChange = false): Promise<RequestRow | undefined> {
  const asked = tx.sql
    .select()
    .from(request)
    .where(and(here(tx), eq(request.id, id)))
  const [row] = await (forChange ? asked.for("update") : asked)
  return row
}

export async function changeRequest(tx: Tx, id: string, change: Partial<RequestRow>): Promise<void> {
  await tx.sql
    .update(request)
    .set(change)
    .where(and(here(tx), eq(request.id, id)))
}

export async function insertVersion(tx: Tx, row: Omit<VersionRow, "universityId">): Promise<void> {
  await tx.sql.insert(requestVersion).values({ ...row, universityId: tx.university })
}

export async function insertApproval(tx: Tx, row: Omit<ApprovalRow, "universityId">): Promise<void> {
  await tx.sql
    .insert(requestApproval)
    .values({ ...row, universityId: tx.university })
    .onConflictDoNothing()
}

export interface Version extends VersionRow {
  readonly approval: ApprovalRow | null
}

/** All versions of some requests with their approvals, the first version first. */
export async function versionsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Version[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.sql
    .select({ version: requestVersion, approval: requestApproval })
    .from(requestVersion)
    .leftJoin(
      requestApproval,
      and(
        eq(requestApproval.universityId, requestVersion.universityId),
        eq(requestApproval.requestId, requestVersion.requestId),
        eq(requestApproval.number, requestVersion.number),
      ),
    )
    .where(and(eq(requestVersion.universityId, tx.university), inArray(requestVersion.requestId, [...ids])))
    .orderBy(asc(requestVersion.requestId), asc(requestVersion.number))
  return Map.groupBy(
    rows.map((r) => ({ ...r.version, approval: r.approval })),
    (v) => v.requestId,
  )
}

/** The lead times in force: the university's own, else practice's. */
export async function leadsOf(tx: Tx): Promise<Record<RequestKind, Term & { own: boolean }>> {
  const own = await tx.sql.select().from(requestLead).where(eq(requestLead.universityId, tx.university))
  const set = new Map(own.map((r) => [r.kind, r]))
  return Object.fromEntries(
    Object.entries(leadTimes).map(([kind, term]) => {
      const mine = set.get(kind)
      return [
        kind,
        mine ? { days: mine.days, source: mine.source, confirmed: true, own: true } : { ...term, own: false },
      ]
    }),
  ) as Record<RequestKind, Term & { own: boolean }>
}

export async function setLead(
  tx: Tx,
  row: Omit<typeof requestLead.$inferSelect, "universityId">,
): Promise<void> {
  const { kind, ...set } = row
  await tx.sql
    .insert(requestLead)
    .values({ ...row, universityId: tx.university })
    .onConflictDoUpdate({ target: [requestLead.universityId, requestLead.kind], set })
}

/** Requests of some unions that take effect in a period. */
export async function requestsBetween(
  tx: Tx,
  unions: readonly string[],
  from: Day,
  to: Day,
): Promise<readonly RequestRow[]> {
  if (unions.length === 0) return []
  return tx.sql
    .select()
    .from(request)
    .where(and(here(tx), inArray(request.unionId, [...unions]), between(request.onDay, from, to)))
    .orderBy(asc(request.onDay), asc(request.id))
}
