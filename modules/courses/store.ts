import type { Day } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { dueOf, type State, waitingFor } from "@qiaoliang/procedure"
import type { Tx } from "#kit/server/db.ts"
import { calendarOf } from "./calendar.ts"
import { type Course, caseOf } from "./course.ts"
import { editions } from "./editions.ts"

const columns = `id, edition, subject, title, union_id as "unionId", places, about, applicant,
  applicant_name as "applicantName", state, due, opened_on as "openedOn", ended_on as "endedOn"`

async function read(tx: Tx, where: string, values: readonly unknown[]): Promise<readonly Course[]> {
  const { rows } = await tx.client.query<Omit<Course, "procedure">>(
    `select ${columns} from course where university_id = $1 and ${where}`,
    [tx.university, ...values],
  )
  const procedures = await editions(
    tx,
    rows.map((r) => r.edition),
  )
  return rows.map((r) => ({ ...r, procedure: procedures.get(r.edition)! }))
}

/** A course; `forChange` locks it until the transaction ends, so that two people do not take one step. */
export async function courseById(tx: Tx, id: string, forChange = false): Promise<Course | undefined> {
  return (await read(tx, `id = $2${forChange ? " for update" : ""}`, [id]))[0]
}

export const coursesByIds = (tx: Tx, ids: readonly string[]): Promise<readonly Course[]> =>
  read(tx, "id = any($2)", [ids])

/** The courses of some nouns under one procedure or several, oldest first. */
export const coursesOf = (
  tx: Tx,
  procedures: readonly string[],
  subjects: readonly string[],
): Promise<readonly Course[]> =>
  read(tx, "procedure = any($2) and subject = any($3) order by id", [procedures, subjects])

/** All courses of some procedures that were opened in a period, for the facts of the articles. */
export const coursesBetween = (
  tx: Tx,
  procedures: readonly string[],
  from: Day,
  to: Day,
): Promise<readonly Course[]> =>
  read(tx, "procedure = any($2) and opened_on between $3 and $4 order by id", [procedures, from, to])

export async function insertCourse(tx: Tx, c: Course): Promise<void> {
  await tx.client.query(
    `insert into course (university_id, id, procedure, edition, subject, title, union_id, places, about, applicant,
                         applicant_name, state, status, since, opened_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.university,
      c.id,
      c.procedure.id,
      c.edition,
      c.subject,
      c.title,
      c.unionId,
      JSON.stringify(c.places),
      JSON.stringify(c.about),
      c.applicant,
      c.applicantName,
      JSON.stringify(c.state),
      c.state.status,
      c.state.since,
      c.openedOn,
    ],
  )
  const parts = [
    ...Object.entries(c.places),
    ["applicant", c.applicant] as const,
    ...c.about.map((number) => ["about", number] as const),
  ]
  await tx.client.query(
    `insert into course_part (university_id, office, place, course_id)
     select distinct $1, p ->> 0, p ->> 1, $2 from jsonb_array_elements($3::jsonb) p`,
    [tx.university, c.id, JSON.stringify(parts)],
  )
  await settleWaiting(tx, c, c.openedOn)
}

/** Where the course stands now, and for whom it waits. */
export async function saveState(tx: Tx, c: Course, today: Day): Promise<Course> {
  const ended = c.state.status === "open" ? null : (c.endedOn ?? today)
  await tx.client.query(
    `update course set state = $3, status = $4, since = $5, ended_on = $6, title = $7,
            escalated_on = case when since = $5 then escalated_on end
     where university_id = $1 and id = $2`,
    [tx.university, c.id, JSON.stringify(c.state), c.state.status, c.state.since, ended, c.title],
  )
  await tx.client.query("delete from course_waiting where university_id = $1 and course_id = $2", [
    tx.university,
    c.id,
  ])
  return { ...c, endedOn: ended, due: await settleWaiting(tx, c, today) }
}

async function settleWaiting(tx: Tx, c: Course, today: Day): Promise<Day | null> {
  const due = dueOf(caseOf(c), c.state, await calendarOf(tx)) ?? null
  const waiting = waitingFor(caseOf(c), c.state)
  await tx.client.query("update course set due = $3 where university_id = $1 and id = $2", [
    tx.university,
    c.id,
    due,
  ])
  if (waiting.length > 0)
    await tx.client.query(
      `insert into course_waiting (university_id, course_id, office, place, only_mark, due, since)
       select $1, $2, office, place, coalesce("only", ''), $4, $5
       from jsonb_to_recordset($3::jsonb) as w(office text, place text, "only" text)`,
      [tx.university, c.id, JSON.stringify(waiting), due, c.state.since ?? today],
    )
  return due
}

export const stateHash = (s: State): string => hashOf(s)
