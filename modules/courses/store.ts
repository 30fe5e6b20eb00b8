import type { Day } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { dueOf, type Procedure, type State, waitingFor } from "@qiaoliang/procedure"
import type { Tx } from "#kit/server/db.ts"
import { calendarOf } from "./calendar.ts"
import { type Course, caseOf } from "./course.ts"

const columns = `c.id, e.procedure, c.edition, c.subject, c.title, c.union_id as "unionId", c.places, c.about,
  c.applicant, c.applicant_name as "applicantName", c.state, c.due, c.opened_on as "openedOn", c.ended_on as "endedOn"`
const joined = `course c join procedure_edition e on e.university_id = c.university_id and e.hash = c.edition`

/** A course; `forChange` locks it until the transaction ends, so that two people do not take one step. */
export async function courseById(tx: Tx, id: string, forChange = false): Promise<Course | undefined> {
  const { rows } = await tx.client.query<Course>(
    `select ${columns} from ${joined} where c.university_id = $1 and c.id = $2${forChange ? " for update of c" : ""}`,
    [tx.university, id],
  )
  return rows[0]
}

export async function coursesByIds(tx: Tx, ids: readonly string[]): Promise<readonly Course[]> {
  const { rows } = await tx.client.query<Course>(
    `select ${columns} from ${joined} where c.university_id = $1 and c.id = any($2)`,
    [tx.university, ids],
  )
  return rows
}

/** The courses of some nouns under one procedure or several, newest last. */
export async function coursesOf(
  tx: Tx,
  procedures: readonly string[],
  subjects: readonly string[],
): Promise<readonly Course[]> {
  const { rows } = await tx.client.query<Course>(
    `select ${columns} from ${joined}
     where c.university_id = $1 and c.procedure = any($2) and c.subject = any($3) order by c.id`,
    [tx.university, procedures, subjects],
  )
  return rows
}

/** All courses of some procedures that were opened in a period, for the facts of the articles. */
export async function coursesBetween(
  tx: Tx,
  procedures: readonly string[],
  from: Day,
  to: Day,
): Promise<readonly Course[]> {
  const { rows } = await tx.client.query<Course>(
    `select ${columns} from ${joined}
     where c.university_id = $1 and c.procedure = any($2) and c.opened_on between $3 and $4 order by c.id`,
    [tx.university, procedures, from, to],
  )
  return rows
}

/** Keep the edition a course begins under; the same data is kept once. */
export async function keepEdition(tx: Tx, procedure: Procedure, at: Date): Promise<string> {
  const hash = hashOf(procedure)
  await tx.client.query(
    `insert into procedure_edition (university_id, hash, procedure, at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [tx.university, hash, JSON.stringify(procedure), at],
  )
  return hash
}

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
