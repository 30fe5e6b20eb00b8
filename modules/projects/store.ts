import type { Day } from "@qiaoliang/basics"
import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, ne, or, type SQL } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { Project } from "./project.ts"
import { project, projectExpense, projectMove } from "./schema.ts"

export type Expense = typeof projectExpense.$inferSelect
export type Move = typeof projectMove.$inferSelect

const own = (tx: Tx, more?: SQL) => and(eq(project.universityId, tx.university), more)

/** `forChange` locks it: places are given out one person at a time. */
export async function projectById(tx: Tx, id: string, forChange = false): Promise<Project | undefined> {
  const asked = tx.sql
    .select()
    .from(project)
    .where(own(tx, eq(project.id, id)))
  const rows = forChange ? await asked.for("update") : await asked
  return rows[0]
}

/** The projects that match, in this order. */
const found = (tx: Tx, where: SQL | undefined, ...order: SQL[]): Promise<Project[]> =>
  tx.sql
    .select()
    .from(project)
    .where(own(tx, where))
    .orderBy(...order)

/** Without ids there is nothing to ask. */
const among = (ids: readonly string[], ask: (ids: string[]) => Promise<Project[]>): Promise<Project[]> =>
  ids.length === 0 ? Promise.resolve([]) : ask([...ids])

/** Projects hosted or guided by these unions, the latest first. */
export const projectsOf = (tx: Tx, unions: readonly string[]): Promise<Project[]> =>
  among(unions, (ids) =>
    found(
      tx,
      or(inArray(project.unionId, ids), inArray(project.guideUnionId, ids)),
      desc(project.startsOn),
      desc(project.id),
    ),
  )

/** What everybody may see: open for volunteers, or closed. */
export const publicProjects = (tx: Tx): Promise<Project[]> =>
  found(tx, ne(project.status, "draft"), asc(project.startsOn), asc(project.id))

export const projectsByIds = (tx: Tx, wanted: readonly string[]): Promise<Project[]> =>
  among(wanted, (ids) => found(tx, inArray(project.id, ids), desc(project.startsOn)))

/** Held by these unions with a day in the period. */
export const projectsBetween = (tx: Tx, unions: readonly string[], from: Day, to: Day): Promise<Project[]> =>
  among(unions, (ids) =>
    found(
      tx,
      and(
        inArray(project.unionId, ids),
        ne(project.status, "draft"),
        or(isNull(project.outcome), eq(project.outcome, "held")),
        lte(project.startsOn, to),
        gte(project.endsOn, from),
      ),
      asc(project.startsOn),
    ),
  )

/** Past their last day and not closed (3.10). */
export const openPast = (tx: Tx, day: Day): Promise<Project[]> =>
  found(
    tx,
    and(inArray(project.status, ["recruiting", "running"]), lt(project.endsOn, day)),
    asc(project.endsOn),
  )

/** Faculty unions' school-wide projects whose guidance nobody has confirmed. */
export const unguided = (tx: Tx, guides: readonly string[]): Promise<Project[]> =>
  among(guides, (ids) =>
    found(
      tx,
      and(inArray(project.guideUnionId, ids), isNull(project.guideAgreedBy), eq(project.status, "draft")),
    ),
  )

export async function insertProject(
  tx: Tx,
  row: Omit<typeof project.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(project).values({ ...row, universityId: tx.university })
}

export async function changeProject(tx: Tx, id: string, values: Partial<Project>): Promise<void> {
  await tx.sql
    .update(project)
    .set(values)
    .where(own(tx, eq(project.id, id)))
}

export async function insertMove(tx: Tx, row: Omit<Move, "universityId">): Promise<void> {
  await tx.sql.insert(projectMove).values({ ...row, universityId: tx.university })
}

export const movesOf = (tx: Tx, projectId: string): Promise<Move[]> =>
  tx.sql
    .select()
    .from(projectMove)
    .where(and(eq(projectMove.universityId, tx.university), eq(projectMove.projectId, projectId)))
    .orderBy(asc(projectMove.at), asc(projectMove.id))

export async function insertExpense(tx: Tx, row: Omit<Expense, "universityId">): Promise<void> {
  await tx.sql.insert(projectExpense).values({ ...row, universityId: tx.university })
}

export const expensesOf = (tx: Tx, projectId: string): Promise<Expense[]> =>
  tx.sql
    .select()
    .from(projectExpense)
    .where(and(eq(projectExpense.universityId, tx.university), eq(projectExpense.projectId, projectId)))
    .orderBy(asc(projectExpense.onDay), asc(projectExpense.id))

/** `文学院/汉语言2301班` of everybody in the register on a day. */
export async function classesOn(tx: Tx, day: Day): Promise<string[]> {
  const { rows } = await tx.client.query<{ name: string }>(
    `select distinct faculty || '/' || class_name as name from student
     where university_id = $1 and class_name is not null
       and valid_from <= $2 and (valid_to is null or valid_to > $2) order by 1`,
    [tx.university, day],
  )
  return rows.map((r) => r.name)
}

export async function societiesOn(tx: Tx, day: Day): Promise<{ name: string; main: boolean }[]> {
  const { rows } = await tx.client.query<{ name: string; main: boolean }>(
    `select name, main from society
     where university_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) order by not main, name`,
    [tx.university, day],
  )
  return rows
}

/** Whether a person heads a department of a union, or sits on its presidium, on a day (2.4). */
export async function leads(
  tx: Tx,
  who: string,
  at: { union: string; department: string },
  day: Day,
): Promise<boolean> {
  const { rows } = await tx.client.query(
    `select from post where university_id = $1 and number = $2 and union_id = $3
       and (kind = 'presidium' or (kind = 'head' and department = $4))
       and valid_from <= $5 and (valid_to is null or valid_to > $5) limit 1`,
    [tx.university, who, at.union, at.department, day],
  )
  return rows.length > 0
}
