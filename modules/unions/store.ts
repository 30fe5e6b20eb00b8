import type { Day } from "@qiaoliang/basics"
import { and, asc, desc, eq, inArray } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { on } from "#kit/server/temporal.ts"
import type {
  Department,
  Political,
  Post,
  Rank,
  RankWindow,
  Student,
  StudyLevel,
} from "#policy/vocabulary.ts"
import { evidence } from "./facts.ts"
import { department, post, union } from "./schema.ts"
import type { Standing } from "./settle.ts"

export type UnionRow = typeof union.$inferSelect
export type PostRow = typeof post.$inferSelect
export type DepartmentRow = typeof department.$inferSelect

export async function unionsOf(tx: Tx, ids?: readonly string[]): Promise<UnionRow[]> {
  if (ids && !ids.length) return []
  return tx.sql
    .select()
    .from(union)
    .where(and(eq(union.universityId, tx.university), ids ? inArray(union.id, [...ids]) : undefined))
    .orderBy(asc(union.openedBy), asc(union.name))
}

export async function unionByName(tx: Tx, name: string): Promise<UnionRow | undefined> {
  const rows = await tx.sql
    .select()
    .from(union)
    .where(and(eq(union.universityId, tx.university), eq(union.name, name)))
  return rows[0]
}

export async function insertUnion(
  tx: Tx,
  row: Omit<typeof union.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(union).values({ ...row, universityId: tx.university })
}

export async function departmentsOn(tx: Tx, ids: readonly string[], day: Day): Promise<DepartmentRow[]> {
  if (!ids.length) return []
  return tx.sql
    .select()
    .from(department)
    .where(
      and(
        eq(department.universityId, tx.university),
        inArray(department.unionId, [...ids]),
        on(department, day),
      ),
    )
    .orderBy(asc(department.unionId), asc(department.position))
}

export async function openPosts(tx: Tx, unionId: string): Promise<PostRow[]> {
  const rows = await tx.sql
    .select()
    .from(post)
    .where(and(eq(post.universityId, tx.university), eq(post.unionId, unionId)))
    .orderBy(asc(post.position))
  return rows.filter((row) => row.validTo === null)
}

/** The people now in posts of any other union, each once a union. */
export async function standingElsewhere(tx: Tx, unionIds: readonly string[]): Promise<Standing[]> {
  const { rows } = await tx.client.query<Standing>(
    `select distinct on (p.number, p.union_id) u.name as union, p.number, p.place
       from post p join student_union u on u.university_id = p.university_id and u.id = p.union_id
      where p.university_id = $1 and p.valid_to is null and p.number is not null
        and p.union_id <> all ($2::text[])
      order by p.number, p.union_id, p.position`,
    [tx.university, unionIds],
  )
  return rows
}

export async function openDepartments(tx: Tx, unionId: string): Promise<DepartmentRow[]> {
  const rows = await tx.sql
    .select()
    .from(department)
    .where(and(eq(department.universityId, tx.university), eq(department.unionId, unionId)))
  return rows.filter((row) => row.validTo === null)
}

export async function insertPosts(
  tx: Tx,
  rows: readonly Omit<typeof post.$inferInsert, "universityId">[],
): Promise<void> {
  if (rows.length) await tx.sql.insert(post).values(rows.map((r) => ({ ...r, universityId: tx.university })))
}

export async function insertDepartments(
  tx: Tx,
  rows: readonly Omit<typeof department.$inferInsert, "universityId">[],
): Promise<void> {
  if (rows.length)
    await tx.sql.insert(department).values(rows.map((r) => ({ ...r, universityId: tx.university })))
}

export async function closePosts(tx: Tx, ids: readonly string[], day: Day, change: string): Promise<void> {
  if (ids.length)
    await tx.sql
      .update(post)
      .set({ validTo: day, closedBy: change })
      .where(and(eq(post.universityId, tx.university), inArray(post.id, [...ids])))
}

export async function closeDepartments(
  tx: Tx,
  unionId: string,
  names: readonly string[],
  day: Day,
  change: string,
): Promise<void> {
  const open = (await openDepartments(tx, unionId)).filter((d) => names.includes(d.name))
  for (const d of open)
    await tx.sql
      .update(department)
      .set({ validTo: day, closedBy: change })
      .where(
        and(
          eq(department.universityId, tx.university),
          eq(department.unionId, unionId),
          eq(department.name, d.name),
          eq(department.openedBy, d.openedBy),
        ),
      )
}

/** Everybody on the rosters of these unions on a day, with what the registers say of each: one statement. */
export const rosterSql = `
  select p.id, p.union_id, p.department, p.kind, p.title, p.name, p.number, p.number_written, p.origin,
         p.place, p.claimed, s.number as s_number, s.name as s_name, s.faculty, s.grade, s.level, s.political,
         s.political_written, a.number as a_number, a.semester_rank, a.semester_of, a.year_rank, a.year_of,
         a.overall_rank, a.overall_of, a.fails
  from post p
  left join student s on s.university_id = p.university_id and s.number = p.number
    and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2)
  left join academic_record a on a.university_id = p.university_id and a.number = p.number
    and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2)
  where p.university_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
    and ($3::text[] is null or p.union_id = any($3))
  order by p.union_id, p.position`

interface RosterRow {
  id: string
  union_id: string
  department: string | null
  kind: Post["kind"]
  title: string
  name: string
  number: string | null
  number_written: string | null
  origin: Post["origin"] | null
  place: { file: string; sheet: string | null; row: number | null } | null
  claimed: { fails?: string } | null
  s_number: string | null
  s_name: string
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

/** The rosters as the articles see them, by union. A union without a roster has no entry. */
export async function rostersOn(
  tx: Tx,
  ids: readonly string[] | null,
  day: Day,
): Promise<Map<string, Post[]>> {
  const { rows } = await tx.client.query<RosterRow>(rosterSql, [tx.university, day, ids])
  const out = new Map<string, Post[]>()
  for (const row of rows) {
    const roster = out.get(row.union_id)
    if (roster) roster.push(postOf(row))
    else out.set(row.union_id, [postOf(row)])
  }
  return out
}

function postOf(row: RosterRow): Post {
  return {
    row: { id: row.id, name: row.name, studentId: row.number ?? row.number_written, ...(row.place ?? {}) },
    name: row.name,
    kind: row.kind,
    title: row.title,
    ...(row.department ? { department: row.department } : {}),
    student: row.s_number === null ? null : studentOf(row),
    ...(row.origin ? { origin: row.origin } : {}),
  }
}

function studentOf(row: RosterRow): Student {
  const windows: Partial<Record<RankWindow, Rank>> = {}
  if (row.semester_rank !== null && row.semester_of)
    windows.semester = { rank: row.semester_rank, of: row.semester_of }
  if (row.year_rank !== null && row.year_of) windows.year = { rank: row.year_rank, of: row.year_of }
  if (row.overall_rank !== null && row.overall_of)
    windows.overall = { rank: row.overall_rank, of: row.overall_of }
  const written =
    row.a_number === null ? undefined : { windows, ...(row.fails === null ? {} : { fails: row.fails }) }
  const record = evidence(row.level, written, row.claimed?.fails)
  return {
    studentId: row.s_number!,
    name: row.s_name,
    faculty: row.faculty,
    grade: row.grade,
    level: row.level,
    political: row.political,
    politicalWritten: row.political_written,
    ...(record ? { record } : {}),
  }
}

export type { Department }

/** Every post a union ever filled, newest first; corrections of the same day left out. */
export async function historyOf(tx: Tx, unionId: string): Promise<PostRow[]> {
  const rows = await tx.sql
    .select()
    .from(post)
    .where(and(eq(post.universityId, tx.university), eq(post.unionId, unionId)))
    .orderBy(desc(post.validFrom), asc(post.position))
    .limit(2000)
  return rows.filter((row) => row.validTo === null || row.validTo > row.validFrom)
}
