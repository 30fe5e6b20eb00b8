import type { Day } from "@qiaoliang/basics"
import { and, asc, desc, eq, inArray, isNull, lte, or } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { on } from "#kit/server/temporal.ts"
import { studentsOfKind } from "#modules/people/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { CongressRecord, Delegate, Facts, UnionKind } from "#policy/vocabulary.ts"
import { congress, delegate } from "./schema.ts"

export async function insertCongress(
  tx: Tx,
  row: Omit<typeof congress.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(congress).values({ ...row, universityId: tx.university })
}

export async function insertDelegates(
  tx: Tx,
  rows: readonly Omit<typeof delegate.$inferInsert, "universityId">[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += 500)
    await tx.sql
      .insert(delegate)
      .values(rows.slice(i, i + 500).map((r) => ({ ...r, universityId: tx.university })))
}

/** End what was known of a congress, before its list is read anew. Counts the delegates it had. */
export async function closeCongress(tx: Tx, name: string, day: Day, change: string): Promise<number> {
  const end = { validTo: day, closedBy: change }
  await tx.sql
    .update(congress)
    .set(end)
    .where(and(eq(congress.universityId, tx.university), eq(congress.name, name), isNull(congress.validTo)))
  const gone = await tx.sql
    .update(delegate)
    .set(end)
    .where(
      and(eq(delegate.universityId, tx.university), eq(delegate.congress, name), isNull(delegate.validTo)),
    )
    .returning({ id: delegate.id })
  return gone.length
}

/** The latest congress of each union held by a day, with whom it stands for: a handful of statements. */
export async function congressOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, Pick<Facts, "congress">>> {
  const latest = await latestOf(tx, unions, day)
  if (!latest.size) return new Map()
  const kinds = new Map((await unionsOf(tx, [...latest.keys()])).map((u) => [u.id, u.kind]))
  const delegates = await delegatesOf(tx, [...latest.values()])
  const mainSocieties = await mainSocietiesOn(tx, day)
  const represented = new Map<UnionKind, Awaited<ReturnType<typeof representedOn>>>()
  for (const kind of new Set(kinds.values())) represented.set(kind, await representedOn(tx, day, kind))
  const record = (c: CongressRow): CongressRecord => ({
    name: c.name,
    held: c.held,
    ...represented.get(kinds.get(c.unionId)!)!,
    mainSocieties,
    ...(c.place ? { at: c.place } : {}),
    delegates: delegates.filter((d) => d.congress === c.name && d.openedBy === c.openedBy).map(delegateOf),
  })
  return new Map([...latest].map(([union, c]) => [union, { congress: record(c) }]))
}

/** When the latest congress of which a list was imported was held, by union. */
export async function heldOn(tx: Tx, unions: readonly string[], day: Day): Promise<Map<string, Day>> {
  return new Map([...(await latestOf(tx, unions, day))].map(([union, c]) => [union, c.held]))
}

/** Whom a congress stands for on a day, and what 6.4 asks it to cover; of a faculty, its own students. */
export async function groundOn(
  tx: Tx,
  day: Day,
  kind: UnionKind,
  faculty: string | null,
): Promise<Pick<CongressRecord, "represented" | "faculties" | "grades" | "mainSocieties">> {
  return {
    ...(await representedOn(tx, day, kind, faculty)),
    mainSocieties: faculty === null ? await mainSocietiesOn(tx, day) : [],
  }
}

type CongressRow = typeof congress.$inferSelect
type DelegateRow = typeof delegate.$inferSelect

async function latestOf(tx: Tx, unions: readonly string[], day: Day): Promise<Map<string, CongressRow>> {
  if (!unions.length) return new Map()
  const held = await tx.sql
    .selectDistinctOn([congress.unionId])
    .from(congress)
    .where(
      and(
        eq(congress.universityId, tx.university),
        inArray(congress.unionId, [...unions]),
        lte(congress.held, day),
        on(congress, day),
      ),
    )
    .orderBy(congress.unionId, desc(congress.held))
  return new Map(held.map((c) => [c.unionId, c]))
}

/** Whom each list named, in its order; a list read anew has rows of its own. */
const delegatesOf = (tx: Tx, of: readonly CongressRow[]): Promise<DelegateRow[]> =>
  tx.sql
    .select()
    .from(delegate)
    .where(
      and(
        eq(delegate.universityId, tx.university),
        or(...of.map((c) => and(eq(delegate.congress, c.name), eq(delegate.openedBy, c.openedBy)))),
      ),
    )
    .orderBy(asc(delegate.position))

const delegateOf = (d: DelegateRow): Delegate => ({
  row: { id: d.id, name: d.name, studentId: d.number ?? d.numberWritten, ...(d.place ?? {}) },
  ...(d.faculty ? { faculty: d.faculty } : {}),
  ...(d.grade ? { grade: d.grade } : {}),
  ...(d.society ? { society: d.society } : {}),
  ...(d.cadre === null ? {} : { cadre: d.cadre }),
})

/** The students a school union's congress stands for: undergraduates, or postgraduates. */
async function representedOn(
  tx: Tx,
  day: Day,
  kind: UnionKind,
  faculty: string | null = null,
): Promise<Pick<CongressRecord, "represented" | "faculties" | "grades">> {
  const groups = (await studentsOfKind(tx, day, kind)).filter(
    (g) => faculty === null || g.faculty === faculty,
  )
  return {
    represented: groups.reduce((n, g) => n + g.students, 0),
    faculties: [...new Set(groups.map((g) => g.faculty))],
    grades: [...new Set(groups.map((g) => g.grade))].sort((a, b) => a - b),
  }
}

async function mainSocietiesOn(tx: Tx, day: Day): Promise<string[]> {
  const { rows } = await tx.client.query<{ name: string }>(
    `select name from society where university_id = $1 and main
       and valid_from <= $2 and (valid_to is null or valid_to > $2) order by name`,
    [tx.university, day],
  )
  return rows.map((s) => s.name)
}
