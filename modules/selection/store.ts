import type { Day } from "@qiaoliang/basics"
import { and, asc, eq, inArray, lte } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { candidacy } from "./schema.ts"

export type Candidacy = typeof candidacy.$inferSelect

/** One placement into a union at a time: bounds are judged before they are filled. */
export async function lockUnion(tx: Tx, unionId: string): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('selection'), hashtext($1))", [
    `${tx.university}/${unionId}`,
  ])
}

export async function insertCandidacy(
  tx: Tx,
  row: Omit<typeof candidacy.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(candidacy).values({ ...row, universityId: tx.university })
}

export async function changeCandidacy(
  tx: Tx,
  applicationId: string,
  values: Partial<Omit<Candidacy, "universityId" | "applicationId">>,
): Promise<void> {
  await tx.sql
    .update(candidacy)
    .set(values)
    .where(and(eq(candidacy.universityId, tx.university), eq(candidacy.applicationId, applicationId)))
}

export async function candidacyOf(tx: Tx, applicationId: string): Promise<Candidacy | undefined> {
  const rows = await tx.sql
    .select()
    .from(candidacy)
    .where(and(eq(candidacy.universityId, tx.university), eq(candidacy.applicationId, applicationId)))
  return rows[0]
}

export async function candidaciesOfCall(tx: Tx, callId: string): Promise<readonly Candidacy[]> {
  return tx.sql
    .select()
    .from(candidacy)
    .where(and(eq(candidacy.universityId, tx.university), eq(candidacy.callId, callId)))
    .orderBy(asc(candidacy.number), asc(candidacy.applicationId))
}

/** Those of a union still on their way. */
export async function openCandidacies(tx: Tx, unionId: string): Promise<readonly Candidacy[]> {
  const rows = await tx.sql
    .select()
    .from(candidacy)
    .where(and(eq(candidacy.universityId, tx.university), eq(candidacy.unionId, unionId)))
    .orderBy(asc(candidacy.applicationId))
  return rows.filter((r) => r.outcome === null)
}

/** Those whose chain was walked to its end by a day. */
export async function passedBy(tx: Tx, unions: readonly string[], day: Day): Promise<readonly Candidacy[]> {
  if (!unions.length) return []
  return tx.sql
    .select()
    .from(candidacy)
    .where(
      and(
        eq(candidacy.universityId, tx.university),
        inArray(candidacy.unionId, [...unions]),
        eq(candidacy.outcome, "passed"),
        lte(candidacy.endedOn, day),
      ),
    )
    .orderBy(asc(candidacy.endedOn), asc(candidacy.applicationId))
}

export interface CallInReach {
  readonly callId: string
  readonly people: number
  readonly open: number
  readonly waiting: number
}

/** Calls with somebody in whose chain one of these posts stands; `waiting`: at a step that is theirs. */
export async function callsInReach(
  tx: Tx,
  held: readonly { readonly office: string; readonly place: string }[],
): Promise<readonly CallInReach[]> {
  const { rows } = await tx.client.query<{ callId: string; people: string; open: string; waiting: string }>(
    `with held as (select distinct office, place from jsonb_to_recordset($2::jsonb) as h(office text, place text))
     select k.call_id as "callId", count(*) as people, count(*) filter (where c.status = 'open') as open,
            count(*) filter (where exists (select from course_waiting w join held h
              on h.office = w.office and h.place = w.place
              where w.university_id = $1 and w.course_id = c.id)) as waiting
     from candidacy k join course c on c.university_id = k.university_id and c.id = k.course_id
     where k.university_id = $1 and exists (select from held h where c.places ->> h.office = h.place)
     group by k.call_id order by k.call_id desc limit 200`,
    [tx.university, JSON.stringify(held)],
  )
  return rows.map((r) => ({
    callId: r.callId,
    people: Number(r.people),
    open: Number(r.open),
    waiting: Number(r.waiting),
  }))
}

/** Candidacies that stand at a public notice. */
export async function atNotice(tx: Tx, step: string): Promise<readonly Candidacy[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select k.application_id as id from candidacy k
     join course c on c.university_id = k.university_id and c.id = k.course_id
     join procedure_edition e on e.university_id = c.university_id and e.hash = c.edition
     where k.university_id = $1 and k.outcome is null and c.status = 'open'
       and e.procedure -> 'steps' -> ((c.state ->> 'at')::int) ->> 'id' = $2 order by k.application_id`,
    [tx.university, step],
  )
  if (!rows.length) return []
  return tx.sql
    .select()
    .from(candidacy)
    .where(
      and(
        eq(candidacy.universityId, tx.university),
        inArray(
          candidacy.applicationId,
          rows.map((r) => r.id),
        ),
      ),
    )
    .orderBy(asc(candidacy.callId), asc(candidacy.applicationId))
}

export interface RosterLine {
  readonly id: string
  readonly unionId: string
  readonly name: string
  readonly number: string | null
  readonly kind: "presidium" | "head" | "member" | "listed"
  /** Read from a dated list; else entered in the product. */
  readonly imported: boolean
}

/** Who stands on these unions' rosters on a day, and whether from an imported list. */
export async function rosterLines(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<readonly RosterLine[]> {
  const { rows } = await tx.client.query<RosterLine>(
    `select id, union_id as "unionId", name, number, kind, place is not null as imported from post
     where university_id = $1 and union_id = any($2) and valid_from <= $3 and (valid_to is null or valid_to > $3)
     order by union_id, position`,
    [tx.university, unions, day],
  )
  return rows
}

export async function everyCandidacy(tx: Tx): Promise<readonly Candidacy[]> {
  return tx.sql
    .select()
    .from(candidacy)
    .where(eq(candidacy.universityId, tx.university))
    .orderBy(asc(candidacy.number), asc(candidacy.applicationId))
}
