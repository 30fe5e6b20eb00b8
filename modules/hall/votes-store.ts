import { and, asc, eq, inArray, max } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { Choice } from "./open-vote.ts"
import { vote } from "./schema.ts"

export type VoteRow = Omit<typeof vote.$inferSelect, "universityId">

interface Elector {
  readonly number: string
  readonly name: string
  readonly delegation: string
}

const one = (tx: Tx, id: string) => and(eq(vote.universityId, tx.university), eq(vote.id, id))

/** In the order they were opened. */
export const votesOf = (tx: Tx, assemblyId: string): Promise<VoteRow[]> =>
  tx.sql
    .select()
    .from(vote)
    .where(and(eq(vote.universityId, tx.university), eq(vote.assemblyId, assemblyId)))
    .orderBy(asc(vote.seq))

export async function voteById(tx: Tx, id: string, hold?: "update" | "share"): Promise<VoteRow | undefined> {
  const found = tx.sql.select().from(vote).where(one(tx, id))
  const [row] = await (hold ? found.for(hold) : found)
  return row
}

/** The vote not yet announced, of which there is one at most. */
export async function pendingVote(tx: Tx, assemblyId: string): Promise<VoteRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(vote)
    .where(
      and(
        eq(vote.universityId, tx.university),
        eq(vote.assemblyId, assemblyId),
        inArray(vote.state, ["open", "counted"]),
      ),
    )
  return row
}

export async function insertVote(tx: Tx, row: VoteRow, electors: readonly Elector[]): Promise<void> {
  await tx.sql.insert(vote).values({ ...row, universityId: tx.university })
  await tx.client.query(
    `insert into hall_elector (university_id, vote_id, number, name, delegation)
     select $1, $2, number, name, delegation
     from jsonb_to_recordset($3::jsonb) as e(number text, name text, delegation text)`,
    [tx.university, row.id, JSON.stringify(electors)],
  )
}

export async function changeVote(tx: Tx, id: string, set: Partial<VoteRow>): Promise<void> {
  await tx.sql.update(vote).set(set).where(one(tx, id))
}

export async function isElector(tx: Tx, voteId: string, number: string): Promise<boolean> {
  const { rows } = await tx.client.query(
    "select from hall_elector where university_id = $1 and vote_id = $2 and number = $3",
    [tx.university, voteId, number],
  )
  return rows.length > 0
}

export async function insertCast(
  tx: Tx,
  row: { voteId: string; number: string; choice: Choice; at: Date },
): Promise<void> {
  await tx.client.query(
    "insert into hall_cast (university_id, vote_id, number, choice, at) values ($1, $2, $3, $4, $5)",
    [tx.university, row.voteId, row.number, row.choice, row.at],
  )
}

export async function lastCast(tx: Tx, voteId: string, number: string): Promise<Choice | undefined> {
  const { rows } = await tx.client.query<{ choice: Choice }>(
    `select choice from hall_cast where university_id = $1 and vote_id = $2 and number = $3
     order by seq desc limit 1`,
    [tx.university, voteId, number],
  )
  return rows[0]?.choice
}

/** Everybody who could vote, with his or her last word, delegation by delegation. */
export async function rollOf(
  tx: Tx,
  voteId: string,
): Promise<readonly (Elector & { readonly choice: Choice | null })[]> {
  const { rows } = await tx.client.query<Elector & { choice: Choice | null }>(
    `select e.number, e.name, e.delegation, c.choice
     from hall_elector e
     left join lateral (
       select choice from hall_cast c
       where c.university_id = e.university_id and c.vote_id = e.vote_id and c.number = e.number
       order by seq desc limit 1) c on true
     where e.university_id = $1 and e.vote_id = $2
     order by e.delegation, e.number`,
    [tx.university, voteId],
  )
  return rows
}

/** How many have voted by name so far. */
export async function castSoFar(tx: Tx, voteId: string): Promise<number> {
  const { rows } = await tx.client.query<{ n: number }>(
    "select count(distinct number)::int as n from hall_cast where university_id = $1 and vote_id = $2",
    [tx.university, voteId],
  )
  return rows[0]!.n
}

/** The ordinal the next adopted resolution of an assembly gets. */
export async function nextResolution(tx: Tx, assemblyId: string): Promise<number> {
  const [row] = await tx.sql
    .select({ last: max(vote.ordinal) })
    .from(vote)
    .where(and(eq(vote.universityId, tx.university), eq(vote.assemblyId, assemblyId)))
  return (row?.last ?? 0) + 1
}
