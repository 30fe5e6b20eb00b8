import type { Day } from "@qiaoliang/basics"
import { and, asc, count, desc, eq, ilike, inArray, isNull, lte, max, or, type SQL, sql } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { delegate } from "./schema.ts"

type Row = typeof delegate.$inferSelect
type More = "basis" | "listId" | "nominee" | "code" | "replaces" | "endedBecause"

/** Somebody who attends an assembly; with a vote unless `voting` says no. */
export type Delegate = Omit<Row, "universityId" | "openedBy" | "closedBy" | More>

/** The same with how the person came to the seat. */
export type Seat = Omit<Row, "universityId">

const current = (tx: Tx) => and(eq(delegate.universityId, tx.university), isNull(delegate.to))

/** Everybody who attends now, delegation by delegation, its head first. */
export const delegatesOf = (tx: Tx, assemblyId: string): Promise<Seat[]> =>
  tx.sql
    .select()
    .from(delegate)
    .where(and(current(tx), eq(delegate.assemblyId, assemblyId)))
    .orderBy(asc(delegate.delegation), desc(delegate.head), asc(delegate.number))

/** Who attended on a day, by assembly: for what the articles ask about those held before. */
export async function delegatesOn(
  tx: Tx,
  assemblies: ReadonlyMap<string, Day>,
): Promise<Map<string, Seat[]>> {
  if (assemblies.size === 0) return new Map()
  const rows = await tx.sql
    .select()
    .from(delegate)
    .where(
      and(
        eq(delegate.universityId, tx.university),
        or(
          ...[...assemblies].map(([id, day]) =>
            and(
              eq(delegate.assemblyId, id),
              lte(delegate.from, day),
              or(isNull(delegate.to), sql`${delegate.to} > ${day}`),
            ),
          ),
        ),
      ),
    )
    .orderBy(asc(delegate.delegation), asc(delegate.number))
  return Map.groupBy(rows, (r) => r.assemblyId)
}

export async function delegateOf(tx: Tx, assemblyId: string, number: string): Promise<Seat | undefined> {
  const [row] = await tx.sql
    .select()
    .from(delegate)
    .where(and(current(tx), eq(delegate.assemblyId, assemblyId), eq(delegate.number, number)))
  return row
}

/** Where a student is a delegate now. */
export const delegationsOf = (tx: Tx, number: string): Promise<Seat[]> =>
  tx.sql
    .select()
    .from(delegate)
    .where(and(current(tx), eq(delegate.number, number)))

/** Of some assemblies: the student's own seat, and everybody of the faculty, heads before others. */
export const delegatesNear = (
  tx: Tx,
  assemblies: readonly string[],
  student: { readonly number: string; readonly faculty: string },
): Promise<Seat[]> =>
  tx.sql
    .select()
    .from(delegate)
    .where(
      and(
        current(tx),
        inArray(delegate.assemblyId, [...assemblies]),
        or(eq(delegate.faculty, student.faculty), eq(delegate.number, student.number)),
      ),
    )
    .orderBy(desc(delegate.head), asc(delegate.number))

export async function insertDelegates(
  tx: Tx,
  rows: readonly (Delegate & Partial<Pick<Row, More>>)[],
  change: string,
): Promise<void> {
  for (let i = 0; i < rows.length; i += 500)
    await tx.sql
      .insert(delegate)
      .values(rows.slice(i, i + 500).map((r) => ({ ...r, universityId: tx.university, openedBy: change })))
}

export async function seatById(tx: Tx, assemblyId: string, id: string): Promise<Seat | undefined> {
  const [row] = await tx.sql
    .select()
    .from(delegate)
    .where(and(current(tx), eq(delegate.assemblyId, assemblyId), eq(delegate.id, id)))
  return row
}

/** End seats: what was true until then stays on record. */
export async function endSeats(
  tx: Tx,
  ids: readonly string[],
  end: { on: Day; because: string; change: string },
): Promise<void> {
  if (ids.length === 0) return
  await tx.sql
    .update(delegate)
    .set({ to: end.on, endedBecause: end.because, closedBy: end.change, head: false })
    .where(and(current(tx), inArray(delegate.id, [...ids])))
}

export async function changeSeats(
  tx: Tx,
  ids: readonly string[],
  change: Partial<Pick<Row, "delegation" | "head">>,
): Promise<void> {
  if (ids.length === 0) return
  await tx.sql
    .update(delegate)
    .set(change)
    .where(and(current(tx), inArray(delegate.id, [...ids])))
}

/** The seats a change opened, ended or not. */
export const openedBy = (tx: Tx, assemblyId: string, change: string): Promise<Seat[]> =>
  tx.sql
    .select()
    .from(delegate)
    .where(
      and(
        eq(delegate.universityId, tx.university),
        eq(delegate.assemblyId, assemblyId),
        eq(delegate.openedBy, change),
      ),
    )

/** Those who left their seat, the latest first. */
export const endedOf = (tx: Tx, assemblyId: string): Promise<Seat[]> =>
  tx.sql
    .select()
    .from(delegate)
    .where(
      and(
        eq(delegate.universityId, tx.university),
        eq(delegate.assemblyId, assemblyId),
        sql`${delegate.to} is not null`,
      ),
    )
    .orderBy(desc(delegate.to), asc(delegate.number))
    .limit(500)

export async function lastCode(tx: Tx, assemblyId: string): Promise<number> {
  const [row] = await tx.sql
    .select({ last: max(delegate.code) })
    .from(delegate)
    .where(and(eq(delegate.universityId, tx.university), eq(delegate.assemblyId, assemblyId)))
  return row?.last ?? 0
}

interface Filter {
  readonly text?: string | undefined
  readonly delegation?: string | undefined
  readonly source?: Row["source"] | undefined
  readonly voting?: boolean | undefined
}

const orders = {
  delegation: [asc(delegate.delegation), desc(delegate.head), asc(delegate.number)],
  code: [asc(delegate.code), asc(delegate.number)],
  number: [asc(delegate.number)],
  grade: [asc(delegate.grade), asc(delegate.delegation), asc(delegate.number)],
} as const
export type Order = keyof typeof orders

/** One page of those who attend, and how many match. */
export async function findDelegates(
  tx: Tx,
  assemblyId: string,
  filter: Filter,
  order: Order,
  page: { readonly page: number; readonly size: number },
): Promise<{ items: Seat[]; total: number }> {
  const like = (text: string) => `${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`
  const where: SQL | undefined = and(
    current(tx),
    eq(delegate.assemblyId, assemblyId),
    filter.text
      ? or(ilike(delegate.name, like(filter.text)), ilike(delegate.number, like(filter.text)))
      : undefined,
    filter.delegation ? eq(delegate.delegation, filter.delegation) : undefined,
    filter.source ? eq(delegate.source, filter.source) : undefined,
    filter.voting === undefined ? undefined : eq(delegate.voting, filter.voting),
  )
  const items = await tx.sql
    .select()
    .from(delegate)
    .where(where)
    .orderBy(...orders[order])
    .limit(page.size)
    .offset((page.page - 1) * page.size)
  const [counted] = await tx.sql.select({ n: count() }).from(delegate).where(where)
  return { items, total: counted?.n ?? 0 }
}

interface DelegationRow {
  readonly name: string
  readonly voting: number
  readonly observers: number
  readonly head: { readonly number: string; readonly name: string } | null
}

export async function delegationRows(tx: Tx, assemblyId: string): Promise<DelegationRow[]> {
  const { rows } = await tx.client.query<{
    name: string
    voting: string
    observers: string
    head_number: string | null
    head_name: string | null
  }>(
    `select delegation as name, count(*) filter (where voting) as voting,
            count(*) filter (where not voting) as observers,
            max(number) filter (where head) as head_number, max(name) filter (where head) as head_name
     from assembly_delegate where university_id = $1 and assembly_id = $2 and to_day is null
     group by delegation order by delegation`,
    [tx.university, assemblyId],
  )
  return rows.map((r) => ({
    name: r.name,
    voting: Number(r.voting),
    observers: Number(r.observers),
    head: r.head_number && r.head_name ? { number: r.head_number, name: r.head_name } : null,
  }))
}
