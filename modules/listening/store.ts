import { and, asc, desc, eq, inArray } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { Tx } from "#kit/server/db.ts"
import type { Heard, Listening, Question } from "./listening.ts"
import { answer, type Given, heard, listening, part, question, share } from "./schema.ts"

const here = (tx: Tx, table: { universityId: PgColumn }) => eq(table.universityId, tx.university)

export async function listeningById(tx: Tx, id: string, hold = false): Promise<Listening | undefined> {
  const found = tx.sql
    .select()
    .from(listening)
    .where(and(here(tx, listening), eq(listening.id, id)))
  const [row] = await (hold ? found.for("update") : found)
  return row
}

/** Of these unions, the latest first. */
export const listeningsOf = (tx: Tx, unions: readonly string[]): Promise<Listening[]> =>
  unions.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(listening)
        .where(and(here(tx, listening), inArray(listening.unionId, [...unions])))
        .orderBy(desc(listening.onDay), desc(listening.id))

export async function insertListening(tx: Tx, row: Listening): Promise<void> {
  await tx.sql.insert(listening).values({ ...row, universityId: tx.university })
}

export async function changeListening(
  tx: Tx,
  id: string,
  change: Partial<Omit<Listening, "id" | "unionId">>,
): Promise<void> {
  await tx.sql
    .update(listening)
    .set(change)
    .where(and(here(tx, listening), eq(listening.id, id)))
}

/** What was heard at any of these, in the order it was put down. */
export const heardAt = (tx: Tx, ids: readonly string[]): Promise<Heard[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(heard)
        .where(and(here(tx, heard), inArray(heard.listeningId, [...ids])))
        .orderBy(asc(heard.position), asc(heard.id))

export async function heardById(tx: Tx, id: string): Promise<Heard | undefined> {
  const [row] = await tx.sql
    .select()
    .from(heard)
    .where(and(here(tx, heard), eq(heard.id, id)))
  return row
}

export async function insertHeard(tx: Tx, row: Omit<Heard, "position">): Promise<void> {
  const position = (await heardAt(tx, [row.listeningId])).at(-1)?.position ?? 0
  await tx.sql.insert(heard).values({ ...row, position: position + 1, universityId: tx.university })
}

export async function changeHeard(
  tx: Tx,
  id: string,
  change: Partial<Omit<Heard, "id" | "listeningId">>,
): Promise<void> {
  await tx.sql
    .update(heard)
    .set(change)
    .where(and(here(tx, heard), eq(heard.id, id)))
}

export async function dropHeard(tx: Tx, id: string): Promise<void> {
  await tx.sql.delete(heard).where(and(here(tx, heard), eq(heard.id, id)))
}

export const questionsOf = (tx: Tx, listeningId: string): Promise<Question[]> =>
  tx.sql
    .select()
    .from(question)
    .where(and(here(tx, question), eq(question.listeningId, listeningId)))
    .orderBy(asc(question.position))

export async function setQuestions(
  tx: Tx,
  listeningId: string,
  rows: readonly Omit<Question, "listeningId" | "position">[],
): Promise<void> {
  await tx.sql.delete(question).where(and(here(tx, question), eq(question.listeningId, listeningId)))
  if (rows.length > 0)
    await tx.sql
      .insert(question)
      .values(rows.map((r, position) => ({ ...r, listeningId, position, universityId: tx.university })))
}

/** Whether the person had not answered before. */
export async function insertPart(tx: Tx, listeningId: string, tag: string): Promise<boolean> {
  const rows = await tx.sql
    .insert(part)
    .values({ listeningId, tag, universityId: tx.university })
    .onConflictDoNothing()
    .returning({ tag: part.tag })
  return rows.length === 1
}

export async function hasPart(tx: Tx, listeningId: string, tag: string): Promise<boolean> {
  const rows = await tx.sql
    .select({ tag: part.tag })
    .from(part)
    .where(and(here(tx, part), eq(part.listeningId, listeningId), eq(part.tag, tag)))
  return rows.length === 1
}

export async function countShare(tx: Tx, listeningId: string, faculty: string): Promise<void> {
  await tx.client.query(
    `insert into listening_share (university_id, listening_id, faculty, answered) values ($1, $2, $3, 1)
     on conflict (university_id, listening_id, faculty) do update set answered = listening_share.answered + 1`,
    [tx.university, listeningId, faculty],
  )
}

export const sharesOf = (tx: Tx, listeningId: string): Promise<{ faculty: string; answered: number }[]> =>
  tx.sql
    .select({ faculty: share.faculty, answered: share.answered })
    .from(share)
    .where(and(here(tx, share), eq(share.listeningId, listeningId)))
    .orderBy(asc(share.faculty))

export async function insertAnswers(
  tx: Tx,
  listeningId: string,
  rows: readonly { readonly id: string; readonly given: Given }[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += 1000)
    await tx.sql
      .insert(answer)
      .values(rows.slice(i, i + 1000).map((r) => ({ ...r, listeningId, universityId: tx.university })))
}

export async function answersOf(tx: Tx, listeningId: string): Promise<Given[]> {
  const rows = await tx.sql
    .select({ given: answer.given })
    .from(answer)
    .where(and(here(tx, answer), eq(answer.listeningId, listeningId)))
    .orderBy(asc(answer.id))
  return rows.map((r) => r.given)
}

/** How many questionnaires were filled in, by listening. */
export async function answerCounts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.client.query<{ id: string; n: number }>(
    `select listening_id as id, count(*)::int as n from listening_answer
     where university_id = $1 and listening_id = any($2) group by listening_id`,
    [tx.university, ids],
  )
  return new Map(rows.map((r) => [r.id, r.n]))
}
