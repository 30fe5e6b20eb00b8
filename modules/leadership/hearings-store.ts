import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Decision, Hearing, Report } from "./hearing.ts"
import { decisionDone, hearing, hearingDecision, hearingReport } from "./schema.ts"

const columns = `h.id, h.faculty, h.title, h.on_day as "onDay", h.unions, h.reporter, h.held_on as "heldOn", h.summary,
  h.held_by as "heldBy", h.called_off_because as "calledOffBecause", h.called_off_by as "calledOffBy",
  h.by_name as "byName", h.capacity, h.at,
  case when f.id is null then null else json_build_object('id', f.id, 'name', f.name) end as minutes`

/** All hearings, the latest first. */
export async function hearingsOf(tx: Tx): Promise<readonly Hearing[]> {
  const { rows } = await tx.client.query<Hearing>(
    `select ${columns} from hearing h left join file f on f.university_id = $1 and f.id = h.minutes_id
     where h.university_id = $1 order by coalesce(h.held_on, h.on_day) desc, h.id desc`,
    [tx.university],
  )
  return rows
}

/** `forChange` locks it: two people do not write one session down twice. */
export async function hearingById(tx: Tx, id: string, forChange = false): Promise<Hearing | undefined> {
  const { rows } = await tx.client.query<Hearing>(
    `select ${columns} from hearing h left join file f on f.university_id = $1 and f.id = h.minutes_id
     where h.university_id = $1 and h.id = $2${forChange ? " for update of h" : ""}`,
    [tx.university, id],
  )
  return rows[0]
}

type Held = Pick<Hearing, "id" | "title" | "unions"> & { readonly heldOn: Day }

/** Sessions that heard one of these unions by a day, with no more than the facts need; the latest first. */
export async function heldBy(tx: Tx, unions: readonly string[], day: Day): Promise<readonly Held[]> {
  const { rows } = await tx.client.query<Held>(
    `select id, title, unions, held_on as "heldOn" from hearing
     where university_id = $1 and held_on <= $2 and unions ?| $3 order by held_on desc, id desc`,
    [tx.university, day, unions],
  )
  return rows
}

export async function insertHearing(
  tx: Tx,
  row: Omit<typeof hearing.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(hearing).values({ ...row, universityId: tx.university })
}

export async function closeHearing(
  tx: Tx,
  id: string,
  given: { heldOn: Day; minutesId: string; summary: string; heldBy: string },
): Promise<void> {
  await tx.client.query(
    `update hearing set held_on = $3, minutes_id = $4, summary = nullif($5, ''), held_by = $6
     where university_id = $1 and id = $2`,
    [tx.university, id, given.heldOn, given.minutesId, given.summary, given.heldBy],
  )
}

export async function callOffHearing(tx: Tx, id: string, because: string, by: string): Promise<void> {
  await tx.client.query(
    "update hearing set called_off_because = $3, called_off_by = $4 where university_id = $1 and id = $2",
    [tx.university, id, because, by],
  )
}

export async function insertReport(
  tx: Tx,
  row: Omit<typeof hearingReport.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(hearingReport).values({ ...row, universityId: tx.university })
}

/** The latest report of each union for each of these hearings. */
export async function reportsOf(tx: Tx, hearings: readonly string[]): Promise<readonly Report[]> {
  const { rows } = await tx.client.query<Report>(
    `select distinct on (r.hearing_id, r.union_id) r.hearing_id as "hearingId", r.union_id as "unionId",
            json_build_object('id', f.id, 'name', f.name) as file, r.by_name as "byName", r.capacity, r.at
     from hearing_report r join file f on f.university_id = $1 and f.id = r.file_id
     where r.university_id = $1 and r.hearing_id = any($2) order by r.hearing_id, r.union_id, r.at desc, r.id desc`,
    [tx.university, hearings],
  )
  return rows
}

const decisions = `d.id, d.hearing_id as "hearingId", d.words, d.office, d.union_id as "unionId", d.due,
  d.by_name as "byName", d.at,
  case when e.decision_id is null then null
       else json_build_object('on', e.on_day, 'note', e.note, 'byName', e.by_name, 'capacity', e.capacity) end as done
  from hearing_decision d
  left join decision_done e on e.university_id = $1 and e.decision_id = d.id
  where d.university_id = $1`

/** What these hearings decided, the earliest due first. */
export async function decisionsOf(tx: Tx, hearings: readonly string[]): Promise<readonly Decision[]> {
  const { rows } = await tx.client.query<Decision>(
    `select ${decisions} and d.hearing_id = any($2) order by d.due, d.id`,
    [tx.university, hearings],
  )
  return rows
}

export async function decisionById(tx: Tx, id: string): Promise<Decision | undefined> {
  const { rows } = await tx.client.query<Decision>(`select ${decisions} and d.id = $2`, [tx.university, id])
  return rows[0]
}

export async function openDecisions(tx: Tx): Promise<readonly Decision[]> {
  const { rows } = await tx.client.query<Decision>(
    `select ${decisions} and e.decision_id is null order by d.due, d.id`,
    [tx.university],
  )
  return rows
}

export async function insertDecision(
  tx: Tx,
  row: Omit<typeof hearingDecision.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(hearingDecision).values({ ...row, universityId: tx.university })
}

/** False where it was done before. */
export async function insertDone(
  tx: Tx,
  row: Omit<typeof decisionDone.$inferInsert, "universityId">,
): Promise<boolean> {
  const rows = await tx.sql
    .insert(decisionDone)
    .values({ ...row, universityId: tx.university })
    .onConflictDoNothing()
    .returning({ id: decisionDone.decisionId })
  return rows.length === 1
}

/** The hearing a report or the minutes belong to. */
export async function hearingOfFile(tx: Tx, file: string): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select id from hearing where university_id = $1 and minutes_id = $2
     union all select hearing_id from hearing_report where university_id = $1 and file_id = $2 limit 1`,
    [tx.university, file],
  )
  return rows[0]?.id
}
