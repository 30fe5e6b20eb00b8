import type { Day } from "@qiaoliang/basics"
import { and, count, desc, eq, inArray, or } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { Political, Rank, RankWindow, Student, StudyLevel } from "#policy/vocabulary.ts"
import { draft } from "./schema.ts"

export type Draft = typeof draft.$inferSelect

export async function insertDraft(
  tx: Tx,
  row: Omit<typeof draft.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(draft).values({ ...row, universityId: tx.university })
}

export async function draftById(tx: Tx, id: string, lock = false): Promise<Draft | undefined> {
  const asked = tx.sql
    .select()
    .from(draft)
    .where(and(eq(draft.universityId, tx.university), eq(draft.id, id)))
  const rows = await (lock ? asked.for("update") : asked)
  return rows[0]
}

export async function updateDraft(tx: Tx, id: string, values: Partial<Draft>): Promise<void> {
  await tx.sql
    .update(draft)
    .set(values)
    .where(and(eq(draft.universityId, tx.university), eq(draft.id, id)))
}

/** Drafts over these unions that are the asker's own or shared, newest first. */
export async function listDrafts(
  tx: Tx,
  unions: readonly string[],
  account: string,
  page: number,
  size: number,
): Promise<{ items: Draft[]; total: number }> {
  if (!unions.length) return { items: [], total: 0 }
  const where = and(
    eq(draft.universityId, tx.university),
    inArray(draft.unionId, [...unions]),
    or(eq(draft.createdBy, account), eq(draft.shared, true)),
  )
  const items = await tx.sql
    .select()
    .from(draft)
    .where(where)
    .orderBy(desc(draft.createdAt), desc(draft.id))
    .limit(size)
    .offset((page - 1) * size)
  const [all] = await tx.sql.select({ n: count() }).from(draft).where(where)
  return { items, total: all?.n ?? 0 }
}

interface Row {
  number: string
  name: string
  faculty: string
  grade: number
  level: StudyLevel
  political: Political
  political_written: string
  a_number: string | null
  semester_rank: number | null
  semester_of: number | null
  year_rank: number | null
  year_of: number | null
  overall_rank: number | null
  overall_of: number | null
  fails: number | null
}

/** What the registers say of these people on a day, as the articles see it. */
export async function studentsOn(
  tx: Tx,
  numbers: readonly string[],
  day: Day,
): Promise<Map<string, Student>> {
  if (!numbers.length) return new Map()
  const { rows } = await tx.client.query<Row>(
    `select s.number, s.name, s.faculty, s.grade, s.level, s.political, s.political_written,
            a.number as a_number, a.semester_rank, a.semester_of, a.year_rank, a.year_of,
            a.overall_rank, a.overall_of, a.fails
     from student s left join academic_record a on a.university_id = s.university_id and a.number = s.number
       and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2)
     where s.university_id = $1 and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2)
       and s.number = any($3)`,
    [tx.university, day, numbers],
  )
  return new Map(rows.map((r) => [r.number, studentOf(r)]))
}

function studentOf(r: Row): Student {
  const windows: Partial<Record<RankWindow, Rank>> = {}
  if (r.semester_rank !== null && r.semester_of)
    windows.semester = { rank: r.semester_rank, of: r.semester_of }
  if (r.year_rank !== null && r.year_of) windows.year = { rank: r.year_rank, of: r.year_of }
  if (r.overall_rank !== null && r.overall_of) windows.overall = { rank: r.overall_rank, of: r.overall_of }
  return {
    studentId: r.number,
    name: r.name,
    faculty: r.faculty,
    grade: r.grade,
    level: r.level,
    political: r.political,
    politicalWritten: r.political_written,
    ...(r.a_number === null ? {} : { record: { windows, ...(r.fails === null ? {} : { fails: r.fails }) } }),
  }
}
