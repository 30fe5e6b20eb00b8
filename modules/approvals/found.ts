import type { Day } from "@qiaoliang/basics"
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { RequestKind } from "#policy/practice/requests.ts"
import { request } from "./schema.ts"
import type { RequestRow } from "./store.ts"

/** What a list can be narrowed to. */
export const states = ["open", "passed", "closed", "refused", "withdrawn", "late", "summary-late"] as const
export type State = (typeof states)[number]

export interface Wanted {
  readonly unions: readonly string[]
  readonly kind?: RequestKind | undefined
  readonly state?: State | undefined
  readonly text?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

const isState = (state: State, today: Day): SQL | undefined => {
  switch (state) {
    case "closed":
      return isNotNull(request.closedOn)
    case "passed":
      return and(eq(request.status, "passed"), isNull(request.closedOn))
    case "late":
      return lt(request.lead, request.asked)
    case "summary-late":
      return and(
        eq(request.status, "passed"),
        lt(request.summaryDue, sql`coalesce(${request.summarizedOn}, ${today})`),
      )
    default:
      return eq(request.status, state)
  }
}

const matching = (tx: Tx, w: Wanted, today: Day): SQL =>
  and(
    eq(request.universityId, tx.university),
    inArray(request.unionId, [...w.unions]),
    w.kind ? eq(request.kind, w.kind) : undefined,
    w.state ? isState(w.state, today) : undefined,
    w.text
      ? or(sql`strpos(${request.title}, ${w.text}) > 0`, sql`strpos(${request.applicantName}, ${w.text}) > 0`)
      : undefined,
    w.from ? gte(request.onDay, w.from) : undefined,
    w.to ? lte(request.onDay, w.to) : undefined,
  )!

/** One page, the newest first. */
export async function pageOfRequests(
  tx: Tx,
  wanted: Wanted,
  today: Day,
  { page, size }: { page: number; size: number },
): Promise<{ rows: readonly RequestRow[]; total: number }> {
  if (wanted.unions.length === 0) return { rows: [], total: 0 }
  const where = matching(tx, wanted, today)
  const rows = await tx.sql
    .select()
    .from(request)
    .where(where)
    .orderBy(desc(request.filedOn), desc(request.id))
    .limit(size)
    .offset((page - 1) * size)
  const [count] = await tx.sql.select({ n: sql<string>`count(*)` }).from(request).where(where)
  return { rows, total: Number(count?.n ?? 0) }
}

/** All that match, by the day they take effect: for the calendar and the workbook. */
export async function allRequests(tx: Tx, wanted: Wanted, today: Day): Promise<readonly RequestRow[]> {
  if (wanted.unions.length === 0) return []
  return tx.sql
    .select()
    .from(request)
    .where(matching(tx, wanted, today))
    .orderBy(asc(request.onDay), asc(request.id))
    .limit(5000)
}

export async function requestsByIds(tx: Tx, ids: readonly string[]): Promise<readonly RequestRow[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select()
    .from(request)
    .where(and(eq(request.universityId, tx.university), inArray(request.id, [...ids])))
}

/** A person's approved requests that have taken effect and are not yet closed. */
export const unsettledOf = (tx: Tx, applicant: string, today: Day): Promise<RequestRow[]> =>
  tx.sql
    .select()
    .from(request)
    .where(
      and(
        eq(request.universityId, tx.university),
        eq(request.applicant, applicant),
        eq(request.status, "passed"),
        isNull(request.closedOn),
        lte(request.onDay, today),
        inArray(request.kind, ["activity", "funds"]),
      ),
    )
    .orderBy(asc(request.onDay))

/** Unions something became due for on a day: their findings may have changed without anybody's doing. */
export async function unionsDueOn(tx: Tx, day: Day): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select distinct union_id as id from request where university_id = $1 and (on_day = $2 or summary_due = $2)
     union select r.union_id from request r join request_mark m on m.university_id = r.university_id and m.request_id = r.id
     where r.university_id = $1 and m.major`,
    [tx.university, day],
  )
  return rows.map((r) => r.id)
}
