import { and, asc, eq, inArray } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { file } from "#kit/server/schema.ts"
import {
  partyReport,
  request,
  requestMark,
  requestReturn,
  requestSpending,
  requestSummary,
} from "./schema.ts"

/** What follows an approval: money, goods, the summary, what was sent on. */

export type SpendingRow = typeof requestSpending.$inferSelect
export type SummaryRow = typeof requestSummary.$inferSelect
export type MarkRow = typeof requestMark.$inferSelect
export type PartyReportRow = typeof partyReport.$inferSelect
type Without<T> = Omit<T, "universityId">

export async function insertSpending(tx: Tx, row: Without<SpendingRow>): Promise<void> {
  await tx.sql.insert(requestSpending).values({ ...row, universityId: tx.university })
}

export interface Spending extends SpendingRow {
  readonly receipt: string | null
  readonly struck: boolean
}

/** Entries of some requests, each with the name of its receipt and whether it was struck out. */
export async function spendingOf(tx: Tx, ids: readonly string[]): Promise<readonly Spending[]> {
  if (ids.length === 0) return []
  const rows = await tx.sql
    .select({ row: requestSpending, receipt: file.name })
    .from(requestSpending)
    .leftJoin(
      file,
      and(eq(file.universityId, requestSpending.universityId), eq(file.id, requestSpending.fileId)),
    )
    .where(and(eq(requestSpending.universityId, tx.university), inArray(requestSpending.requestId, [...ids])))
    .orderBy(asc(requestSpending.at), asc(requestSpending.id))
  const struck = new Set(rows.flatMap((r) => (r.row.strikes ? [r.row.strikes] : [])))
  return rows.map((r) => ({ ...r.row, receipt: r.receipt, struck: struck.has(r.row.id) }))
}

export const spentIn = (entries: readonly Spending[]): number =>
  entries.reduce((all, e) => all + (e.strikes || e.struck ? 0 : e.amount), 0)

export async function insertReturn(tx: Tx, row: Without<typeof requestReturn.$inferSelect>): Promise<void> {
  await tx.sql.insert(requestReturn).values({ ...row, universityId: tx.university })
}

export const returnsOf = (tx: Tx, id: string) =>
  tx.sql
    .select()
    .from(requestReturn)
    .where(and(eq(requestReturn.universityId, tx.university), eq(requestReturn.requestId, id)))
    .orderBy(asc(requestReturn.at), asc(requestReturn.id))

export async function summaryOf(tx: Tx, id: string): Promise<SummaryRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(requestSummary)
    .where(and(eq(requestSummary.universityId, tx.university), eq(requestSummary.requestId, id)))
  return row
}

export async function keepSummary(tx: Tx, row: Without<SummaryRow>): Promise<void> {
  const { requestId, ...set } = row
  await tx.sql
    .insert(requestSummary)
    .values({ ...row, universityId: tx.university })
    .onConflictDoUpdate({ target: [requestSummary.universityId, requestSummary.requestId], set })
}

export async function insertMark(tx: Tx, row: Without<MarkRow>): Promise<void> {
  await tx.sql.insert(requestMark).values({ ...row, universityId: tx.university })
}

/** All marks of some requests, oldest first. */
export async function marksOf(tx: Tx, ids: readonly string[]): Promise<readonly MarkRow[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select()
    .from(requestMark)
    .where(and(eq(requestMark.universityId, tx.university), inArray(requestMark.requestId, [...ids])))
    .orderBy(asc(requestMark.id))
}

/** Every mark of the university, oldest first: for what is still to be reported. */
export const allMarks = (tx: Tx): Promise<MarkRow[]> =>
  tx.sql
    .select()
    .from(requestMark)
    .where(eq(requestMark.universityId, tx.university))
    .orderBy(asc(requestMark.id))

export interface MarkedRow extends MarkRow {
  readonly unionId: string
  readonly title: string
}

/** Every mark on requests of these unions, oldest first, with what it is on. */
export async function marksIn(tx: Tx, unions: readonly string[]): Promise<readonly MarkedRow[]> {
  if (unions.length === 0) return []
  const rows = await tx.sql
    .select({ row: requestMark, unionId: request.unionId, title: request.title })
    .from(requestMark)
    .innerJoin(
      request,
      and(eq(request.universityId, requestMark.universityId), eq(request.id, requestMark.requestId)),
    )
    .where(and(eq(requestMark.universityId, tx.university), inArray(request.unionId, [...unions])))
    .orderBy(asc(requestMark.id))
  return rows.map(({ row, ...of }) => ({ ...row, ...of }))
}

export async function insertPartyReport(tx: Tx, row: Without<PartyReportRow>): Promise<void> {
  await tx.sql.insert(partyReport).values({ ...row, universityId: tx.university })
}

export async function partyReportsOf(tx: Tx, ids: readonly string[]): Promise<readonly PartyReportRow[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select()
    .from(partyReport)
    .where(and(eq(partyReport.universityId, tx.university), inArray(partyReport.requestId, [...ids])))
    .orderBy(asc(partyReport.id))
}

export async function partyReportById(tx: Tx, id: string): Promise<PartyReportRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(partyReport)
    .where(and(eq(partyReport.universityId, tx.university), eq(partyReport.id, id)))
  return row
}
