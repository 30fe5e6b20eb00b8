import type { Day } from "@qiaoliang/basics"
import { and, asc, eq, isNull, lte } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { on } from "#kit/server/temporal.ts"
import type { CongressRecord, Facts } from "#policy/vocabulary.ts"
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

/** The latest congress of each union held by a day, with whom it stood for on the day it was held. */
export async function congressOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, Pick<Facts, "congress">>> {
  const held = await tx.sql
    .select()
    .from(congress)
    .where(and(eq(congress.universityId, tx.university), lte(congress.held, day), on(congress, day)))
    .orderBy(asc(congress.held))
  const out = new Map<string, Pick<Facts, "congress">>()
  for (const c of held.filter((c) => unions.includes(c.unionId))) {
    const rows = await tx.sql
      .select()
      .from(delegate)
      .where(
        and(
          eq(delegate.universityId, tx.university),
          eq(delegate.congress, c.name),
          eq(delegate.openedBy, c.openedBy),
        ),
      )
      .orderBy(asc(delegate.position))
    out.set(c.unionId, {
      congress: {
        name: c.name,
        held: c.held,
        ...(await represented(tx, c.unionId, day)),
        ...(c.place ? { at: c.place } : {}),
        delegates: rows.map((d) => ({
          row: { id: d.id, name: d.name, studentId: d.number ?? d.numberWritten, ...(d.place ?? {}) },
          ...(d.faculty ? { faculty: d.faculty } : {}),
          ...(d.grade ? { grade: d.grade } : {}),
          ...(d.society ? { society: d.society } : {}),
          ...(d.cadre === null ? {} : { cadre: d.cadre }),
        })),
      },
    })
  }
  return out
}

/** The students a school union's congress stands for: undergraduates, or postgraduates. */
async function represented(
  tx: Tx,
  unionId: string,
  day: Day,
): Promise<Pick<CongressRecord, "represented" | "faculties" | "grades" | "mainSocieties">> {
  const { rows } = await tx.client.query<{ faculty: string; grade: number; n: string }>(
    `select s.faculty, s.grade, count(*) as n from student s
     join student_union u on u.university_id = s.university_id and u.id = $3
     where s.university_id = $1 and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2)
       and (u.kind = 'undergraduate') = (s.level = 'undergraduate')
     group by s.faculty, s.grade order by s.faculty, s.grade`,
    [tx.university, day, unionId],
  )
  const { rows: societies } = await tx.client.query<{ name: string }>(
    `select name from society where university_id = $1 and main
       and valid_from <= $2 and (valid_to is null or valid_to > $2) order by name`,
    [tx.university, day],
  )
  return {
    represented: rows.reduce((n, r) => n + Number(r.n), 0),
    faculties: [...new Set(rows.map((r) => r.faculty))],
    grades: [...new Set(rows.map((r) => r.grade))].sort((a, b) => a - b),
    mainSocieties: societies.map((s) => s.name),
  }
}
